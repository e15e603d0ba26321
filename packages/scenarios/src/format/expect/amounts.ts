import type { Amounts, Component } from '@refund-case/core'
import { either } from '../../form/choices.js'
import { fields, may } from '../../form/fields.js'
import { turned, type Form } from '../../form/form.js'
import { amount } from '../../form/scalars.js'

/** A total, or by component, and then those that are not named are zero. Minor units. */
export type ExpectedAmounts =
  | { readonly kind: 'total'; readonly total: number }
  | { readonly kind: 'byComponent'; readonly amounts: Amounts }

const total: Form<ExpectedAmounts> = turned(amount, (sum) => ({ kind: 'total', total: sum }))

const byComponent: Form<ExpectedAmounts> = turned(
  fields({
    goods: may(amount),
    freight: may(amount),
    compensation: may(amount),
    freightCompensation: may(amount),
    statutory: may(amount),
    funds: may(amount),
  } satisfies { readonly [C in Component]: unknown }),
  (amounts) => ({ kind: 'byComponent', amounts }),
)

export const expectedAmounts: Form<ExpectedAmounts> = either([total, byComponent])

export const amountNames = ['claimed', 'quoted', 'approved', 'paid', 'payable'] as const
export type AmountName = (typeof amountNames)[number]

export const caseAmounts = fields({
  claimed: may(expectedAmounts),
  quoted: may(expectedAmounts),
  approved: may(expectedAmounts),
  paid: may(expectedAmounts),
  payable: may(expectedAmounts),
} satisfies { readonly [Name in AmountName]: unknown })
