import type { FieldsOf, Plain } from '@refund-case/core'
import type fc from 'fast-check'
import { fromChoices, type Choices } from './choices.js'
import { freeTextFrom } from './texts.js'

/** What somebody outside decides. */
export type RulingBody = Plain<FieldsOf<'rule'>>

export interface RulingConstraints {
  /** What the goods of the case are worth, minor units (default 10,000): most rulings give that or less. */
  readonly goods?: number
}

/** For the customer in full or in part, for the merchant, for fraud; the goods to either side. */
export const rulingFrom = (choices: Choices, { goods = 10_000 }: RulingConstraints = {}): RulingBody => {
  const ground = choices.pick('forCustomer', 'shared', 'fraud', 'forMerchant', 'settlement', 'judgment')
  const amount =
    ground === 'forMerchant' ? 0 : choices.oneIn(8) ? goods + 1 + choices.upTo(500) : goods - choices.upTo(goods)
  return {
    ground,
    amounts: {
      ...(amount === 0 ? {} : { goods: amount }),
      ...choices.maybe(6, () => ({ compensation: 1 + choices.upTo(3_000) })),
      ...choices.maybe(9, () => ({ freight: 1 + choices.upTo(2_000) })),
      ...choices.maybe(9, () => ({ statutory: 1 + choices.upTo(60_000) })),
    },
    goodsTo: choices.pick('merchant', 'customer'),
    ...choices.maybe(3, () => ({ reference: `ruling-${choices.upTo(99)}` })),
    ...choices.maybe(3, () => ({ statement: freeTextFrom(choices) })),
  }
}

/** Rulings on a case. */
export const rulings = (constraints?: RulingConstraints): fc.Arbitrary<RulingBody> =>
  fromChoices((choices) => rulingFrom(choices, constraints))
