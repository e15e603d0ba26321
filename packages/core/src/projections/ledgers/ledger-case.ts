import type { Instant, LocalDate, YearMonth } from '../../calendar/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import type { Amounts } from '../../money/amounts.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import type { Role } from '../../vocabulary/index.js'
import type { CaseCard } from '../case-rows/case-card.js'
import type { DoneBy } from '../case-rows/index.js'
import type { LedgerRemark, RowPlace } from './ledger.js'

/** The checks of the round of approvals that runs, by who has to make them. */
interface Checks {
  readonly cashier: DoneBy | null
  readonly accountant: DoneBy | null
  readonly financeDirector: DoneBy | null
}

/** Something learnt later than the row was born: how many cuts had been made by then tells on which side it stands. */
export interface Learnt {
  readonly at: Instant
  readonly cuts: number
}

/** A row on its way into a ledger. Plain JSON, changed in place until its case is closed. */
export interface Entry {
  /** Counted through all entries, from 1. */
  readonly no: number
  /** Its running number, where that is sure from its birth: the month had not been cut then. */
  readonly seq: number | null
  readonly caseId: string
  /** The month in which it is dated. */
  readonly dated: YearMonth
  /** How many cuts had been made before it. */
  readonly cuts: number
  readonly occurredAt: Instant
  readonly submittedOn: LocalDate
  readonly desk: string
  readonly documentNo: string
  readonly orderNo: string | null
  readonly contact: SealedPlace | null
  readonly bank: SealedPlace | null
  readonly submitter: string
  /** Who recorded that it was paid, or came back. */
  readonly recordedBy: string
  readonly currency: string
  /** +1: paid, −1: came back. */
  readonly sign: 1 | -1
  readonly amounts: Amounts
  readonly remark: ReadonlyArray<LedgerRemark>
  readonly toTechAt: Instant | null
  readonly toFinanceAt: Instant | null
  readonly checks: Checks
  /** The entry it takes back. */
  readonly reverses: number | null
  financeReplied: Learnt | null
  customerTold: Learnt | null
  /** Nothing changes it any more: it may leave. */
  ready: boolean
}

/** What the ledgers remember of a case, changed in place. Plain JSON. */
export interface LedgerCase {
  readonly card: CaseCard
  toTechAt: Instant | null
  toFinanceAt: Instant | null
  checks: Checks
  otherAccount: boolean
  ruled: boolean
  /** The entry of each payment by the number of its attempt, and where it stands once its month is closed. */
  readonly paid: Array<{ readonly attempt: number; readonly entry: number; place: RowPlace | null }>
  /** The newest entry, as long as something may be learnt for it. */
  open: Entry | null
}

const noChecks: Checks = { cashier: null, accountant: null, financeDirector: null }

export const ledgerCase = (card: CaseCard): LedgerCase => ({
  card,
  toTechAt: null,
  toFinanceAt: null,
  checks: noChecks,
  otherAccount: false,
  ruled: false,
  paid: [],
  open: null,
})

const checked = ({ cashier, accountant, financeDirector }: Checks, role: Role, done: DoneBy): Checks => ({
  cashier: role === 'cashier' ? done : cashier,
  accountant: role === 'accountant' ? done : accountant,
  financeDirector: role === 'financeDirector' ? done : financeDirector,
})

/** Brings up to date what the columns of a later row will say. */
export const noteFor = (known: LedgerCase, event: Stored<CaseEvent>): void => {
  const { occurredAt: at, actor } = event.meta
  switch (event.type) {
    case 'Submitted':
      if (event.data.to === 'technical') known.toTechAt = at
      else known.toFinanceAt = at
      break
    case 'Approved': {
      if (event.data.step === 1) known.checks = noChecks
      known.checks = checked(known.checks, event.data.role, { by: actor.id, at })
      break
    }
    case 'DestinationChanged':
      known.otherAccount = true
      break
    case 'Ruled':
      known.ruled = true
      break
    default:
  }
}

const remarksOn = (known: LedgerCase, { data }: Stored<CaseEventOf<'Paid'>>): ReadonlyArray<LedgerRemark> => {
  const remark: Array<LedgerRemark> = []
  if (data.attempt > 1) remark.push('paidAgain')
  if (known.otherAccount) remark.push('otherAccount')
  if (known.ruled) remark.push('byRuling')
  if (data.method === 'merchantDeposit') remark.push('fromDeposit')
  return remark
}

/** The row that a Paid or a PaymentReversed brings forth. */
export const entryOf = (
  known: LedgerCase,
  event: Stored<CaseEventOf<'Paid'> | CaseEventOf<'PaymentReversed'>>,
  { no, seq, dated, cuts, submittedOn }: Pick<Entry, 'no' | 'seq' | 'dated' | 'cuts' | 'submittedOn'>,
): Entry => {
  const { card } = known
  const isPaid = event.type === 'Paid'
  const taken = known.paid.findLast(({ attempt }) => attempt === event.data.attempt)
  return {
    no,
    seq,
    caseId: card.caseId,
    dated,
    cuts,
    occurredAt: event.meta.occurredAt,
    submittedOn,
    desk: card.desk,
    documentNo: card.documentNo,
    orderNo: card.details.orderNo,
    contact: card.details.contact,
    bank: card.details.bank,
    submitter: card.submitter,
    recordedBy: event.meta.actor.id,
    currency: card.currency,
    sign: isPaid ? 1 : -1,
    amounts: event.data.amounts,
    remark: isPaid ? remarksOn(known, event) : ['reversed'],
    toTechAt: known.toTechAt,
    toFinanceAt: known.toFinanceAt,
    checks: known.checks,
    reverses: isPaid ? null : (taken?.entry ?? null),
    financeReplied: null,
    customerTold: null,
    ready: false,
  }
}
