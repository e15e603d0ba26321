import {
  caseStream,
  commandNames,
  type CaseEventType,
  type CommandName,
  type RefundCase,
  type Situation,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { Choices } from '../arbitraries/choices.js'
import { ordinaryCast } from '../arbitraries/people.js'
import { commandNamed } from '../commands/next-command.js'
import { requestFrom } from '../commands/requesting.js'
import type { PlayedStep } from '../play/history.js'
import { recount } from '../play/recount.js'
import { historyRules } from '../rules/refund-rules.js'
import type { BadInputCheck, BadInputSubject } from './bad-input-check.js'
import { everySituation, reach, type Reached } from './reaching.js'
import { receivedOrder } from './setups.js'

/** What each command may write: exactly one of these lists. */
const events: { readonly [Name in CommandName]: ReadonlyArray<ReadonlyArray<CaseEventType>> } = {
  request: [['Requested']],
  review: [['Reviewed']],
  ship: [['Shipped']],
  receiveGoods: [['GoodsReceived']],
  inspect: [['Inspected']],
  approve: [['Approved']],
  recordPayment: [['Paid'], ['PaymentStarted', 'Paid']],
  dispute: [['Disputed']],
  addEvidence: [['EvidenceAdded']],
  note: [['Noted']],
  changeRoute: [['RouteChanged']],
  withdraw: [['Withdrawn']],
  submit: [['Submitted']],
  sendBack: [['SentBack']],
  checkFunds: [['FundsChecked']],
  adjustAmount: [['AmountAdjusted']],
  refuseApproval: [['ApprovalRefused']],
  startPayment: [['PaymentStarted']],
  failPayment: [['PaymentFailed']],
  markPaymentUnknown: [['PaymentUnknown'], []],
  reversePayment: [['PaymentReversed']],
  matchBankLine: [['BankLineMatched'], []],
  reportException: [['ExceptionReported']],
  changeDestination: [['DestinationChanged']],
  verifyDestination: [['DestinationVerified'], []],
  acceptAlternative: [['AlternativeAccepted']],
  rule: [['Ruled']],
  notify: [['Notified']],
  confirmReceipt: [['ReceiptConfirmed']],
  giveFeedback: [['FeedbackGiven']],
  close: [['Closed']],
  reopen: [['Reopened']],
  erasePersonalData: [['PersonalDataErased'], []],
}

/** What one command came to that it should not have. */
const complaintAbout = (name: CommandName, { answer, written }: PlayedStep): string | undefined => {
  const streams = written.map(({ stream, envelope }) => `${envelope.type} in ${stream}`)
  if (isLeft(answer))
    return written.length === 0
      ? undefined
      : `was refused (${JSON.stringify(answer.left)}), but wrote ${streams.join(', ')}`
  const outcome = answer.right
  if (outcome === undefined) return 'was not answered'
  const own = written.filter(({ stream }) => stream === caseStream(outcome.caseId))
  const types = own.map(({ envelope }) => envelope.type)
  if (!events[name].some((list) => JSON.stringify(list) === JSON.stringify(types)))
    return `wrote ${types.join(', ') || 'nothing'}`
  const answered = outcome.events.map(({ meta }) => meta.id)
  if (JSON.stringify(answered) !== JSON.stringify(own.map(({ envelope }) => envelope.id)))
    return 'answers with other events than it wrote'
  const others = written.filter(
    ({ stream }) => stream.startsWith('refundCase-') && stream !== caseStream(outcome.caseId),
  )
  return others.length === 0 ? undefined : `wrote to another case: ${streams.join(', ')}`
}

const give = async (
  { player, caseId }: Reached,
  shadow: RefundCase | undefined,
  name: CommandName,
  numbers: ReadonlyArray<number>,
): Promise<PlayedStep> => {
  const choices = new Choices(numbers)
  const state = player.stateOf(caseId) ?? shadow
  player.wait(1_000)
  if (name === 'request' || state === undefined) {
    const { actor, body } = requestFrom(choices, await player.orderScene(ordinaryCast))
    return player.command(actor, 'request', body)
  }
  const scene = { caseId, state, policy: player.setup.policy, cast: ordinaryCast, now: player.shop.now() }
  const { actor, body } = commandNamed(name, choices, scene)
  return player.command(actor, name, { ...body, caseId })
}

/** The plainest form of each command, and some others: numbers for `Choices`. */
const variants = (seed: number): ReadonlyArray<ReadonlyArray<number>> => [
  [],
  Array.from({ length: 14 }, (_, at) => (seed * 7_919 + at * 104_729) % 65_536),
]

const tryAll = async (situation: Situation, { policy, options }: BadInputSubject): Promise<ReadonlyArray<string>> => {
  const complaints: Array<string> = []
  const open = () => reach(situation, receivedOrder(policy), options)
  let reached = await open()
  // A case that lapsed has nothing to look at: commands are made up from one that was just requested.
  const shadow = (await reach('requested', receivedOrder(policy), options)).player.cases[0]?.state
  const close = async (): Promise<void> => {
    const history = await recount(reached.player)
    for (const rule of historyRules)
      complaints.push(...(await rule.violations(history)).map((violation) => `rule ${rule.rule}: ${violation}`))
  }
  for (const [index, name] of commandNames.entries())
    for (const numbers of variants(options.seed + index)) {
      const step = await give(reached, shadow, name, numbers)
      const found = complaintAbout(name, step)
      if (found !== undefined) complaints.push(`${name} on a case that is ${situation} ${found}`)
      if (step.written.length === 0) continue
      // Whatever came of it, the next one meets the situation as it was.
      await close()
      reached = await open()
    }
  await close()
  return complaints
}

/** Every command in every situation. */
export const everyCommandInEverySituation = (subject: BadInputSubject): ReadonlyArray<BadInputCheck> =>
  everySituation.map((situation) => ({
    name: `everyCommandWhen${situation.charAt(0).toUpperCase()}${situation.slice(1)}`,
    title: `Every command on a case that is ${situation} either succeeds with exactly its events, or is refused and changes nothing.`,
    check: async () => {
      const complaints = await tryAll(situation, subject)
      if (complaints.length > 0) throw new Error([...new Set(complaints)].join('\n'))
    },
  }))
