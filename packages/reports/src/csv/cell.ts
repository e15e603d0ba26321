import type { Printed } from '../reading/index.js'

// What a spreadsheet takes for the beginning of a formula, also behind blanks it would drop (OWASP).
const dangerous = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** A number that the library wrote itself is one, minus or not. */
const isNumber = ({ text, exact }: Printed): boolean => exact?.kind === 'number' && text === exact.digits

const safe = (printed: Printed): string =>
  dangerous.test(printed.text) && !isNumber(printed) ? `'${printed.text}` : printed.text

/** A cell of a line of CSV (RFC 4180). A text that a spreadsheet would calculate gets an apostrophe before it. */
const csvCell = (printed: Printed): string => {
  const text = safe(printed)
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

export const csvLine = (cells: ReadonlyArray<Printed>): string => cells.map(csvCell).join(',')
