import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { exponentOf } from '../../money/index.js'
import { bankLineAmount } from './bank-line-amount.js'
import { bankLineDate } from './bank-line-date.js'
import type { BankLineSettings, Column, TextRow } from './bank-line-settings.js'
import type { BadLine, BadLineReason, BankLine } from './bank-line.js'

export interface ParsedBankLines {
  readonly lines: ReadonlyArray<BankLine>
  readonly badLines: ReadonlyArray<BadLine>
}

type Places = { readonly [Name in keyof Required<BankLineSettings['columns']>]: number | undefined }

/**
 * Reads the cashier's bank lines. Every row but the head is either a line or a bad line with its number: none is lost and
 * none guessed. Where the head lacks a column, no row can be read, and each is a bad line. Blanks around a cell are
 * not part of it.
 */
export const parseBankLines = (rows: ReadonlyArray<TextRow>, settings: BankLineSettings): ParsedBankLines => {
  const head = settings.hasHead ? rows[0]?.cells : undefined
  const places = placesIn(settings, head?.map(trimmed))
  const lines: Array<BankLine> = []
  const badLines: Array<BadLine> = []
  const references = new Set<string>()
  for (const row of settings.hasHead ? rows.slice(1) : rows) {
    const line = isLeft(places) ? places : lineOf(row, places.right, settings, head?.length, references)
    if (isLeft(line)) badLines.push({ lineNo: row.lineNo, ...line.left })
    else {
      references.add(line.right.lineReference)
      lines.push(line.right)
    }
  }
  return { lines, badLines }
}

type Bad = Omit<BadLine, 'lineNo'>

// A byte order mark, and what people leave around a cell.
const trimmed = (cell: string): string => cell.replace(/^\uFEFF/, '').trim()

const placesIn = ({ columns }: BankLineSettings, head: ReadonlyArray<string> | undefined): Either<Bad, Places> => {
  const missing: Array<string> = []
  const place = (column: Column | undefined): number | undefined => {
    if (column === undefined) return undefined
    const at = typeof column === 'number' ? column - 1 : (head?.indexOf(column) ?? -1)
    if (at < 0 || (head !== undefined && at >= head.length)) missing.push(String(column))
    return at
  }
  const places: Places = {
    lineReference: place(columns.lineReference),
    date: place(columns.date),
    amount: place(columns.amount),
    paymentReference: place(columns.paymentReference),
    currency: place(columns.currency),
  }
  const [column] = missing
  return column === undefined ? right(places) : left({ column, reason: 'columnMissing' })
}

const lineOf = (
  { lineNo, cells }: TextRow,
  places: Places,
  settings: BankLineSettings,
  width: number | undefined,
  references: ReadonlySet<string>,
): Either<Bad, BankLine> => {
  const { columns } = settings
  const bad = (name: keyof Places, reason: BadLineReason): Either<Bad, never> =>
    left({ column: String(columns[name] ?? name), reason })
  const cell = (name: keyof Places): string | undefined => {
    const at = places[name]
    const text = at === undefined ? undefined : cells[at]
    return text === undefined ? undefined : trimmed(text)
  }
  if (width !== undefined && cells.length > width) return left({ column: null, reason: 'tooManyCells' })
  for (const name of ['lineReference', 'date', 'amount', 'paymentReference', 'currency'] as const)
    if (columns[name] !== undefined && cell(name) === undefined) return bad(name, 'columnMissing')

  const lineReference = cell('lineReference') ?? ''
  if (lineReference === '') return bad('lineReference', 'referenceMissing')
  if (references.has(lineReference)) return bad('lineReference', 'lineReferenceRepeated')
  const date = bankLineDate(cell('date') ?? '', settings.dateFormat)
  if (date === undefined) return bad('date', 'dateMalformed')
  const currency = cell('currency') ?? settings.currency
  if (exponentOf(currency) === undefined) return bad('currency', 'currencyUnknown')
  const amount = bankLineAmount(cell('amount') ?? '', currency, settings)
  if (isLeft(amount)) return bad('amount', amount.left)
  const paymentReference = cell('paymentReference') ?? ''
  return right({
    lineNo,
    lineReference,
    date,
    amount: amount.right,
    currency,
    paymentReference: paymentReference === '' ? null : paymentReference,
  })
}
