import * as t from 'io-ts'
import { MinorUnits } from '../vocabulary/index.js'

/** The kinds of money a case can pay, kept apart everywhere (AM2, CP1, SH4). */
export const components = ['goods', 'freight', 'compensation', 'freightCompensation', 'statutory', 'funds'] as const
export type Component = (typeof components)[number]

/**
 * An amount by component, in minor units. A component that is not there is zero, and no zero is ever written.
 *
 * `goods` and `freight` are what was paid for the order; `compensation` is goodwill, `freightCompensation` the freight
 * of a return; `statutory` what a ruling adds by law; `funds` money charged with no order behind it (payment fault).
 */
export const Amounts = t.readonly(
  t.exact(
    t.partial({
      goods: MinorUnits,
      freight: MinorUnits,
      compensation: MinorUnits,
      freightCompensation: MinorUnits,
      statutory: MinorUnits,
      funds: MinorUnits,
    }),
  ),
  'Amounts',
)
export type Amounts = t.TypeOf<typeof Amounts>

export const zero: Amounts = {}

export const amountOf = (amounts: Amounts, component: Component): number => amounts[component] ?? 0

export const totalOf = (amounts: Amounts): number => {
  const { goods = 0, freight = 0, compensation = 0, freightCompensation = 0, statutory = 0, funds = 0 } = amounts
  return goods + freight + compensation + freightCompensation + statutory + funds
}

/** The same amounts with no zero written; what every event carries. */
export const amountsOf = (by: { readonly [C in Component]?: number }): Amounts => {
  const amounts: { [C in Component]?: number } = {}
  for (const component of components) {
    const amount = by[component] ?? 0
    if (amount !== 0) amounts[component] = amount
  }
  return amounts
}

const combine = (a: Amounts, b: Amounts, with_: (x: number, y: number) => number): Amounts => {
  const combined: { [C in Component]?: number } = {}
  for (const component of components) {
    const amount = with_(a[component] ?? 0, b[component] ?? 0)
    if (amount !== 0) combined[component] = amount
  }
  return combined
}

export const plus = (a: Amounts, b: Amounts): Amounts => combine(a, b, (x, y) => x + y)
/** `a` less `b`, each component held at zero or more. */
export const minus = (a: Amounts, b: Amounts): Amounts => combine(a, b, (x, y) => Math.max(0, x - y))
export const isZero = (amounts: Amounts): boolean => totalOf(amounts) === 0
export const sameAmounts = (a: Amounts, b: Amounts): boolean =>
  components.every((component) => amountOf(a, component) === amountOf(b, component))
export const covers = (a: Amounts, b: Amounts): boolean =>
  components.every((component) => amountOf(a, component) >= amountOf(b, component))
