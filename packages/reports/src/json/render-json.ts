import { asChunks, inPieces, type Chunks } from '../chunks.js'
import type { Box, Field, Form, Part, Row, TablePart } from '../document/index.js'
import { printerFor, type Printed, type Printer, type Reader } from '../reading/index.js'

type Json = null | string | number | ReadonlyArray<Json> | { readonly [name: string]: Json }

/**
 * The form as one JSON document, whose keys are the same in every language: amounts are decimal texts, counts numbers,
 * nothing is null. Texts are in the reader's language, and masked for the reader.
 */
export const renderJson = (form: Form, reader: Reader): Chunks<string> => {
  const printer = printerFor(reader, form.zone)
  return asChunks(printer, inPieces(documentOf(form, reader, printer)))
}

const documentOf = async function* (form: Form, { language }: Reader, printer: Printer): AsyncIterable<string> {
  const head = {
    form: form.kind,
    title: printer.label(form.title),
    language,
    timeZone: form.zone,
    ...(await fieldsOf(form.number === undefined ? form.head : [form.number, ...form.head], printer)),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"parts":{`
  let comma = ''
  for (const part of form.parts) {
    yield `${comma}${JSON.stringify(part.name)}:`
    yield* partJson(part, printer)
    comma = ','
  }
  yield `},"foot":${JSON.stringify(await fieldsOf(form.foot, printer))}}`
}

const plain = ({ text, exact, empty }: Printed): Json => {
  if (empty === true) return null
  if (exact?.kind === 'date') return exact.date
  return exact?.kind === 'number' && exact.decimals === 0 ? Number(exact.digits) : text
}

const fieldsOf = async (fields: ReadonlyArray<Field>, printer: Printer): Promise<{ readonly [name: string]: Json }> => {
  const pairs: Array<readonly [string, Json]> = []
  for (const { name, value } of fields) pairs.push([name, plain(await printer.value(value))])
  return Object.fromEntries(pairs)
}

const boxJson = async ({ holds }: Box, printer: Printer): Promise<Json> => {
  if ('value' in holds) return plain(await printer.value(holds.value))
  const entries: Array<Json> = []
  for (const { heading, fields, points = [] } of holds.entries) {
    const said = heading === undefined ? {} : { heading: plain(await printer.value(heading)) }
    entries.push({ ...said, ...(await fieldsOf([...fields, ...points], printer)) })
  }
  return entries
}

const rowJson = async ({ columns }: TablePart, row: Row, printer: Printer): Promise<string> => {
  const cells = await printer.row(row)
  return JSON.stringify(Object.fromEntries(columns.map(({ name }, index) => [name, plain(cells[index] ?? none)])))
}

const none: Printed = { text: '', empty: true }

const partJson = async function* (part: Part, printer: Printer): AsyncIterable<string> {
  switch (part.part) {
    case 'fields':
      yield JSON.stringify(await fieldsOf(part.rows.flat(), printer))
      break
    case 'boxes': {
      const held: Array<readonly [string, Json]> = []
      for (const box of part.boxes) held.push([box.name, await boxJson(box, printer)])
      yield JSON.stringify(Object.fromEntries(held))
      break
    }
    case 'opinion': {
      const entries: Array<Json> = []
      for (const { opinion, signature } of part.entries)
        entries.push({ opinion: plain(await printer.value(opinion)), ...(await fieldsOf(signature, printer)) })
      yield JSON.stringify(entries)
      break
    }
    case 'table': {
      yield '{"rows":['
      let comma = ''
      for await (const row of part.rows) {
        yield comma + (await rowJson(part, row, printer))
        comma = ','
      }
      const totals: Array<string> = []
      for (const row of part.totals?.() ?? []) totals.push(await rowJson(part, row, printer))
      yield `],"totals":[${totals.join(',')}]}`
      break
    }
    case 'chart': {
      const bars: Array<Json> = []
      for (const { label, value } of part.bars)
        bars.push({ label: (await printer.value(label)).text, value: plain(await printer.value(value)) })
      yield JSON.stringify(bars)
      break
    }
    case 'note':
      yield JSON.stringify(plain(await printer.value(part.value)))
      break
  }
}
