import type { Policy } from '@refund-case/core'
import type { NaiveClock } from './naive-clocks.js'
import { tooLateFrom, type Worked } from './naive-limit.js'

/** A clock and when it is missed; nowhere where the policy has no such limit. */
export interface NaiveBreach {
  readonly rule: string
  readonly startedBy: string
  readonly at: number
}

const clauseFor = ({ rule, level }: NaiveClock, { deadlines }: Policy): Policy['deadlines']['review'] | undefined => {
  const { evidence, ...others } = deadlines
  const clauses = new Map<string, Policy['deadlines']['review']>(
    Object.entries(rule === 'evidence' ? evidence : others),
  )
  return clauses.get(rule === 'evidence' ? (level ?? 'negotiation') : rule)
}

/** The first instant after the limit of a clock, as things stand; undefined where the policy sets none. */
export const naiveLimit = (clock: NaiveClock, policy: Policy, worked: Worked): number | undefined => {
  const clause = clauseFor(clock, policy)
  if (clause === null || clause === undefined) return undefined
  const late =
    clock.extendedTo === undefined
      ? tooLateFrom(clause.limit, policy.timeZone, worked, clock.startedAt)
      : Date.parse(clock.extendedTo) + 1
  return Math.max(late, Date.parse(clock.startedAt))
}

/** Which deadlines were ever missed, and from when, if nothing more happens. */
export const naiveBreaches = (
  clocks: ReadonlyArray<NaiveClock>,
  policy: Policy,
  worked: Worked,
): ReadonlyArray<NaiveBreach> =>
  clocks.flatMap((clock) => {
    const late = naiveLimit(clock, policy, worked)
    if (late === undefined) return []
    const pause = clock.pauses.find(({ from, to }) => Date.parse(from) <= late && late < Date.parse(to))
    const at = pause === undefined ? late : Date.parse(pause.to)
    const inTime = clock.ended !== undefined && Date.parse(clock.ended.at) < at
    return inTime ? [] : [{ rule: clock.rule, startedBy: clock.startedBy, at }]
  })
