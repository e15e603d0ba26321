import {
  addMillis,
  dayOfWeek,
  firstInstantAfter,
  isWorkday,
  limitOf,
  localDateOf,
  millisOf,
  workCalendar,
  type Instant,
  type LimitAnswer,
  type LocalDate,
  type Policy,
  type WorkCalendar,
  type WorkCalendarYear,
} from '@refund-case/core'
import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { calendarYears } from '../arbitraries/calendars.js'
import { instants } from '../arbitraries/instants.js'
import { limits, type PolicyLimit } from '../arbitraries/limits.js'
import type { History } from '../play/history.js'
import { checkValues, overHistories } from './over-histories.js'
import { naiveLimit } from './reference/naive-breaches.js'
import { naiveClocks } from './reference/naive-clocks.js'
import { tooLateFrom, workedBy } from './reference/naive-limit.js'
import type { RefundRule } from './refund-rule.js'

/** How limits are computed: the library's `limitOf`, or one that is to be caught. */
export type LimitOf = (
  limit: PolicyLimit,
  zone: Policy['timeZone'],
  calendar: WorkCalendar,
  start: Instant,
) => LimitAnswer

export interface LimitQuestion {
  readonly limit: PolicyLimit
  readonly zone: Policy['timeZone']
  readonly year: WorkCalendarYear
  readonly start: Instant
  /** Milliseconds that another one starts later. */
  readonly wait: number
  /** Days or minutes that another limit is longer. */
  readonly longer: number
  /** A day that becomes a rest day, or a worked one. */
  readonly changed: LocalDate
}

const longerLimit = (limit: PolicyLimit, by: number): PolicyLimit => {
  switch (limit.kind) {
    case 'elapsed':
      return { ...limit, minutes: limit.minutes + by }
    case 'timeOfDay':
      return { ...limit, day: limit.day === 'same' ? 'nextCalendarDay' : 'nextWorkingDay' }
    default:
      return { ...limit, days: limit.days + by }
  }
}

const calendarOf = (year: WorkCalendarYear): WorkCalendar => {
  const calendar = workCalendar([year])
  if (isLeft(calendar)) throw new Error(`a generated calendar was refused: ${JSON.stringify(calendar.left)}`)
  return calendar.right
}

const onWorkingDays = (limit: PolicyLimit): boolean =>
  limit.kind === 'endOfWorkingDay' ||
  (limit.kind === 'calendarDays' && limit.move === 'offRestDays') ||
  (limit.kind === 'timeOfDay' && limit.day === 'nextWorkingDay')

const without = (year: WorkCalendarYear, date: LocalDate): WorkCalendarYear => ({
  ...year,
  holidays: year.holidays.filter((day) => day.date !== date),
  makeUpDays: year.makeUpDays.filter((day) => day.date !== date),
})

/** What one question shows of limits that are not as they should be. */
export const limitComplaints = (
  { limit, zone, year, start, wait, longer, changed }: LimitQuestion,
  compute: LimitOf = limitOf,
): ReadonlyArray<string> => {
  const calendar = calendarOf(year)
  const answer = compute(limit, zone, calendar, start)
  const late = firstInstantAfter(answer)
  const complaints: Array<string> = []
  const unless = (holds: boolean, complaint: string): void => {
    if (!holds) complaints.push(`${complaint}: ${JSON.stringify({ limit, zone, start, answer })}`)
  }
  unless(late <= firstInstantAfter(compute(limit, zone, calendar, addMillis(start, wait))), 'earlier for a later start')
  unless(
    late <= firstInstantAfter(compute(longerLimit(limit, longer), zone, calendar, start)),
    'earlier for a longer limit',
  )
  if (onWorkingDays(limit)) unless(isWorkday(calendar, answer.lastDay), 'on a rest day')
  const named = { date: changed, name: 'changed' }
  const bare = without(year, changed)
  const off = calendarOf({ ...bare, holidays: [...bare.holidays, named] })
  unless(late <= firstInstantAfter(compute(limit, zone, off, start)), `earlier since ${changed} is a rest day`)
  const on = calendarOf(dayOfWeek(changed) > 5 ? { ...bare, makeUpDays: [...bare.makeUpDays, named] } : bare)
  unless(firstInstantAfter(compute(limit, zone, on, start)) <= late, `later since ${changed} is worked`)
  const byHand = tooLateFrom(limit, zone, workedBy([year]), start)
  unless(byHand === millisOf(late), `not as counted by hand (${new Date(byHand).toISOString()})`)
  return complaints
}

const limitsIn = ({ deadlines: { evidence, ...rest } }: Policy): ReadonlyArray<PolicyLimit> =>
  [...Object.values(rest), ...Object.values(evidence)].flatMap((clause) => (clause === null ? [] : [clause.limit]))

const questions = (policies: fc.Arbitrary<Policy>): fc.Arbitrary<LimitQuestion> =>
  policies.chain((policy) => {
    const own = limitsIn(policy)
    return fc.record({
      limit: own.length === 0 ? limits() : fc.oneof(fc.constantFrom(...own), limits()),
      zone: fc.constant(policy.timeZone),
      year: calendarYears(),
      start: instants(),
      wait: fc.nat(4 * 86_400_000),
      longer: fc.nat(5),
      changed: instants().map((instant) => localDateOf(policy.timeZone, instant)),
    })
  })

/** The binding deadline that was answered is the earliest of the open ones, and each is as counted by hand. */
const inAnswers = ({ steps, cases, calendars }: History): ReadonlyArray<string> => {
  const worked = workedBy(calendars.map(({ calendar }) => calendar))
  return steps.flatMap(({ no, answer }) => {
    if (!isRight(answer) || answer.right === undefined || calendars.some(({ knownFrom }) => knownFrom !== 'beginning'))
      return []
    const { caseId, revision, binding, deadlines } = answer.right
    const played = cases.find((each) => each.caseId === caseId)
    if (played === undefined) return []
    const open = naiveClocks(played.events.filter(({ meta }) => meta.revision <= revision)).flatMap((clock) => {
      const late = clock.ended === undefined ? naiveLimit(clock, played.policy, worked) : undefined
      return late === undefined ? [] : [{ rule: clock.rule, late }]
    })
    const earliest = Math.min(...open.map(({ late }) => late))
    const bound = binding === undefined ? Infinity : millisOf(binding.breachedFrom)
    const known = deadlines.filter(({ status }) => status === 'open').length
    if (known !== open.length) return [`step ${no}: ${known} deadlines are open, by hand ${JSON.stringify(open)}`]
    return bound === earliest
      ? []
      : [`step ${no}: ${binding?.rule} binds until ${binding?.limit}, by hand ${JSON.stringify(open)}`]
  })
}

const bindingIsMinimum = overHistories({
  rule: 20,
  name: 'rule20DeadlinesMonotone',
  title:
    'Deadlines are monotone in start and in limit; a working-day deadline never falls on a rest day; an added rest day never makes one earlier, an added make-up workday never later; the binding one is the minimum.',
  occasions: ({ steps }) => steps.filter(({ answer }) => isRight(answer) && answer.right?.binding !== undefined).length,
  violations: inAnswers,
})

export const rule20DeadlinesMonotone: RefundRule & Pick<typeof bindingIsMinimum, 'violations' | 'occasions'> = {
  ...bindingIsMinimum,
  check: async (subject) => {
    await checkValues(
      rule20DeadlinesMonotone,
      subject,
      questions(subject.policies),
      { violations: (question) => Promise.resolve(limitComplaints(question)) },
      subject.options.runs * 3,
    )
    await bindingIsMinimum.check(subject)
  },
}
