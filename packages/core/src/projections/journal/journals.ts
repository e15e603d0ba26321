import type { Stored, StreamName } from '../../eventsourcing/index.js'
import { caseKind, postingsAfter, type CaseEvent, type LedgerAccount, type Posting } from '../../refund-case/index.js'
import type { PaymentMethod } from '../../vocabulary/index.js'
import { caseIdOf, openCard, updateCard, voidsOf, type CaseCard } from '../case-rows/case-card.js'
import { reading, type Projection } from '../runner/projection.js'
import type { CaseBalances, JournalEntry } from './journal-entry.js'

/** The journal: what may be asked of it. */
export interface JournalView {
  /** The entries still in memory, in the global order; `released` more have left it through the sink. */
  readonly entries: () => ReadonlyArray<JournalEntry>
  readonly released: () => number
  /** Refunds payable and channel clearing of a case; none where the case is not known. */
  readonly balancesOf: (caseId: string) => CaseBalances | undefined
  /** Every case on which one of the two is not zero. */
  readonly openBalances: () => ReadonlyArray<CaseBalances>
  /** What stands on each account in one currency, debits less credits, minor units: they add up to zero. */
  readonly trialBalance: (currency: string) => { readonly [Account in LedgerAccount]?: number }
}

/** What the journal remembers of a case, changed in place. Plain JSON. */
interface JournalCase {
  readonly card: CaseCard
  readonly methods: Array<PaymentMethod>
  refundsPayable: number
  channelClearing: number
}

type Accounts = { [Account in LedgerAccount]?: number }

export type JournalRecord =
  | { readonly kind: 'case'; readonly stream: StreamName; readonly of: JournalCase }
  | { readonly kind: 'entry'; readonly of: JournalEntry }
  | { readonly kind: 'accounts'; readonly currency: string; readonly of: Accounts }
  | { readonly kind: 'released'; readonly count: number }

interface JournalBook {
  readonly cases: Map<StreamName, JournalCase>
  readonly accounts: Map<string, Accounts>
  entries: Array<JournalEntry>
  released: number
}

/** The double entry of every case (§6): each entry balanced, in the global order, and leaving through the sink. */
export const journals = (): Projection<JournalView, JournalRecord, JournalEntry> => ({
  name: 'journal',
  version: 1,
  begin: (saved = []) => {
    const book = bookFrom(saved)
    return {
      reads: [
        reading(caseKind, (event, { stream }) => {
          takeCase(book, event, stream)
          return undefined
        }),
      ],
      view: viewOf(book),
      save: () => recordsOf(book),
      release: () => {
        const { entries } = book
        book.entries = []
        book.released += entries.length
        return entries
      },
    }
  },
})

const viewOf = (book: JournalBook): JournalView => ({
  entries: () => [...book.entries],
  released: () => book.released,
  balancesOf: (caseId) => {
    const known = book.cases.get(`${caseKind.category}-${caseId}`)
    return known && balancesOf(known)
  },
  openBalances: () =>
    [...book.cases.values()].map(balancesOf).filter((each) => each.refundsPayable !== 0 || each.channelClearing !== 0),
  trialBalance: (currency) => ({ ...book.accounts.get(currency) }),
})

const balancesOf = ({ card, refundsPayable, channelClearing }: JournalCase): CaseBalances => ({
  caseId: card.caseId,
  documentNo: card.documentNo,
  currency: card.currency,
  refundsPayable,
  channelClearing,
})

const takeCase = (book: JournalBook, event: Stored<CaseEvent>, stream: StreamName): void => {
  const known = book.cases.get(stream)
  if (known === undefined) {
    if (event.type !== 'Requested') return
    const card = openCard(caseIdOf(stream), event)
    book.cases.set(stream, { card, methods: [], refundsPayable: 0, channelClearing: 0 })
    return
  }
  const { card, methods } = known
  const postings = mayPost(event)
    ? postingsAfter({ accrued: card.accrued, methodOf: (attempt) => methods[attempt - 1] }, event)
    : nothing
  updateCard(card, event)
  if (event.type === 'PaymentStarted') methods.push(event.data.method)
  if (postings.length === 0) return
  const accounts = accountsIn(book, card.currency)
  for (const { account, side, amount } of postings) {
    accounts[account] = (accounts[account] ?? 0) + (side === 'debit' ? amount : -amount)
    // Liabilities grow with credits.
    const owed = side === 'credit' ? amount : -amount
    if (account === 'refundsPayable') known.refundsPayable += owed
    if (account === 'channelClearing') known.channelClearing += owed
  }
  book.entries.push({
    seq: book.released + book.entries.length + 1,
    caseId: card.caseId,
    documentNo: card.documentNo,
    eventId: event.meta.id,
    event: event.type,
    at: event.meta.occurredAt,
    by: event.meta.actor.id,
    currency: card.currency,
    postings,
  })
}

const nothing: ReadonlyArray<Posting> = []

/** Whether it is worth asking what the event posts: most post nothing. */
const mayPost = (event: Stored<CaseEvent>): boolean => {
  switch (event.type) {
    case 'Approved':
    case 'Paid':
    case 'PaymentStarted':
    case 'PaymentFailed':
    case 'PaymentReversed':
    case 'BankLineMatched':
      return true
    default:
      return voidsOf(event) !== undefined
  }
}

const accountsIn = ({ accounts }: JournalBook, currency: string): Accounts => {
  const known = accounts.get(currency)
  if (known !== undefined) return known
  const opened = {}
  accounts.set(currency, opened)
  return opened
}

function* recordsOf({ cases, accounts, entries, released }: JournalBook): Iterable<JournalRecord> {
  yield { kind: 'released', count: released }
  for (const [stream, of] of cases) yield { kind: 'case', stream, of }
  for (const [currency, of] of accounts) yield { kind: 'accounts', currency, of }
  for (const of of entries) yield { kind: 'entry', of }
}

const bookFrom = (saved: Iterable<JournalRecord>): JournalBook => {
  const book: JournalBook = { cases: new Map(), accounts: new Map(), entries: [], released: 0 }
  for (const record of saved) {
    if (record.kind === 'case') book.cases.set(record.stream, record.of)
    else if (record.kind === 'accounts') book.accounts.set(record.currency, record.of)
    else if (record.kind === 'entry') book.entries.push(record.of)
    else book.released = record.count
  }
  return book
}
