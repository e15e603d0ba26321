/** A column by its name in the head of the file, or by its place: 1 is the first. */
export type Column = string | number

export const bankDateFormats = [
  'yyyy-MM-dd',
  'yyyy/MM/dd',
  'yyyyMMdd',
  'dd.MM.yyyy',
  'dd/MM/yyyy',
  'MM/dd/yyyy',
] as const
export type BankDateFormat = (typeof bankDateFormats)[number]

/** How a bank writes its lines. Nothing is guessed: what does not fit is a bad line. */
export interface BankLineSettings {
  /** Whether the first row names the columns. */
  readonly hasHead: boolean
  readonly columns: {
    readonly lineReference: Column
    readonly date: Column
    readonly amount: Column
    /** Where the bank repeats the reference of the payment. */
    readonly paymentReference?: Column
    /** None: every line is in `currency`. */
    readonly currency?: Column
  }
  readonly dateFormat: BankDateFormat
  readonly decimalMark: '.' | ','
  /** What stands between thousands, where something does. */
  readonly thousandsMark?: ',' | '.' | ' ' | "'"
  /** How money that left the account is written. What has the other sign came back. */
  readonly outgoing: 'positive' | 'negative'
  /** ISO 4217. */
  readonly currency: string
}

/** One row of the file: its cells as texts, and the line on which it begins; the first is 1. */
export interface TextRow {
  readonly lineNo: number
  readonly cells: ReadonlyArray<string>
}
