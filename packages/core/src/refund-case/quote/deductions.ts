import { right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../../eventsourcing/refusal.js'
import type { Deduction, QuoteTerm } from '../fields/index.js'
import { refuse } from '../refuse.js'

const clauses: { readonly [Reason in Deduction['reason']]: string } = {
  promotionLost: 'AM3',
  causedByCustomer: 'AM3',
  transportAndHandling: 'AM3',
  refundFee: 'AM3',
  damagedInReturn: 'SH5',
  claimedLess: 'IN3',
  partlyRejected: 'IS2',
  agreed: 'RV7',
}

/**
 * The goods terms with these deductions taken off: from the line they name, or line by line from the first. Refused
 * DEDUCTION_EXCEEDS where there is less to take from; nothing is cut down silently.
 */
export const withDeductions = (
  goods: ReadonlyArray<QuoteTerm>,
  deductions: ReadonlyArray<Deduction>,
): Either<Refusal, ReadonlyArray<QuoteTerm>> => {
  const left = new Map<number, number>()
  for (const { lineNo, amount } of goods) if (lineNo !== undefined) left.set(lineNo, (left.get(lineNo) ?? 0) + amount)
  const terms = [...goods]
  for (const { reason, amount, lineNo } of deductions) {
    let open = amount
    for (const [line, free] of left) {
      if ((lineNo !== undefined && line !== lineNo) || open === 0) continue
      const taken = Math.min(open, free)
      if (taken === 0) continue
      left.set(line, free - taken)
      open -= taken
      terms.push({
        kind: 'deduction',
        component: 'goods',
        amount: taken,
        deducts: true,
        rule: '§6-4',
        clause: clauses[reason],
        numbers: { asked: amount },
        lineNo: line,
        reason,
      })
    }
    if (open > 0) return refuse('DEDUCTION_EXCEEDS', '§6-4', { reason, asked: amount, free: amount - open })
  }
  return right(terms)
}
