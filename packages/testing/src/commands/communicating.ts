import { addMillis } from '@refund-case/core'
import { freeTextFrom, contactFrom } from '../arbitraries/texts.js'
import { evidenceListFrom } from './evidence.js'
import type { BodyBuilder, CaseScene } from './given-command.js'
import type { Choices } from '../arbitraries/choices.js'

/** A whole fault sheet, of this case's order; sometimes with a field left out, or of another order too. */
const faultSheetFrom = (choices: Choices, { state }: CaseScene) => {
  const own = state.requested.orderId === undefined ? [] : [state.requested.orderId]
  return {
    orderNos: choices.oneIn(8) ? [...own, 'TK-other'] : own,
    ...(choices.oneIn(8) ? {} : { purchasedAt: '2026-01-20T12:00:00.000Z' }),
    bank: '§工商银行上海分行',
    amount: choices.upTo(9_999),
    registeredMobile: contactFrom(choices),
    symptom: freeTextFrom(choices),
  }
}

export const addEvidence: BodyBuilder<'addEvidence'> = (choices, scene) => ({
  evidence: evidenceListFrom(choices),
  ...(scene.state.route === 'paymentFault' && scene.state.faultSheet === undefined
    ? { faultSheet: faultSheetFrom(choices, scene) }
    : {}),
  ...choices.maybe(5, () => ({ note: freeTextFrom(choices) })),
  ...choices.maybe(3, () => ({ side: choices.pick('customer', 'merchant') })),
})

export const note: BodyBuilder<'note'> = (choices) => ({
  channel: choices.pick('onlineChat', 'hotline', 'platform'),
  direction: choices.pick('internal', 'inbound', 'outbound'),
  text: freeTextFrom(choices),
  ...choices.maybe(6, () => ({ followUp: true })),
  ...choices.maybe(8, () => ({ signOff: { by: 'wang' } })),
})

const DAY = 86_400_000

export const notify: BodyBuilder<'notify'> = (choices, { now }) => {
  const to = choices.pick('customer', 'customerService', 'finance')
  if (!choices.oneIn(3))
    return {
      to,
      kind: choices.pick('progress', 'paid', 'financeResult'),
      channel: choices.pick('sms', 'internalMail'),
      ...choices.maybe(3, () => ({ text: freeTextFrom(choices) })),
    }
  return {
    to: 'customer',
    kind: 'extension',
    channel: 'sms',
    extension: {
      rule: choices.pick('overall', 'overall', 'overall', 'payment'),
      until: addMillis(now, (choices.upTo(60) - 2) * DAY),
      reason: freeTextFrom(choices),
    },
  }
}

export const submit: BodyBuilder<'submit'> = (choices, { state }) => {
  const due = state.submission === 'none' || state.submission === 'technicalSentBack' ? 'technical' : 'finance'
  return {
    to: choices.pick(due, due, due, 'technical', 'finance'),
    ...choices.maybe(4, () => ({ opinion: freeTextFrom(choices) })),
  }
}

export const sendBack: BodyBuilder<'sendBack'> = (choices, { state }) => {
  const by = state.submission === 'technical' ? 'technical' : 'finance'
  return { by: choices.pick(by, by, by, 'technical', 'finance'), reason: freeTextFrom(choices) }
}

export const withdraw: BodyBuilder<'withdraw'> = (choices) =>
  choices.maybe(3, () => ({ reason: freeTextFrom(choices) }))

export const confirmReceipt: BodyBuilder<'confirmReceipt'> = (choices) =>
  choices.maybe(2, () => ({ amount: choices.upTo(9_999) }))

export const giveFeedback: BodyBuilder<'giveFeedback'> = (choices) => ({
  score: choices.pick(5, 4, 3, 2, 1),
  channel: choices.pick('onlineChat', 'hotline'),
  ...choices.maybe(3, () => ({ comment: freeTextFrom(choices) })),
})

export const close: BodyBuilder<'close'> = (choices, { state }) =>
  state.route === 'exchangeOrRepair' && !choices.oneIn(3)
    ? { as: choices.pick('exchanged', 'repaired') }
    : choices.maybe(9, () => ({ as: 'exchanged' as const }))

export const reopen: BodyBuilder<'reopen'> = (choices) => ({ reason: freeTextFrom(choices) })

export const erasePersonalData: BodyBuilder<'erasePersonalData'> = () => ({})
