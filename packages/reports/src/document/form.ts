import type { TimeZone } from '@refund-case/core'
import type { Label } from './label.js'
import type { Value } from './value.js'

/** A value under its label. `name` is the same in every language: the key in JSON, and in CSV of a form in parts. */
export interface Field {
  readonly name: string
  readonly label: Label
  readonly value: Value
}

/** One of the entries that are itemised 1 2 3 …: what it says, short fields beside each other, long ones on their own lines. */
export interface Entry {
  readonly heading?: Value
  readonly fields: ReadonlyArray<Field>
  readonly points?: ReadonlyArray<Field>
}

/** A box of a form: its label on the left, what it holds on the right. An empty one prints 无. */
export interface Box {
  readonly name: string
  readonly label: Label
  /** What the form says should be written there. */
  readonly hint?: Label
  readonly holds: { readonly value: Value } | { readonly entries: ReadonlyArray<Entry> }
}

/** Cells beside each other, over the whole width. */
export interface FieldsPart {
  readonly part: 'fields'
  readonly name: string
  readonly rows: ReadonlyArray<ReadonlyArray<Field>>
}

/** Boxes under each other, which one label on the left may hold together. */
export interface BoxesPart {
  readonly part: 'boxes'
  readonly name: string
  readonly label?: Label
  readonly boxes: ReadonlyArray<Box>
}

/** What a department wrote, and who signed it when. */
export interface OpinionPart {
  readonly part: 'opinion'
  readonly name: string
  readonly label: Label
  readonly hint?: Label
  readonly entries: ReadonlyArray<{ readonly opinion: Value; readonly signature: ReadonlyArray<Field> }>
  /** The lines for signatures where nobody has written yet. */
  readonly unsigned: ReadonlyArray<Field>
}

export interface Column {
  readonly name: string
  readonly label: Label
  /** In characters of ASCII; the proportions of the columns on paper. */
  readonly width: number
  readonly align?: 'right' | 'centre'
}

export type Row = ReadonlyArray<Value>

/**
 * A table. Its rows may come one by one while they are printed, so that a very long one is never held whole, and are
 * gone through anew each time the form is printed; `totals` is asked for when the last row has been taken.
 */
export interface TablePart {
  readonly part: 'table'
  readonly name: string
  readonly label?: Label
  readonly columns: ReadonlyArray<Column>
  readonly rows: Iterable<Row> | AsyncIterable<Row>
  /** Rows for sums, each as wide as the table. */
  readonly totals?: () => ReadonlyArray<Row>
  /** It is what the form is about: as CSV the form is this table, and nothing else of it. */
  readonly main?: true
  /** The paper form has so many rows; on paper those that are not needed stay empty. */
  readonly atLeast?: number
}

/** Bars beside their labels, drawn to the scale of the longest. */
export interface ChartPart {
  readonly part: 'chart'
  readonly name: string
  readonly label: Label
  readonly bars: ReadonlyArray<{ readonly label: Value; readonly size: number; readonly value: Value }>
}

/** A paragraph. */
export interface NotePart {
  readonly part: 'note'
  readonly name: string
  readonly label?: Label
  readonly value: Value
}

export type Part = FieldsPart | BoxesPart | OpinionPart | TablePart | ChartPart | NotePart

/** One form, whoever reads it, in whatever language, on whatever is printed. */
export interface Form {
  /** What kind of form it is: `handoverSheet`. */
  readonly kind: string
  readonly title: Label
  /** 编号, at the head of the page. */
  readonly number?: Field
  /** Beside each other under the title. */
  readonly head: ReadonlyArray<Field>
  readonly parts: ReadonlyArray<Part>
  /** Under the last part: signatures. */
  readonly foot: ReadonlyArray<Field>
  /** How the paper lies. */
  readonly page: 'portrait' | 'landscape'
  /** Every instant is printed as the clock on the wall showed it there. */
  readonly zone: TimeZone
}
