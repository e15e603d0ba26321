import { LocalDate, totalOf } from '@refund-case/core'
import { destinationFrom } from '../arbitraries/destinations.js'
import { freeTextFrom } from '../arbitraries/texts.js'
import type { BodyBuilder, CaseScene } from './given-command.js'

const reasons = ['accountClosed', 'lackOfFunds', 'timeout', 'other'] as const

const methodOf = ({ state }: CaseScene) =>
  state.destination.value.kind === 'original' ? ('original' as const) : state.destination.value.method

export const approve: BodyBuilder<'approve'> = (choices) => ({
  ...choices.maybe(4, () => ({ opinion: freeTextFrom(choices) })),
  ...choices.maybe(6, () => ({ signOff: { by: choices.pick('dong', 'qian') } })),
})

export const refuseApproval: BodyBuilder<'refuseApproval'> = (choices) => ({ reason: freeTextFrom(choices) })

export const startPayment: BodyBuilder<'startPayment'> = (choices, scene) => ({
  ...choices.maybe(4, () => ({ method: choices.pick(methodOf(scene), 'card', 'original', 'merchantDeposit') })),
  ...choices.maybe(3, () => ({ reference: `out-${choices.upTo(99)}` })),
})

export const recordPayment: BodyBuilder<'recordPayment'> = (choices, scene) => ({
  reference: `ch-${choices.upTo(999)}`,
  ...choices.maybe(4, () => ({ voucherNo: `V-${choices.upTo(999)}` })),
  ...choices.maybe(5, () => ({ method: choices.pick(methodOf(scene), 'card', 'original', 'merchantDeposit') })),
})

export const failPayment: BodyBuilder<'failPayment'> = (choices) => ({
  reason: choices.pick('accountClosed', ...reasons),
  ...choices.maybe(4, () => ({ note: freeTextFrom(choices) })),
})

export const markPaymentUnknown: BodyBuilder<'markPaymentUnknown'> = (choices) => ({
  reason: choices.pick('timeout', ...reasons),
})

export const reversePayment: BodyBuilder<'reversePayment'> = (choices, { state }) => ({
  reason: choices.pick('accountClosed', ...reasons),
  ...choices.maybe(4, () => ({ attempt: 1 + choices.upTo(state.attempts.length) })),
  ...choices.maybe(5, () => ({ note: freeTextFrom(choices) })),
})

export const reportException: BodyBuilder<'reportException'> = (choices) => ({ text: freeTextFrom(choices) })

const dateOf = (text: string): string => (LocalDate.is(text.slice(0, 10)) ? text.slice(0, 10) : '2026-03-02')

export const matchBankLine: BodyBuilder<'matchBankLine'> = (choices, { state, now }) => {
  const paid = state.attempts.filter(({ status }) => status === 'paid')
  const attempt = (choices.oneIn(5) ? choices.among(state.attempts) : paid.at(-1)) ?? state.attempts.at(-1)
  const sent = totalOf(attempt?.amounts ?? {})
  return {
    attempt: attempt?.no ?? 1,
    lineReference: `line-${choices.upTo(9)}`,
    date: dateOf(now),
    amount: choices.oneIn(8) ? sent + 1 : sent,
  }
}

export const changeDestination: BodyBuilder<'changeDestination'> = (choices, { policy }) => ({
  destination: destinationFrom(choices, policy),
})

export const verifyDestination: BodyBuilder<'verifyDestination'> = (choices) =>
  choices.maybe(4, () => ({ opinion: freeTextFrom(choices) }))

export const checkFunds: BodyBuilder<'checkFunds'> = (choices, { state }) => {
  const claimed = state.claimed.funds ?? 0
  if (choices.oneIn(4)) return { result: 'notReceived' }
  return {
    result: 'received',
    amount: choices.oneIn(4) ? choices.upTo(claimed) : claimed,
    ...choices.maybe(4, () => ({ bankReference: 'bank-1' })),
  }
}
