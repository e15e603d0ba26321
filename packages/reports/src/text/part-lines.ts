import type { BoxesPart, ChartPart, Entry, FieldsPart, NotePart, OpinionPart, Part } from '../document/index.js'
import { entryLines, fieldsText, type Printer } from '../reading/index.js'
import { ruledFrame } from './ruled.js'
import { wholeRow, type Sheet } from './sheet.js'
import { tableLines } from './table-lines.js'
import { fill, textWidth } from './width.js'
import { shared } from './widths.js'

type Lines = AsyncIterable<string>

export const partLines = (part: Part, sheet: Sheet): Lines => {
  switch (part.part) {
    case 'fields':
      return fieldsLines(part, sheet)
    case 'boxes':
      return boxesLines(part, sheet)
    case 'opinion':
      return opinionLines(part, sheet)
    case 'table':
      return tableLines(part, sheet)
    case 'chart':
      return chartLines(part, sheet)
    case 'note':
      return noteLines(part, sheet)
  }
}

const labelWidth = 16

const fieldsLines = async function* ({ rows }: FieldsPart, { frame, width, printer }: Sheet): Lines {
  for (const fields of rows) {
    const room = width - ruledFrame(2 * fields.length)
    const widths = shared(
      room - labelWidth * fields.length,
      fields.map(() => 1),
    )
    const cells = []
    for (const [index, { label, value }] of fields.entries()) {
      cells.push({ text: printer.label(label), width: labelWidth })
      cells.push({ text: (await printer.value(value)).text, width: widths[index] ?? 2 })
    }
    yield* frame.row(cells)
  }
}

/** `1. 文件编号：…；手机号：…`, one entry under the other; 无 where there is none. */
const entriesText = async (entries: ReadonlyArray<Entry>, printer: Printer): Promise<string> => {
  const texts: Array<string> = []
  for (const [index, entry] of entries.entries()) {
    const said = (await entryLines(entry, printer)).join('\n')
    texts.push(`${index + 1}. ${said.replaceAll('\n', '\n   ')}`)
  }
  return texts.length === 0 ? printer.nothing : texts.join('\n')
}

const boxesLines = async function* ({ label, boxes }: BoxesPart, { frame, width, printer }: Sheet): Lines {
  const group = label === undefined ? [] : [{ text: printer.label(label), width: 10 }]
  const taken = group.reduce((sum, cell) => sum + cell.width, ruledFrame(2 + group.length) + labelWidth)
  for (const [index, box] of boxes.entries()) {
    const held =
      'value' in box.holds ? (await printer.value(box.holds.value)).text : await entriesText(box.holds.entries, printer)
    const text = box.hint === undefined ? held : `(${printer.label(box.hint)})\n${held}`
    const hangs = index > 0 && group.length > 0
    const first = hangs ? group.map((cell) => ({ ...cell, text: '' })) : group
    yield* frame.row(
      [...first, { text: printer.label(box.label), width: labelWidth }, { text, width: width - taken }],
      hangs,
    )
  }
}

const opinionLines = async function* (part: OpinionPart, sheet: Sheet): Lines {
  const { printer } = sheet
  const hint = part.hint === undefined ? '' : `(${printer.label(part.hint)})`
  const said: Array<string> = []
  for (const { opinion, signature } of part.entries)
    said.push((await printer.value(opinion)).text, `    ${await fieldsText(signature, '    ', printer)}`)
  if (part.entries.length === 0) said.push(printer.nothing, `    ${await fieldsText(part.unsigned, '    ', printer)}`)
  yield* wholeRow(sheet, [`${printer.label(part.label)}${printer.colon}${hint}`, ...said].join('\n'))
}

const noteLines = async function* ({ label, value }: NotePart, sheet: Sheet): Lines {
  const { printer } = sheet
  const { text } = await printer.value(value)
  yield* wholeRow(sheet, label === undefined ? text : `${printer.label(label)}${printer.colon}\n${text}`)
}

const chartLines = async function* ({ label, bars }: ChartPart, sheet: Sheet): Lines {
  const { printer, width } = sheet
  yield* wholeRow(sheet, printer.label(label), 'centre')
  if (bars.length === 0) return yield* wholeRow(sheet, printer.nothing)
  const rows: Array<{ readonly name: string; readonly size: number; readonly value: string }> = []
  for (const bar of bars)
    rows.push({
      name: (await printer.value(bar.label)).text,
      size: bar.size,
      value: (await printer.value(bar.value)).text,
    })
  const names = Math.max(...rows.map(({ name }) => textWidth(name)))
  const values = Math.max(...rows.map(({ value }) => textWidth(value)))
  const room = Math.max(8, width - ruledFrame(1) - names - values - 2)
  const most = Math.max(1, ...rows.map(({ size }) => size))
  const lines = rows.map(({ name, size, value }) => {
    const bar = '█'.repeat(Math.round((room * Math.max(0, size)) / most))
    return `${fill(name, names)} ${bar}${bar === '' ? '' : ' '}${value}`
  })
  yield* wholeRow(sheet, lines.join('\n'))
}
