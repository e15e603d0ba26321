import { Instant, parseInstantIn } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import type { ExpectedPaper, ExpectedPart } from '../format/expect/papers.js'
import { isObject } from '../form/form.js'
import { under, type Pointer } from '../source/pointer.js'
import { finding, type Finding } from './finding.js'
import { writtenAmount, writtenTime, type Writing } from './written.js'

/** What a paper says, held against what is expected of it: part by part, only what is named. */
export const paperFindings = (
  expected: ExpectedPaper,
  paper: unknown,
  path: Pointer,
  writing: Writing,
): ReadonlyArray<Finding> =>
  expected.map(([name, part]) => {
    const lines = compared(part, name, partOf(paper, name), writing)
    return finding(
      under(path, name),
      name,
      lines.map(([wanted]) => wanted),
      lines.map(([, actual]) => actual),
    )
  })

/** A line as expected, and as it is. */
type Line = readonly [wanted: string, actual: string]

const compared = (part: ExpectedPart, at: string, actual: unknown, writing: Writing): ReadonlyArray<Line> => {
  switch (part.is) {
    case 'amount': {
      const is = typeof actual === 'number' ? writtenAmount(actual, writing) : shown(actual, writing)
      return [[`${at}: ${writtenAmount(part.amount, writing)}`, `${at}: ${is}`]]
    }
    case 'value': {
      const is = standing(actual)
      const wanted = String(part.value)
      return [[`${at}: ${wanted}`, `${at}: ${isSaid(part.value, is, writing) ? wanted : shown(is, writing)}`]]
    }
    case 'list': {
      const length = Array.isArray(actual) ? `${actual.length}` : shown(actual, writing)
      return [
        [`${at}: ${part.items.length} in all`, `${at}: ${length} in all`] as const,
        ...part.items.flatMap((item, index) => compared(item, `${at} ${index + 1}`, partOf(actual, index), writing)),
      ]
    }
    case 'fields':
      return part.fields.flatMap(([name, inner]) => compared(inner, `${at} ${name}`, partOf(actual, name), writing))
  }
}

const partOf = (value: unknown, name: string | number): unknown => {
  if (Array.isArray(value)) return value[Number(name)]
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

const isNone = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0)

/** Whatever is about a case stands for it where no more is said. */
const standing = (actual: unknown): unknown => (isObject(actual) && 'caseId' in actual ? actual['caseId'] : actual)

const isSaid = (wanted: string | number | boolean | null, actual: unknown, writing: Writing): boolean => {
  const { aliasOf, zone } = writing
  if (wanted === actual || ((wanted === 'none' || wanted === null) && isNone(actual))) return true
  if (typeof actual === 'number') return wanted === writtenAmount(actual, writing)
  if (typeof wanted !== 'string' || typeof actual !== 'string') return false
  if (aliasOf(actual) === wanted) return true
  const instant = Instant.is(actual) ? parseInstantIn(zone, wanted) : undefined
  return instant !== undefined && isRight(instant) && instant.right === actual
}

const shown = (actual: unknown, writing: Writing): string => {
  if (isNone(actual)) return 'none'
  if (typeof actual === 'string')
    return writing.aliasOf(actual) ?? (Instant.is(actual) ? writtenTime(actual, writing) : actual)
  return typeof actual === 'number' || typeof actual === 'boolean' ? String(actual) : JSON.stringify(actual)
}
