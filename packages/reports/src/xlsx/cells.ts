import type { Exact, Printed } from '../reading/index.js'
import { styleNo, type CellStyle } from './styles.js'

/** The column's letters: 0 is A, 26 is AA. */
export const columnName = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26)

/** Excel takes no more characters in a cell. */
const longest = 32_767

// XML 1.0 cannot hold these at all; and Excel would read `_x0041_` as a letter.
const forbidden = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu
const escapes: { readonly [character: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const xmlText = (text: string): string =>
  text.replaceAll(forbidden, '\uFFFD').replaceAll(/[&<>"]/g, (character) => escapes[character] ?? '')

const cellText = (text: string): string =>
  xmlText(
    (text.length > longest ? `${text.slice(0, longest - 1)}…` : text).replaceAll(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_'),
  )

/** Days since 1899-12-30, as spreadsheets count; none for days that they count wrongly. */
const serialOf = (date: string): number | undefined => {
  const day = Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)))
  const serial = day / 86_400_000 + 25_569
  return serial < 61 ? undefined : serial
}

/** What a spreadsheet holds of it, and how it shows it; undefined where only the text will do. */
const numberOf = (exact: Exact): { readonly digits: string; readonly as: CellStyle } | undefined => {
  switch (exact.kind) {
    case 'number':
      return { digits: exact.digits, as: exact.decimals === 0 ? 'whole' : exact.decimals === 2 ? 'cents' : 'mills' }
    case 'share':
      return { digits: exact.digits, as: 'share' }
    case 'duration':
      // Spreadsheets show no time below zero.
      return exact.minutes < 0 ? undefined : { digits: String(exact.minutes / 1_440), as: 'duration' }
    case 'date': {
      const serial = serialOf(exact.date)
      return serial === undefined ? undefined : { digits: String(serial), as: 'date' }
    }
    case 'instant': {
      const serial = serialOf(exact.date)
      const minutes = Number(exact.time.slice(0, 2)) * 60 + Number(exact.time.slice(3))
      return serial === undefined ? undefined : { digits: String(serial + minutes / 1_440), as: 'instant' }
    }
  }
}

export interface SheetCell {
  readonly column: number
  readonly printed: Printed
  /** How it looks; what it holds has its own format. */
  readonly look: 'cell' | 'total' | 'label' | 'head' | 'title' | 'plain'
}

/** A cell at its place: a number as a number, a day as a day, anything else a text, never a formula. */
export const cellXml = ({ column, printed, look }: SheetCell, rowNo: number): string => {
  const place = `${columnName(column)}${rowNo}`
  const number =
    printed.exact === undefined || (look !== 'cell' && look !== 'total') ? undefined : numberOf(printed.exact)
  if (number !== undefined) return `<c r="${place}" s="${styleNo(look, number.as)}"><v>${number.digits}</v></c>`
  const style = styleNo(look, 'text')
  return printed.text === ''
    ? `<c r="${place}" s="${style}"/>`
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(printed.text)}</t></is></c>`
}
