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

/** Where a deduction may be taken from: the goods money of a line, or freight, which belongs to none. */
interface Source {
  readonly component: 'goods' | 'freight'
  readonly lineNo: number | undefined
  left: number
}

const sourcesOf = (terms: ReadonlyArray<QuoteTerm>): ReadonlyArray<Source> => {
  const sources: Array<Source> = []
  for (const { component, amount, deducts, lineNo } of terms) {
    if (component !== 'goods' && component !== 'freight') continue
    const known = sources.find((source) => source.component === component && source.lineNo === lineNo)
    const signed = deducts ? -amount : amount
    if (known === undefined) sources.push({ component, lineNo, left: signed })
    else known.left += signed
  }
  // Goods first, freight last.
  return sources.toSorted((a, b) => Number(a.component === 'freight') - Number(b.component === 'freight'))
}

/**
 * The terms with these deductions taken off: from the line they name, or from line after line and then from freight.
 * Refused DEDUCTION_EXCEEDS where there is less to take from; nothing is cut down silently.
 */
export const withDeductions = (
  given: ReadonlyArray<QuoteTerm>,
  deductions: ReadonlyArray<Deduction>,
): Either<Refusal, ReadonlyArray<QuoteTerm>> => {
  const sources = sourcesOf(given)
  const terms = [...given]
  for (const { reason, amount, lineNo } of deductions) {
    let open = amount
    for (const source of sources) {
      const taken = lineNo === undefined || source.lineNo === lineNo ? Math.min(open, source.left) : 0
      if (taken === 0) continue
      source.left -= taken
      open -= taken
      terms.push({
        kind: 'deduction',
        component: source.component,
        amount: taken,
        deducts: true,
        rule: '§6-4',
        clause: clauses[reason],
        numbers: { asked: amount },
        ...(source.lineNo === undefined ? {} : { lineNo: source.lineNo }),
        reason,
      })
    }
    if (open > 0) return refuse('DEDUCTION_EXCEEDS', '§6-4', { reason, asked: amount, free: amount - open })
  }
  return right(terms)
}
