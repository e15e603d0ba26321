import { Instant, parseInstantIn } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { ExpectedRefusal } from '../format/expect/refusal.js'
import { isObject } from '../form/form.js'
import type { Answered } from '../run/result.js'
import type { Pointer } from '../source/pointer.js'
import { finding, type Finding } from './finding.js'
import { same } from './same.js'
import { writtenTime, type Writing } from './written.js'

type Refused = Pick<Extract<Answered, { readonly kind: 'refused' }>, 'code' | 'rule' | 'facts'>

/** The code, the rule where it was named, and the facts that were named. */
export const refusalFinding = (expected: ExpectedRefusal, actual: Refused, path: Pointer, writing: Writing): Finding =>
  finding(
    path,
    'refusal',
    [
      expected.code,
      ...(expected.rule === undefined ? [] : [`rule: ${expected.rule}`]),
      ...expected.facts.map(([name, value]) => `${name}: ${factText(value)}`),
    ],
    [
      actual.code,
      ...(expected.rule === undefined ? [] : [`rule: ${actual.rule}`]),
      ...expected.facts.map(
        ([name, value]) => `${name}: ${factText(asExpected(value, byNames(actual.facts[name], writing), writing))}`,
      ),
    ],
  )

/** Ids of cases by alias, instants as on the wall. */
const byNames = (value: unknown, writing: Writing): unknown => {
  if (typeof value === 'string')
    return writing.aliasOf(value) ?? (Instant.is(value) ? writtenTime(value, writing) : value)
  if (Array.isArray(value)) return value.map((part) => byNames(part, writing))
  return isObject(value)
    ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, byNames(part, writing)]))
    : value
}

// The same fact in another order of names, or a time with another spelling, is written as it was expected.
const asExpected = (expected: unknown, actual: unknown, { zone }: Writing): unknown => {
  if (same(expected, actual)) return expected
  if (typeof expected !== 'string' || typeof actual !== 'string') return actual
  const [wanted, got] = [parseInstantIn(zone, expected), parseInstantIn(zone, actual)]
  return !isLeft(wanted) && !isLeft(got) && wanted.right === got.right ? expected : actual
}

/** Numbers are minor units or counts: a refusal does not say which. */
const factText = (value: unknown): string => (value === undefined ? 'not there' : JSON.stringify(value))
