import { asChunks, inPieces, type Chunks } from '../chunks.js'
import type { Form, Part } from '../document/index.js'
import { printerFor, type Printer, type Reader } from '../reading/index.js'
import { chartMarkup } from './chart.js'
import { markup, type Markup } from './markup.js'
import { boxesMarkup, fieldsMarkup, lineOf, noteMarkup, opinionMarkup } from './parts.js'
import { styleOf } from './style.js'
import { tableMarkup } from './table.js'

/**
 * The form as one HTML file that fetches nothing and runs nothing: on A4 it prints as the paper form lies. Every text is
 * escaped, and a policy in the file forbids a browser whatever a text could ask for.
 */
export const renderHtml = (form: Form, reader: Reader): Chunks<string> => {
  const printer = printerFor(reader, form.zone)
  return asChunks(printer, inPieces(pageOf(form, reader, printer)))
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const pageOf = async function* (form: Form, { language }: Reader, printer: Printer): AsyncIterable<string> {
  const title = printer.label(form.title)
  const number = form.number === undefined ? undefined : (await printer.value(form.number.value)).text
  const heading = number === undefined ? title : `${title} ${number}`
  yield markup`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title><style>${{ markup: styleOf(form) }}</style></head><body><main>`
    .markup
  if (form.number !== undefined && number !== undefined)
    yield markup`<p class="number">${printer.label(form.number.label)}${printer.colon}${number}</p>`.markup
  yield markup`<h1>${title}</h1>`.markup
  yield (await lineOf(form.head, printer)).markup
  for (const part of form.parts) for await (const piece of partMarkup(part, printer)) yield piece.markup
  yield (await lineOf(form.foot, printer, 'foot')).markup
  yield '</main></body></html>'
}

const partMarkup = async function* (part: Part, printer: Printer): AsyncIterable<Markup> {
  switch (part.part) {
    case 'fields':
      yield await fieldsMarkup(part, printer)
      break
    case 'boxes':
      yield await boxesMarkup(part, printer)
      break
    case 'opinion':
      yield await opinionMarkup(part, printer)
      break
    case 'table':
      yield* tableMarkup(part, printer)
      break
    case 'chart':
      yield await chartMarkup(part, printer)
      break
    case 'note':
      yield await noteMarkup(part, printer)
      break
  }
}
