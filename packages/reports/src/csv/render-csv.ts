import { asChunks, inPieces, type Chunks } from '../chunks.js'
import type { Form, TablePart } from '../document/index.js'
import { printerFor, type Printed, type Printer, type Reader } from '../reading/index.js'
import { csvLine } from './cell.js'
import { flatRows } from './flat-rows.js'

export interface CsvOptions {
  /** Begin with U+FEFF, by which Excel knows UTF-8. */
  readonly bom?: boolean
}

/**
 * The form as CSV (RFC 4180, UTF-8). A form about one table comes as that table, with its header and its sums; any
 * other as a list of what stands where: part, number, field, value.
 */
export const renderCsv = (form: Form, reader: Reader, options: CsvOptions = {}): Chunks<string> => {
  const printer = printerFor(reader, form.zone)
  return asChunks(printer, inPieces(linesOf(form, printer, options.bom === true), '\r\n'))
}

/** The table that the form is about, where it is about one. */
const mainTable = ({ parts }: Form): TablePart | undefined =>
  parts.find((part): part is TablePart => part.part === 'table' && part.main === true)

const linesOf = async function* (form: Form, printer: Printer, bom: boolean): AsyncIterable<string> {
  const table = mainTable(form)
  const lines = table === undefined ? listLines(form, printer) : tableLines(table, printer)
  let first = bom
  for await (const line of lines) {
    yield first ? `\uFEFF${line}` : line
    first = false
  }
}

const tableLines = async function* ({ columns, rows, totals }: TablePart, printer: Printer): AsyncIterable<string> {
  yield csvLine(columns.map(({ label }) => ({ text: printer.label(label) })))
  for await (const row of rows) yield csvLine(await printer.row(row))
  for (const row of totals?.() ?? []) yield csvLine(await printer.row(row))
}

const listLines = async function* (form: Form, printer: Printer): AsyncIterable<string> {
  const heads = [
    ['part', '部分'],
    ['no.', '序号'],
    ['field', '项目'],
    ['value', '内容'],
  ] as const
  yield csvLine(heads.map((head) => ({ text: printer.label(head) })))
  for await (const { part, no, label, value } of flatRows(form)) {
    const cells: ReadonlyArray<Printed> = [
      { text: part === undefined ? '' : printer.label(part) },
      { text: no === undefined ? '' : String(no) },
      { text: label === undefined ? '' : printer.label(label) },
      await printer.value(value),
    ]
    yield csvLine(cells)
  }
}
