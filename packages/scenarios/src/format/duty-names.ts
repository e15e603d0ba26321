import type { LocalDate } from '@refund-case/core'

/** A duty shift as a file names it. */
export interface ShiftName {
  readonly desk?: string
  readonly date: LocalDate
  readonly shift: string
}

/** A ledger as a file names it. */
export interface LedgerName {
  readonly department: string
  readonly month: string
}
