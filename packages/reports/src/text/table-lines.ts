import type { TablePart } from '../document/index.js'
import type { Printed } from '../reading/index.js'
import { ruledFrame, type RuledCell } from './ruled.js'
import { wholeRow, type Sheet } from './sheet.js'
import { shared } from './widths.js'

/** A table, row by row. Rows of data have no line between them: a ledger of many rows stays readable. */
export const tableLines = async function* (
  { label, columns, rows, totals }: TablePart,
  sheet: Sheet,
): AsyncIterable<string> {
  const { frame, width, printer } = sheet
  if (label !== undefined) yield* wholeRow(sheet, printer.label(label), 'centre')
  const widths = shared(
    width - ruledFrame(columns.length),
    columns.map((column) => column.width),
  )
  const cells = (texts: ReadonlyArray<string>): ReadonlyArray<RuledCell> =>
    columns.map(({ align }, index) => ({ text: texts[index] ?? '', width: widths[index] ?? 2, align }))
  yield* frame.row(cells(columns.map((column) => printer.label(column.label))))
  const textsOf = (printed: ReadonlyArray<Printed>) => cells(printed.map(({ text }) => text))
  let first = true
  for await (const row of rows) {
    const lines = frame.row(textsOf(await printer.row(row)))
    yield* first ? lines : lines.slice(1)
    first = false
  }
  if (first) yield* wholeRow(sheet, printer.nothing)
  for (const row of totals?.() ?? []) yield* frame.row(textsOf(await printer.row(row)))
}
