import { asChunks, inPieces, type Chunks } from '../chunks.js'
import type { Field, Form } from '../document/index.js'
import { printerFor, type Printer, type Reader } from '../reading/index.js'
import { partLines } from './part-lines.js'
import { ruled } from './ruled.js'
import { fillLeft, textWidth, wrapped } from './width.js'
import { widthOfForm } from './widths.js'

/** The form as plain text, in lines as wide as the form; wide characters take two columns. */
export const renderText = (form: Form, reader: Reader): Chunks<string> => {
  const printer = printerFor(reader, form.zone)
  return asChunks(printer, inPieces(linesOf(form, printer)))
}

const centred = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, Math.floor((width - textWidth(text)) / 2))) + text

/** Fields beside each other, in as many lines as they need. */
const fieldLines = async (
  fields: ReadonlyArray<Field>,
  width: number,
  printer: Printer,
): Promise<ReadonlyArray<string>> => {
  const texts: Array<string> = []
  for (const { label, value } of fields)
    texts.push(`${printer.label(label)}${printer.colon}${(await printer.value(value)).text}`)
  return texts.length === 0 ? [] : wrapped(texts.join('    '), width)
}

const linesOf = async function* (form: Form, printer: Printer): AsyncIterable<string> {
  const width = widthOfForm(form)
  if (form.number !== undefined)
    for (const line of await fieldLines([form.number], width, printer)) yield fillLeft(line, width)
  yield centred(printer.label(form.title), width)
  yield* await fieldLines(form.head, width, printer)
  const frame = ruled()
  for (const part of form.parts) yield* partLines(part, { frame, width, printer })
  yield* frame.end()
  yield* await fieldLines(form.foot, width, printer)
}
