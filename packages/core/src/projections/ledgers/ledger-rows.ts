import type { YearMonth } from '../../calendar/index.js'
import { totalOf } from '../../money/amounts.js'
import type { Entry, Learnt } from './ledger-case.js'
import type { CustomerServiceRow, FinanceRow, LedgerRow, RowPlace } from './ledger.js'

/** Where a row comes to stand, and what was known by then. */
export interface RowSetting extends RowPlace {
  /** The cut of its month; null while there is none. */
  readonly cut: number | null
  readonly reverses: RowPlace | null
}

const knownBy = (cut: number | null, learnt: Learnt | null) =>
  learnt === null || (cut !== null && learnt.cuts >= cut) ? null : learnt.at

const isCorrection = (dated: YearMonth, { month, reverses }: RowSetting): boolean =>
  dated < month || (reverses !== null && reverses.month < month)

const sharedOf = (entry: Entry, setting: RowSetting): LedgerRow => {
  const correction = isCorrection(entry.dated, setting)
  return {
    seq: setting.seq,
    caseId: entry.caseId,
    submittedOn: entry.submittedOn,
    refundSheetNo: entry.documentNo,
    orderNo: entry.orderNo,
    bank: entry.bank,
    amount: entry.sign === 1 ? totalOf(entry.amounts) : 0 - totalOf(entry.amounts),
    amounts: entry.amounts,
    currency: entry.currency,
    submitter: entry.submitter,
    occurredAt: entry.occurredAt,
    remark: correction ? [...entry.remark, 'correction'] : entry.remark,
    reverses: setting.reverses,
    correction,
  }
}

/** The row as customer service keeps it. */
export const customerServiceRow = (entry: Entry, setting: RowSetting): CustomerServiceRow => ({
  ...sharedOf(entry, setting),
  contact: entry.contact,
  toTechAt: entry.toTechAt,
  toFinanceAt: entry.toFinanceAt,
  financeRepliedAt: knownBy(setting.cut, entry.financeReplied),
  customerToldAt: knownBy(setting.cut, entry.customerTold),
})

/** The row as finance keeps it. */
export const financeRow = (entry: Entry, setting: RowSetting): FinanceRow => ({
  ...sharedOf(entry, setting),
  cashierCheck: entry.checks.cashier,
  accountantReview: entry.checks.accountant,
  directorReview: entry.checks.financeDirector,
  toldCs: knownBy(setting.cut, entry.financeReplied),
  recordedBy: entry.recordedBy,
})
