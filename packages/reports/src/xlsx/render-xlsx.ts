import { asChunks, type Chunks } from '../chunks.js'
import type { Form } from '../document/index.js'
import { printerFor, type Printer, type Reader } from '../reading/index.js'
import { cellXml, columnName } from './cells.js'
import { formRows, type SheetRow } from './form-rows.js'
import { stylesXml } from './styles.js'
import {
  contentTypesXml,
  rootRelationsXml,
  sheetBeginning,
  sheetEnd,
  sheetName,
  workbookRelationsXml,
  workbookXml,
  type WrittenSheet,
} from './workbook.js'
import { zipWriter, type ZipWriter } from './zip.js'

/** Excel has no more rows in a sheet: what is more goes on in the next one. */
const mostRows = 1_048_576

/** The form as a workbook. Rows are packed as they come, so that a hundred thousand take no more memory than ten. */
export const renderXlsx = (form: Form, reader: Reader): Chunks<Uint8Array> => {
  const printer = printerFor(reader, form.zone)
  return asChunks(printer, piecesOf(form, printer))
}

const piecesOf = async function* (form: Form, printer: Printer): AsyncIterable<Uint8Array> {
  const zip = zipWriter()
  const sheets: Array<WrittenSheet> = []
  const rows = peeked(formRows(form, printer))
  const title = printer.label(form.title)
  do {
    const name = sheetName(title, sheets.length + 1)
    yield* writeSheet(zip, form, rows, sheets.length + 1, (repeats) => sheets.push({ name, repeats }))
  } while (!(await rows.isOver()))
  const files: ReadonlyArray<readonly [string, string]> = [
    ['xl/styles.xml', stylesXml],
    ['xl/workbook.xml', workbookXml(sheets)],
    ['xl/_rels/workbook.xml.rels', workbookRelationsXml(sheets)],
    ['_rels/.rels', rootRelationsXml],
    ['[Content_Types].xml', contentTypesXml(sheets)],
  ]
  for (const [name, text] of files) {
    const file = zip.file(name)
    file.write(text)
    file.end()
  }
  zip.end()
  yield* zip.ready()
}

interface Peeked<T> {
  readonly next: () => Promise<T | undefined>
  readonly isOver: () => Promise<boolean>
}

/** Taken one by one, and asked before whether there are more. */
const peeked = <T>(all: AsyncIterable<T>): Peeked<T> => {
  const iterator = all[Symbol.asyncIterator]()
  let ahead: Promise<IteratorResult<T, unknown>> | undefined
  const look = () => (ahead ??= iterator.next())
  return {
    next: async () => {
      const found = await look()
      ahead = undefined
      return found.done === true ? undefined : found.value
    },
    isOver: async () => (await look()).done === true,
  }
}

const widthsOf = ({ parts }: Form): ReadonlyArray<number> => {
  const tables = parts.flatMap((part) => (part.part === 'table' ? [part.columns.map(({ width }) => width)] : []))
  const most = Math.max(2, ...tables.map(({ length }) => length))
  const labels = tables.length === 0 ? [24, 90] : [8, 8]
  return Array.from({ length: most }, (_, index) =>
    Math.max(labels[index] ?? 8, ...tables.map((widths) => (widths[index] ?? 0) + 2)),
  )
}

const writeSheet = async function* (
  zip: ZipWriter,
  form: Form,
  rows: Peeked<SheetRow>,
  no: number,
  written: (repeats: number | undefined) => void,
): AsyncIterable<Uint8Array> {
  const file = zip.file(`xl/worksheets/sheet${no}.xml`)
  const widths = widthsOf(form)
  const last = columnName(widths.length - 1)
  const merged: Array<string> = []
  let rowNo = 0
  let text = ''
  let begun = false
  let repeats: number | undefined
  const begin = () => {
    text = sheetBeginning(widths, repeats) + text
    begun = true
  }
  while (rowNo < mostRows) {
    const row = await rows.next()
    if (row === undefined) break
    rowNo++
    text += `<row r="${rowNo}">${row.cells.map((cell) => cellXml(cell, rowNo)).join('')}</row>`
    if (row.wide !== undefined && row.wide < widths.length - 1)
      merged.push(`${columnName(row.wide)}${rowNo}:${last}${rowNo}`)
    // What stays in view is said before the first row: it waits for the header of the table.
    if (!begun && row.header === true) {
      repeats = rowNo
      begin()
    }
    if (!begun || text.length < 65_536) continue
    file.write(text)
    text = ''
    yield* zip.ready()
  }
  if (!begun) begin()
  file.write(text + sheetEnd(merged, form.page))
  file.end()
  written(repeats)
  yield* zip.ready()
}
