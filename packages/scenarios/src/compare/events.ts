import type { Instant } from '@refund-case/core'
import { withCaseIds } from '../form/case-alias.js'
import type { ExpectedEvent, ExpectedField } from '../format/expect/events.js'
import type { Pointer } from '../source/pointer.js'
import { finding, type Finding } from './finding.js'
import { partAt, same } from './same.js'
import { written, writtenTime, type Writing } from './written.js'

/** An event as it stands in the store, with what was sealed in plain. */
export interface ActualEvent {
  readonly type: string
  readonly data: object
  readonly occurredAt: Instant
  /** What is odd about it besides: written by somebody else than the step says. */
  readonly odd: ReadonlyArray<string>
}

/** Events in order, each with the fields that are named. `at` is when they must have occurred where they do not say. */
export const eventsFinding = (
  expected: ReadonlyArray<ExpectedEvent>,
  actual: ReadonlyArray<ActualEvent>,
  context: { readonly path: Pointer; readonly about: string; readonly at: Instant; readonly writing: Writing },
): Finding => {
  const pairs = paired(expected, actual)
  return finding(
    context.path,
    context.about,
    pairs.flatMap(([wanted, got]) => (wanted === undefined ? [] : expectedLines(wanted, got, context))),
    pairs.flatMap(([wanted, got]) => (got === undefined ? [] : actualLines(wanted, got, context))),
  )
}

type Pair = readonly [ExpectedEvent | undefined, ActualEvent | undefined]

// By type, in order, as many as fit; only what is paired shows its fields.
const paired = (expected: ReadonlyArray<ExpectedEvent>, actual: ReadonlyArray<ActualEvent>): ReadonlyArray<Pair> => {
  const pairs: Array<Pair> = []
  let next = 0
  for (const wanted of expected) {
    const found = actual.findIndex(({ type }, index) => index >= next && type === wanted.type)
    if (found === -1) {
      pairs.push([wanted, undefined])
      continue
    }
    for (const extra of actual.slice(next, found)) pairs.push([undefined, extra])
    pairs.push([wanted, actual[found]])
    next = found + 1
  }
  return [...pairs, ...actual.slice(next).map((extra): Pair => [undefined, extra])]
}

interface Context {
  readonly at: Instant
  readonly writing: Writing
}

const expectedLines = (
  wanted: ExpectedEvent,
  got: ActualEvent | undefined,
  context: Context,
): ReadonlyArray<string> => [
  wanted.type,
  ...timeLine(wanted, got, wanted.occurredAt ?? context.at, context),
  ...wanted.fields.map((field) => `  ${field.at}: ${expectedText(field, context.writing)}`),
]

const actualLines = (wanted: ExpectedEvent | undefined, got: ActualEvent, context: Context): ReadonlyArray<string> => [
  got.type,
  ...timeLine(wanted, got, got.occurredAt, context),
  ...got.odd.map((odd) => `  ${odd}`),
  ...(wanted?.fields ?? []).map((field) => `  ${field.at}: ${actualText(field, got, context)}`),
]

/** The time is shown where it was asked for, or is not the step's. */
const timeLine = (
  wanted: ExpectedEvent | undefined,
  got: ActualEvent | undefined,
  instant: Instant,
  { at, writing }: Context,
): ReadonlyArray<string> =>
  wanted?.occurredAt !== undefined || (got !== undefined && got.occurredAt !== at)
    ? [`  occurredAt: ${writtenTime(instant, writing)}`]
    : []

const aliased = (value: unknown): unknown => withCaseIds(value, (alias) => alias)

const isFulfilled = ({ at, value }: ExpectedField, got: ActualEvent, writing: Writing): boolean => {
  const part = byAlias(partAt(got.data, at), writing)
  if (value.is === 'value') return same(aliased(value.value), part)
  return (value.is === 'absent') === (part === undefined || part === null)
}

const byAlias = (value: unknown, writing: Writing): unknown => {
  if (typeof value === 'string') return writing.aliasOf(value) ?? value
  if (Array.isArray(value)) return value.map((part) => byAlias(part, writing))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, byAlias(part, writing)]))
}

const expectedText = ({ value, form }: ExpectedField, writing: Writing): string => {
  if (value.is === 'value') return written(aliased(value.value), form.node, writing)
  return value.is === 'absent' ? 'not there' : 'there'
}

const actualText = (field: ExpectedField, got: ActualEvent, { writing }: Context): string => {
  const expected = expectedText(field, writing)
  if (isFulfilled(field, got, writing)) return expected
  const text = written(byAlias(partAt(got.data, field.at), writing), field.form.node, writing)
  // What differs only in a way that is not written still differs.
  return text === expected ? `${text} (not the same kind of value)` : text
}
