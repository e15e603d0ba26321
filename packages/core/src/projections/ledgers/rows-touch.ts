import { streamName, type StreamName } from '../../eventsourcing/index.js'
import { caseKind } from '../../refund-case/index.js'
import type { FinanceRow, LedgerRow } from './ledger.js'

/** Who paid in the month or took the cashier's check, each once, in order: they may not prepare the finance ledger. */
export const cashiersIn = (rows: Iterable<Pick<FinanceRow, 'cashierCheck' | 'recordedBy'>>): ReadonlyArray<string> => {
  const cashiers = new Set<string>()
  for (const { cashierCheck, recordedBy } of rows) {
    cashiers.add(recordedBy)
    if (cashierCheck !== null) cashiers.add(cashierCheck.by)
  }
  return [...cashiers].toSorted()
}

/** The streams that rows come from, each once, in order: whose heads the closing of the ledger records (§9). */
export const streamsBehind = (rows: Iterable<Pick<LedgerRow, 'caseId'>>): ReadonlyArray<StreamName> => {
  const streams = new Set<StreamName>()
  for (const { caseId } of rows) streams.add(streamName(caseKind.category, caseId))
  return [...streams].toSorted()
}
