import type * as t from 'io-ts'
import { YearMonth } from '../calendar/index.js'
import { streamName, type StreamName } from '../eventsourcing/stream-name.js'
import { words } from '../vocabulary/index.js'

/** Whose ledger it is (LG1): customer service keeps F3, finance F4. */
export const LedgerDepartment = words('LedgerDepartment', 'customerService', 'finance')
export type LedgerDepartment = t.TypeOf<typeof LedgerDepartment>

/** What names one ledger. */
export interface LedgerId {
  readonly department: LedgerDepartment
  readonly month: YearMonth
}

export const ledgerStream = ({ department, month }: LedgerId): StreamName =>
  streamName('ledger', `${department}-${month}`)

const STREAM = /^ledger-([A-Za-z]+)-(\d{4}-\d\d)$/

/** Which ledger a stream is of; none where it is no ledger's. */
export const ledgerOfStream = (stream: StreamName): LedgerId | undefined => {
  const [, department, month] = STREAM.exec(stream) ?? []
  return LedgerDepartment.is(department) && YearMonth.is(month) ? { department, month } : undefined
}

/** The other of the two departments: both ledgers of a month are cut at one place. */
export const otherDepartment = (department: LedgerDepartment): LedgerDepartment =>
  department === 'finance' ? 'customerService' : 'finance'
