import type { PaymentAttempt } from '@refund-case/core'
import type { ExpectedApproval, ExpectedAttempt } from '../format/expect/case.js'
import type { CaseLook } from '../run/case-look.js'
import type { Pointer } from '../source/pointer.js'
import { finding, type Finding } from './finding.js'
import { writtenAmount, writtenAmounts, type Writing } from './written.js'

/** The steps given in the round that runs. */
export const approvalFinding = (expected: ReadonlyArray<ExpectedApproval>, at: Pointer, { state }: CaseLook): Finding =>
  finding(
    at,
    'approvals',
    expected.map(({ role, by }) => (by === undefined ? role : `${role} by ${by}`)),
    state.approval.given.map(({ role, by }, index) => (expected[index]?.by === undefined ? role : `${role} by ${by}`)),
  )

/** All attempts in order, each by the fields that are named. */
export const attemptFinding = (
  expected: ReadonlyArray<ExpectedAttempt>,
  at: Pointer,
  { state }: CaseLook,
  writing: Writing,
): Finding => {
  const lines = expected.map((attempt, index) => attemptText(attempt, attempt, index, writing))
  const actual = state.attempts.map((attempt, index) =>
    attemptText(expected[index] ?? { status: 'started' }, attempt, index, writing),
  )
  return finding(at, 'attempts', lines, actual)
}

/** Attempt no. `index + 1`, by the fields that `named` has. */
const attemptText = (
  named: ExpectedAttempt,
  attempt: ExpectedAttempt | PaymentAttempt,
  index: number,
  writing: Writing,
): string => {
  const parts = [`${named.no === undefined ? index + 1 : (attempt.no ?? '')}: ${attempt.status}`]
  if (named.amounts !== undefined && attempt.amounts !== undefined) {
    const total = named.amounts.kind === 'total'
    if ('kind' in attempt.amounts)
      parts.push(
        attempt.amounts.kind === 'total'
          ? writtenAmount(attempt.amounts.total, writing)
          : writtenAmounts(attempt.amounts.amounts, writing),
      )
    else parts.push(total ? writtenAmount(sumOf(attempt.amounts), writing) : writtenAmounts(attempt.amounts, writing))
  }
  for (const field of ['method', 'by', 'voucherNo', 'bankLine'] as const)
    if (named[field] !== undefined) parts.push(`${field} ${attempt[field] ?? 'none'}`)
  return parts.join(', ')
}

const sumOf = (amounts: { readonly [component: string]: number }): number =>
  Object.values(amounts).reduce((sum, amount) => sum + amount, 0)
