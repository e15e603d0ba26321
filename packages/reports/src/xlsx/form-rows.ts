import type { Field, Form, Part, Row } from '../document/index.js'
import { entryLines, type Printed, type Printer } from '../reading/index.js'
import type { SheetCell } from './cells.js'

/** One row of a sheet. `wide` is the column whose cell goes on to the last one. */
export interface SheetRow {
  readonly cells: ReadonlyArray<SheetCell>
  readonly wide?: number
  /** The header of a table: what is before it, and it, stays in view. */
  readonly header?: true
}

type Rows = AsyncIterable<SheetRow>

/** A form as rows of a sheet: its title, labels with what they hold, and its tables as tables. */
export const formRows = async function* (form: Form, printer: Printer): Rows {
  yield { cells: [{ column: 0, printed: { text: printer.label(form.title) }, look: 'title' }], wide: 0 }
  yield* fieldRows(form.number === undefined ? form.head : [form.number, ...form.head], printer)
  for (const part of form.parts) yield* partRows(part, printer)
  yield* fieldRows(form.foot, printer)
}

const labelled = (label: string, printed: Printed): SheetRow => ({
  cells: [
    { column: 0, printed: { text: label }, look: 'label' },
    { column: 1, printed, look: 'cell' },
  ],
  wide: 1,
})

const heading = (label: string): SheetRow => ({
  cells: [{ column: 0, printed: { text: label }, look: 'label' }],
  wide: 0,
})

const fieldRows = async function* (fields: ReadonlyArray<Field>, printer: Printer): Rows {
  for (const { label, value } of fields) yield labelled(printer.label(label), await printer.value(value))
}

const nothingOf = (printer: Printer): Printed => ({ text: printer.nothing, empty: true })

const partRows = async function* (part: Part, printer: Printer): Rows {
  switch (part.part) {
    case 'fields':
      yield* fieldRows(part.rows.flat(), printer)
      break
    case 'boxes':
      if (part.label !== undefined) yield heading(printer.label(part.label))
      for (const { label, holds } of part.boxes) {
        const name = printer.label(label)
        if ('value' in holds) yield labelled(name, await printer.value(holds.value))
        else if (holds.entries.length === 0) yield labelled(name, nothingOf(printer))
        else
          for (const [index, entry] of holds.entries.entries())
            yield labelled(`${name} ${index + 1}`, { text: (await entryLines(entry, printer)).join('\n') })
      }
      break
    case 'opinion':
      for (const { opinion, signature } of part.entries) {
        yield labelled(printer.label(part.label), await printer.value(opinion))
        yield* fieldRows(signature, printer)
      }
      if (part.entries.length === 0) yield labelled(printer.label(part.label), nothingOf(printer))
      break
    case 'table': {
      if (part.label !== undefined) yield heading(printer.label(part.label))
      const columns = part.columns
      yield {
        header: true,
        cells: columns.map(({ label }, column) => ({ column, printed: { text: printer.label(label) }, look: 'head' })),
      }
      const row = async (values: Row, look: 'cell' | 'total'): Promise<SheetRow> => {
        const printed = await printer.row(values)
        return { cells: columns.map((_, column) => ({ column, printed: printed[column] ?? { text: '' }, look })) }
      }
      let empty = true
      for await (const values of part.rows) {
        yield await row(values, 'cell')
        empty = false
      }
      if (empty) yield { cells: [{ column: 0, printed: nothingOf(printer), look: 'cell' }], wide: 0 }
      for (const values of part.totals?.() ?? []) yield await row(values, 'total')
      break
    }
    case 'chart':
      // The figures of a chart stand in a table too.
      break
    case 'note':
      yield labelled(part.label === undefined ? '' : printer.label(part.label), await printer.value(part.value))
      break
  }
}
