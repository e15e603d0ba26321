import { freeTextFrom } from '../arbitraries/texts.js'
import { evidenceFrom, evidenceListFrom } from './evidence.js'
import type { BodyBuilder } from './given-command.js'

export const ship: BodyBuilder<'ship'> = (choices, { state }) => {
  const usual = state.route === 'interceptRefund' ? ('intercepted' as const) : ('selfShipped' as const)
  return {
    method: choices.pick(usual, usual, usual, usual, usual, 'doorPickup', 'dropOff', 'intercepted'),
    ...choices.maybe(2, () => ({ carrier: 'SF', trackingNo: `SF-${choices.upTo(999)}` })),
    ...choices.maybe(2, () => ({
      freight: { amount: choices.upTo(2_000), receipt: evidenceFrom(choices, 'freightReceipt') },
    })),
  }
}

export const receiveGoods: BodyBuilder<'receiveGoods'> = (choices, { state }) => ({
  lines: state.lines.map(({ lineNo, quantity }) => ({
    lineNo,
    quantity: choices.oneIn(8) ? choices.upTo(quantity + 1) : quantity,
  })),
  ...choices.maybe(5, () => ({ remarks: freeTextFrom(choices) })),
})

type Verdict = 'all' | 'some' | 'none'

export const inspect: BodyBuilder<'inspect'> = (choices, { state }) => {
  const verdict = choices.pick<Verdict>('all', 'all', 'all', 'some', 'none')
  return {
    lines: state.lines.map(({ lineNo, quantity }) => {
      const accepted = verdict === 'all' ? quantity : verdict === 'none' ? 0 : choices.upTo(quantity)
      return {
        lineNo,
        received: choices.oneIn(15) ? quantity + 1 : quantity,
        accepted,
        rejected: quantity - accepted,
        appearance: choices.pick('intact', 'worn', 'damaged'),
        packaging: choices.pick('complete', 'opened'),
        grade: choices.pick('A', 'B', 'D'),
        disposition: choices.pick('restock', 'returnToSupplier', 'returnToCustomer'),
      }
    }),
    ...choices.maybe(4, () => ({ reportNo: `R-${choices.upTo(99)}` })),
    ...choices.maybe(4, () => ({ photos: evidenceListFrom(choices), remarks: freeTextFrom(choices) })),
  }
}
