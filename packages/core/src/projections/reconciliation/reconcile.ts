import { totalsOf } from '../case-rows/totals.js'
import { groupsByDate } from './groups-by-date.js'
import type { BankLine } from './bank-line.js'
import type { ParsedBankLines } from './parse-bank-lines.js'
import type { AmbiguousMatch, MatchedPayment, OurPayment, Reconciliation } from './reconciliation.js'

export interface ReconcileSettings {
  /** How many days after the payment its line may be dated, where only amount and date tell; 3 where nothing is said. */
  readonly latestAfter?: number
}

/**
 * Holds the bank's lines against the payments (rule 12). First by the line that was matched before, then by the
 * reference of the payment, then, for lines that repeat none, by amount and date. Only what cannot be otherwise is
 * matched; what could be is ambiguous, for a person to decide. Each payment and each line is in exactly one list.
 */
export const reconcile = (
  payments: ReadonlyArray<OurPayment>,
  { lines, badLines }: ParsedBankLines,
  { latestAfter = 3 }: ReconcileSettings = {},
): Reconciliation => {
  const matching: Matching = {
    payments: new Set(payments),
    lines: new Set(lines),
    matched: [],
    ambiguous: [],
  }
  pairUp(
    matching,
    'matchedBefore',
    ({ bankLine }) => bankLine,
    ({ lineReference }) => lineReference,
  )
  pairUp(
    matching,
    'reference',
    ({ reference }) => reference,
    ({ paymentReference }) => paymentReference,
  )
  byAmountAndDate(matching, latestAfter)
  const onlyOurs = [...matching.payments]
  const onlyTheirs = [...matching.lines]
  return {
    matched: matching.matched,
    onlyOurs,
    onlyTheirs,
    ambiguous: matching.ambiguous,
    badLines,
    totals: {
      matched: totalsOf(matching.matched.map(({ payment }) => payment)),
      onlyOurs: totalsOf(onlyOurs),
      onlyTheirs: totalsOf(onlyTheirs),
    },
  }
}

/** What is not yet in a list, and what is. */
interface Matching {
  readonly payments: Set<OurPayment>
  readonly lines: Set<BankLine>
  readonly matched: Array<MatchedPayment>
  readonly ambiguous: Array<AmbiguousMatch>
}

interface Group {
  readonly payments: Array<OurPayment>
  readonly lines: Array<BankLine>
}

const place = (matching: Matching, { payments, lines }: Readonly<Group>, by: MatchedPayment['by']): void => {
  const [payment] = payments
  const [line] = lines
  if (payment === undefined || line === undefined) return
  if (payments.length === 1 && lines.length === 1) matching.matched.push({ payment, line, by })
  else matching.ambiguous.push({ payments, lines })
  for (const each of payments) matching.payments.delete(each)
  for (const each of lines) matching.lines.delete(each)
}

const groupedBy = (
  { payments, lines }: Matching,
  ours: (payment: OurPayment) => string | null,
  theirs: (line: BankLine) => string | null,
): Iterable<Group> => {
  const groups = new Map<string, Group>()
  const groupOf = (key: string, { currency, amount }: OurPayment | BankLine): Group => {
    const name = JSON.stringify([key, currency, amount])
    const known = groups.get(name)
    if (known !== undefined) return known
    const group = { payments: [], lines: [] }
    groups.set(name, group)
    return group
  }
  for (const payment of payments) {
    const key = ours(payment)
    if (key !== null) groupOf(key, payment).payments.push(payment)
  }
  for (const line of lines) {
    const key = theirs(line)
    if (key !== null) groupOf(key, line).lines.push(line)
  }
  return groups.values()
}

const pairUp = (
  matching: Matching,
  by: MatchedPayment['by'],
  ours: (payment: OurPayment) => string | null,
  theirs: (line: BankLine) => string | null,
): void => {
  for (const group of groupedBy(matching, ours, theirs)) place(matching, group, by)
}

const byAmountAndDate = (matching: Matching, latestAfter: number): void => {
  // A line that names another payment, and a payment that has its line, are nobody else's.
  const free = groupedBy(
    matching,
    ({ bankLine }) => (bankLine === null ? '' : null),
    ({ paymentReference }) => (paymentReference === null ? '' : null),
  )
  for (const { payments, lines } of free)
    for (const { payments: ours, lines: theirs } of groupsByDate(payments, lines, latestAfter))
      place(matching, { payments: [...ours], lines: [...theirs] }, 'amountAndDate')
}
