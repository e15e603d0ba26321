import type { Box, Field, Form, Label, Part, Row, Value } from '../document/index.js'

/** One value of a form, and where it stands. */
export interface FlatRow {
  readonly part: Label | undefined
  /** Which entry or row of the part. */
  readonly no: number | undefined
  readonly label: Label | undefined
  readonly value: Value
}

/** All values of a form one after the other, from its head to its foot. */
export const flatRows = async function* (form: Form): AsyncIterable<FlatRow> {
  if (form.number !== undefined) yield* fieldRows(form.title, [form.number])
  yield* fieldRows(form.title, form.head)
  for (const part of form.parts) yield* rowsOfPart(form, part)
  yield* fieldRows(form.title, form.foot)
}

const nothingIn = (part: Label | undefined, label?: Label): FlatRow => ({
  part,
  no: undefined,
  label,
  value: { is: 'nothing' },
})

const fieldRows = (part: Label | undefined, fields: ReadonlyArray<Field>, no?: number): ReadonlyArray<FlatRow> =>
  fields.map(({ label, value }) => ({ part, no, label, value }))

const boxRows = (group: Label | undefined, { label, holds }: Box): ReadonlyArray<FlatRow> => {
  if ('value' in holds) return [{ part: group, no: undefined, label, value: holds.value }]
  if (holds.entries.length === 0) return [nothingIn(label)]
  return holds.entries.flatMap(({ heading, fields, points = [] }, index) => [
    ...(heading === undefined ? [] : [{ part: label, no: index + 1, label: undefined, value: heading }]),
    ...fieldRows(label, [...fields, ...points], index + 1),
  ])
}

const tableRows = async function* (
  part: Label | undefined,
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: ReadonlyArray<{ readonly label: Label }>,
): AsyncIterable<FlatRow> {
  let no = 0
  for await (const row of rows) {
    no++
    for (const [index, { label }] of columns.entries()) {
      const value = row[index]
      if (value !== undefined) yield { part, no, label, value }
    }
  }
  if (no === 0) yield nothingIn(part)
}

const rowsOfPart = async function* (form: Form, part: Part): AsyncIterable<FlatRow> {
  switch (part.part) {
    case 'fields':
      for (const fields of part.rows) yield* fieldRows(form.title, fields)
      break
    case 'boxes':
      for (const box of part.boxes) yield* boxRows(part.label ?? form.title, box)
      break
    case 'opinion':
      for (const [index, { opinion, signature }] of part.entries.entries()) {
        yield { part: part.label, no: index + 1, label: undefined, value: opinion }
        yield* fieldRows(part.label, signature, index + 1)
      }
      if (part.entries.length === 0) yield nothingIn(part.label)
      break
    case 'table':
      yield* tableRows(part.label ?? form.title, part.rows, part.columns)
      break
    case 'chart':
      // The figures of a chart stand in a table too.
      break
    case 'note':
      yield { part: form.title, no: undefined, label: part.label ?? form.title, value: part.value }
      break
  }
}
