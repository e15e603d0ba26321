import type { Box, BoxesPart, Column, Entry, Field, FieldsPart, NotePart, OpinionPart } from '../document/index.js'
import { entryLines, type Printed, type Printer } from '../reading/index.js'
import { markup, type Markup } from './markup.js'

/** A value, each of its lines on one. */
const shown = ({ text, empty }: Printed): Markup => {
  const lines = text.split('\n').map((line, index) => (index === 0 ? markup`${line}` : markup`<br>${line}`))
  return empty === true ? markup`<span class="none">${lines}</span>` : markup`${lines}`
}

/** Labels with their values, beside each other. */
export const lineOf = async (fields: ReadonlyArray<Field>, printer: Printer, kind = ''): Promise<Markup> => {
  const items: Array<Markup> = []
  for (const { label, value } of fields)
    items.push(
      markup`<div><dt>${printer.label(label)}${printer.colon}</dt><dd>${shown(await printer.value(value))}</dd></div>`,
    )
  return items.length === 0 ? markup`` : markup`<dl class="line ${kind}">${items}</dl>`
}

/** Rows of label and value; the last value of a shorter row takes the rest of the width. */
export const fieldsMarkup = async ({ rows }: FieldsPart, printer: Printer): Promise<Markup> => {
  const most = Math.max(1, ...rows.map((fields) => fields.length))
  const drawn: Array<Markup> = []
  for (const fields of rows) {
    const cells: Array<Markup> = []
    for (const [index, { label, value }] of fields.entries()) {
      const span = index === fields.length - 1 ? 2 * (most - index) - 1 : 1
      cells.push(
        markup`<th scope="row" class="label">${printer.label(label)}</th><td colspan="${span}">${shown(await printer.value(value))}</td>`,
      )
    }
    drawn.push(markup`<tr>${cells}</tr>`)
  }
  const columns = Array.from({ length: most }, () => markup`<col class="label"><col>`)
  return markup`<table><colgroup>${columns}</colgroup><tbody>${drawn}</tbody></table>`
}

const entryMarkup = async (entry: Entry, printer: Printer): Promise<Markup> => {
  const lines = await entryLines(entry, printer)
  return markup`<li>${lines.map((line) => markup`<p>${shown({ text: line })}</p>`)}</li>`
}

const heldIn = async ({ holds }: Box, printer: Printer): Promise<Markup> => {
  if ('value' in holds) return shown(await printer.value(holds.value))
  const entries: Array<Markup> = []
  for (const entry of holds.entries) entries.push(await entryMarkup(entry, printer))
  return entries.length === 0 ? markup`<span class="none">${printer.nothing}</span>` : markup`<ol>${entries}</ol>`
}

export const boxesMarkup = async ({ label, boxes }: BoxesPart, printer: Printer): Promise<Markup> => {
  const rows: Array<Markup> = []
  for (const [index, box] of boxes.entries()) {
    const group =
      label !== undefined && index === 0
        ? markup`<th scope="rowgroup" class="group" rowspan="${boxes.length}">${printer.label(label)}</th>`
        : undefined
    const hint = box.hint === undefined ? undefined : markup`<p class="hint">(${printer.label(box.hint)})</p>`
    rows.push(
      markup`<tr>${group}<th scope="row" class="label">${printer.label(box.label)}</th><td>${hint}${await heldIn(box, printer)}</td></tr>`,
    )
  }
  const columns =
    label === undefined ? markup`<col class="label"><col>` : markup`<col class="group"><col class="label"><col>`
  return markup`<table class="boxes"><colgroup>${columns}</colgroup><tbody>${rows}</tbody></table>`
}

export const opinionMarkup = async (part: OpinionPart, printer: Printer): Promise<Markup> => {
  const hint = part.hint === undefined ? undefined : markup`<span class="hint">(${printer.label(part.hint)})</span>`
  const said: Array<Markup> = []
  for (const { opinion, signature } of part.entries)
    said.push(markup`<p>${shown(await printer.value(opinion))}</p>`, await lineOf(signature, printer))
  if (part.entries.length === 0)
    said.push(markup`<p class="none">${printer.nothing}</p>`, await lineOf(part.unsigned, printer))
  return markup`<section class="opinion"><div><h2>${printer.label(part.label)}${printer.colon}</h2>${hint}</div>${said}</section>`
}

export const noteMarkup = async ({ label, value }: NotePart, printer: Printer): Promise<Markup> => {
  const heading = label === undefined ? undefined : markup`<h2>${printer.label(label)}</h2>`
  return markup`<section class="note">${heading}${shown(await printer.value(value))}</section>`
}

/** A cell of a table, set as its column is, and as wide as so many columns. */
export const cellMarkup = (printed: Printed, { align }: Column, span = 1): Markup => {
  const wide = span === 1 ? undefined : markup` colspan="${span}"`
  const set = align === undefined ? undefined : markup` class="${align}"`
  return markup`<td${set}${wide}>${shown(printed)}</td>`
}
