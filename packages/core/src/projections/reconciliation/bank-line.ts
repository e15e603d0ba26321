import type { LocalDate } from '../../calendar/index.js'

/** One line of the cashier's bank statement (退款流水). */
export interface BankLine {
  /** Where it stands in the file: the first line is 1. */
  readonly lineNo: number
  /** The bank's own name for it. */
  readonly lineReference: string
  readonly date: LocalDate
  /** Minor units of `currency` that left the account; below zero where they came back. */
  readonly amount: number
  readonly currency: string
  /** The reference that was given with the payment, where the bank repeats it. */
  readonly paymentReference: string | null
}

/** Why a line could not be read. */
export const badLineReasons = [
  'columnMissing',
  'tooManyCells',
  'referenceMissing',
  'dateMalformed',
  'amountMalformed',
  'amountZero',
  'amountTooLarge',
  'currencyUnknown',
  'lineReferenceRepeated',
] as const
export type BadLineReason = (typeof badLineReasons)[number]

/** A line that could not be read: its number, the column and why; never what stood there. */
export interface BadLine {
  readonly lineNo: number
  readonly column: string | null
  readonly reason: BadLineReason
}
