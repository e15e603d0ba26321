import { totalOf, type Amounts } from '@refund-case/core'
import type { ExpectedAmounts } from '../format/expect/amounts.js'
import type { Pointer } from '../source/pointer.js'
import { finding, type Finding } from './finding.js'
import { writtenAmount, writtenAmounts, type Writing } from './written.js'

const withoutZeros = (amounts: Amounts): Amounts =>
  Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== 0))

/** A total is held against the total, components against components. */
export const amountFinding = (
  at: Pointer,
  about: string,
  expected: ExpectedAmounts,
  actual: Amounts,
  writing: Writing,
): Finding =>
  expected.kind === 'total'
    ? finding(at, about, writtenAmount(expected.total, writing), writtenAmount(totalOf(actual), writing))
    : finding(
        at,
        about,
        writtenAmounts(withoutZeros(expected.amounts), writing),
        writtenAmounts(withoutZeros(actual), writing),
      )
