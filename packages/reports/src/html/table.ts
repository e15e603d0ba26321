import type { Row, TablePart } from '../document/index.js'
import type { Printed, Printer } from '../reading/index.js'
import { markup, type Markup } from './markup.js'
import { cellMarkup } from './parts.js'

/** A table, written row by row, so that a long one is never held whole. */
export const tableMarkup = async function* (part: TablePart, printer: Printer): AsyncIterable<Markup> {
  const { label, columns, rows, totals, atLeast = 0 } = part
  const all = columns.reduce((sum, { width }) => sum + width, 0)
  const caption = label === undefined ? undefined : markup`<caption>${printer.label(label)}</caption>`
  const widths = columns.map(({ width }) => markup`<col style="width:${((width * 100) / all).toFixed(2)}%">`)
  const heads = columns.map((column) => markup`<th scope="col">${printer.label(column.label)}</th>`)
  yield markup`<table>${caption}<colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>`
  const rowOf = (printed: ReadonlyArray<Printed>): ReadonlyArray<Markup> =>
    columns.map((column, index) => cellMarkup(printed[index] ?? { text: '' }, column))
  let count = 0
  for await (const row of rows) {
    count++
    yield markup`<tr>${rowOf(await printer.row(row))}</tr>`
  }
  if (count === 0 && atLeast === 0)
    yield markup`<tr><td class="none centre" colspan="${columns.length}">${printer.nothing}</td></tr>`
  for (let no = count + 1; no <= atLeast; no++) {
    const first: Printed = no === 1 ? { text: printer.nothing, empty: true } : { text: '' }
    yield markup`<tr>${rowOf([{ text: String(no) }, first])}</tr>`
  }
  for (const row of totals?.() ?? [])
    yield markup`<tr class="total">${totalCells(part, row, await printer.row(row))}</tr>`
  yield markup`</tbody></table>`
}

/** The label of a sum goes on over the columns that it leaves free. */
const totalCells = ({ columns }: TablePart, row: Row, printed: ReadonlyArray<Printed>): ReadonlyArray<Markup> => {
  const next = row.findIndex(({ is }, index) => index > 0 && is !== 'blank')
  const span = next === -1 ? columns.length : next
  return columns.flatMap((column, index) =>
    index > 0 && index < span ? [] : [cellMarkup(printed[index] ?? { text: '' }, column, index === 0 ? span : 1)],
  )
}
