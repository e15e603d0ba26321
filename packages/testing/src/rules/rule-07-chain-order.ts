import type { Policy } from '@refund-case/core'
import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import { chainOf } from './reference/reference-chain.js'
import type { Moment } from './reference/reference-case.js'

const misplaced = ({ before, event }: Moment, policy: Policy): string | undefined => {
  if (event.type !== 'Approved') return undefined
  const { round, step, role, completes } = event.data
  const chain = chainOf(before, policy)
  const due = before.approvals.length + 1
  if (before.inForce !== undefined) return 'approves what is approved already'
  if (step !== due) return `is step ${step}, but step ${due} is due`
  if (chain[step - 1] !== role) return `step ${step} is ${role}'s, but the chain is ${chain.join(', ')}`
  const { actor } = event.meta
  if ((actor.onBehalfOf ?? actor).role !== role) return `step ${step} is ${role}'s, but was taken as ${actor.role}`
  if (completes !== (step === chain.length)) return `says completes: ${completes}, but the chain is ${chain.join(', ')}`
  if (before.reworkDue) return 'approves what was refused or sent back, before customer service took it up again'
  const running = before.approvals.at(-1)?.round
  if (running !== undefined && running !== round) return `is of round ${round}, but round ${running} runs`
  return running === undefined && round <= before.roundsUsed ? `begins round ${round} a second time` : undefined
}

export const rule07ChainOrder = overHistories({
  rule: 7,
  name: 'rule07ChainOrder',
  title: 'Approval steps come in chain order, each once a round; a refusal or return starts a new round.',
  occasions: (history) => countOf(history, 'Approved', 'ApprovalRefused', 'SentBack'),
  violations: (history) => atMoments(history, (moment, { policy }) => misplaced(moment, policy)),
})
