import type { Entry, Field } from '../document/index.js'
import type { Printer } from './printer.js'

/** `文件编号：…；手机号：…` */
export const fieldsText = async (fields: ReadonlyArray<Field>, gap: string, printer: Printer): Promise<string> => {
  const texts: Array<string> = []
  for (const { label, value } of fields)
    texts.push(`${printer.label(label)}${printer.colon}${(await printer.value(value)).text}`)
  return texts.join(gap)
}

/** The lines of one entry: what it says, its fields beside each other, its points each on its own. */
export const entryLines = async (entry: Entry, printer: Printer): Promise<ReadonlyArray<string>> => {
  const lines: Array<string> = []
  if (entry.heading !== undefined) lines.push((await printer.value(entry.heading)).text)
  if (entry.fields.length > 0) lines.push(await fieldsText(entry.fields, printer.semicolon, printer))
  for (const point of entry.points ?? []) lines.push(await fieldsText([point], '', printer))
  return lines
}
