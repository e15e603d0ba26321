import { caseDeadlineRules, type Breach, type Deadline, type DeadlineRule } from '@refund-case/core'
import type { ByRule, ExpectedBreach, ExpectedDeadline, ExpectedLimit, OfRule } from '../format/expect/deadlines.js'
import { writtenTime, type Writing } from './written.js'

export interface Lines {
  readonly expected: ReadonlyArray<string>
  readonly actual: ReadonlyArray<string>
}

const expectedLimitText = (limit: ExpectedLimit, writing: Writing): string =>
  limit.kind === 'endOf' ? `end of ${limit.day}` : writtenTime(limit.time, writing)

const limitText = ({ limit, inclusive, lastDay }: Deadline, writing: Writing): string =>
  inclusive ? writtenTime(limit, writing) : `end of ${lastDay}`

export const expectedDeadlineText = (expected: ExpectedDeadline, writing: Writing): string =>
  [
    expectedLimitText(expected.limit, writing),
    expected.status,
    ...(expected.provisional ? ['provisional'] : []),
    ...(expected.level === undefined ? [] : [`level ${expected.level}`]),
    ...(expected.source === undefined ? [] : [`source ${expected.source}`]),
    ...(expected.calendars === undefined ? [] : [`by ${expected.calendars.join(', ')}`]),
  ].join(', ')

/** As an expectation would say it: what is not asked for is left out. */
export const deadlineText = (deadline: Deadline, asked: ExpectedDeadline | undefined, writing: Writing): string =>
  [
    limitText(deadline, writing),
    deadline.status,
    ...(deadline.provisional ? ['provisional'] : []),
    ...(asked?.level === undefined ? [] : [`level ${deadline.level ?? 'none'}`]),
    ...(asked?.source === undefined ? [] : [`source ${deadline.source}`]),
    ...(asked?.calendars === undefined ? [] : [`by ${deadline.calendarVersions.join(', ')}`]),
  ].join(', ')

const inOrder = <T>(byRule: ByRule<T>): ReadonlyArray<readonly [string, T]> =>
  byRule.toSorted(([a], [b]) => rank(a) - rank(b))
const rank = (rule: string): number => caseDeadlineRules.findIndex((known) => known === rule)

const listed = <T>(ofRule: OfRule<T>): ReadonlyArray<T> => (ofRule.kind === 'latest' ? [ofRule.one] : ofRule.list)

/** Of a rule: all that there were, or the latest, with what was expected of each. */
const pairedWith = <A, E>(
  actual: ReadonlyArray<A>,
  expected: OfRule<E> | undefined,
): ReadonlyArray<readonly [A, E | undefined]> => {
  if (expected?.kind === 'all') return actual.map((one, index) => [one, expected.list[index]])
  const latest = actual.at(-1)
  return latest === undefined ? [] : [[latest, expected?.one]]
}

/** Every open deadline, and of the others those that are expected. */
export const deadlineLines = (
  expected: ByRule<OfRule<ExpectedDeadline>>,
  deadlines: ReadonlyArray<Deadline>,
  writing: Writing,
): Lines => {
  const said = new Map(expected)
  const actual = caseDeadlineRules.flatMap((rule: DeadlineRule) => {
    const ofRule = deadlines.filter((deadline) => deadline.rule === rule)
    const asked = said.get(rule)
    // Of a rule that nobody asked for, each one that is open is one too many.
    const shown: ReadonlyArray<readonly [Deadline, ExpectedDeadline | undefined]> =
      asked === undefined
        ? ofRule.filter(({ status }) => status === 'open').map((deadline) => [deadline, undefined])
        : [...earlierOpen(ofRule, asked), ...pairedWith(ofRule, asked)]
    return shown.map(([deadline, one]) => `${rule}: ${deadlineText(deadline, one, writing)}`)
  })
  return {
    expected: inOrder(expected).flatMap(([rule, ofRule]) =>
      listed(ofRule).map((one) => `${rule}: ${expectedDeadlineText(one, writing)}`),
    ),
    actual,
  }
}

const earlierOpen = (
  ofRule: ReadonlyArray<Deadline>,
  asked: OfRule<ExpectedDeadline>,
): ReadonlyArray<readonly [Deadline, undefined]> =>
  asked.kind === 'all'
    ? []
    : ofRule.slice(0, -1).flatMap((deadline) => (deadline.status === 'open' ? [[deadline, undefined] as const] : []))

const breachText = (breach: Breach, asked: ExpectedBreach | undefined, writing: Writing): string => {
  const { status, endedAt } = breach.deadline
  const met = status === 'met' && endedAt !== undefined ? writtenTime(endedAt, writing) : 'not'
  return `${limitText(breach.deadline, writing)}${asked?.met === undefined ? '' : `, met ${met}`}`
}

const expectedBreachText = ({ limit, met }: ExpectedBreach, writing: Writing): string =>
  `${expectedLimitText(limit, writing)}${met === undefined ? '' : `, met ${met === 'not' ? 'not' : writtenTime(met, writing)}`}`

/** Every breach there was, each once. */
export const breachLines = (
  expected: ByRule<OfRule<ExpectedBreach>>,
  breaches: ReadonlyArray<Breach>,
  writing: Writing,
): Lines => {
  const said = new Map(expected)
  return {
    expected: inOrder(expected).flatMap(([rule, ofRule]) =>
      listed(ofRule).map((one) => `${rule}: ${expectedBreachText(one, writing)}`),
    ),
    actual: caseDeadlineRules.flatMap((rule: DeadlineRule) => {
      const asked = said.get(rule)
      const named = asked === undefined ? [] : listed(asked)
      return breaches
        .filter((breach) => breach.rule === rule)
        .map((breach, index) => `${rule}: ${breachText(breach, named[index], writing)}`)
    }),
  }
}
