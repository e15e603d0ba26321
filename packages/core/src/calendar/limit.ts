import * as t from 'io-ts'
import { LocalTime } from './local-time.js'

// Part of stored policies. A kind may be added; what a kind says never changes.

/** The longest limit in days: ten years. */
export const MAX_DAYS = 3_660
/** The longest limit in minutes: ten years. */
export const MAX_MINUTES = MAX_DAYS * 24 * 60

const upTo = (name: string, max: number): t.Type<number> => {
  const fits = (input: unknown): input is number =>
    Number.isInteger(input) && Number(input) >= 0 && Number(input) <= max
  return new t.Type(
    name,
    fits,
    (input, context) =>
      fits(input) ? t.success(input) : t.failure(input, context, `expected a whole number from 0 to ${max}`),
    t.identity,
  )
}

const Days = upTo('Days', MAX_DAYS)
const Minutes = upTo('Minutes', MAX_MINUTES)

/** Where a day moves that falls on a rest day, always forward: nowhere, off Saturday and Sunday, to a working day. */
export const Move = t.keyof({ none: null, offWeekend: null, offRestDays: null }, 'Move')
export type Move = t.TypeOf<typeof Move>

/** So many minutes by a clock that never stops (AP1, IN10, RV1). The limit's instant is still in time. */
const Elapsed = t.readonly(t.strict({ kind: t.literal('elapsed'), minutes: Minutes }), 'Elapsed')
type Elapsed = t.TypeOf<typeof Elapsed>

/**
 * The end of the n-th working day after the day of the start (PY1, PY4). With 0 days the end of the day of the start,
 * or of the first working day after it when that is a rest day.
 */
const EndOfWorkingDay = t.readonly(t.strict({ kind: t.literal('endOfWorkingDay'), days: Days }), 'EndOfWorkingDay')
type EndOfWorkingDay = t.TypeOf<typeof EndOfWorkingDay>

/** The end of the n-th calendar day after the day of the start (PY5, LW1); then that day is moved. */
const CalendarDays = t.readonly(t.strict({ kind: t.literal('calendarDays'), days: Days, move: Move }), 'CalendarDays')
type CalendarDays = t.TypeOf<typeof CalendarDays>

/**
 * A time on the wall, on the day of the start, the day after it or the next working day (PY2, PY3). Its instant is
 * still in time. `same` never waits for another day: what starts after that time of its day starts too late.
 */
const TimeOfDay = t.readonly(
  t.strict({
    kind: t.literal('timeOfDay'),
    time: LocalTime,
    day: t.keyof({ same: null, nextCalendarDay: null, nextWorkingDay: null }, 'TimeOfDay.day'),
  }),
  'TimeOfDay',
)
type TimeOfDay = t.TypeOf<typeof TimeOfDay>

/** How long something may take, as a policy says it. `limitOf` makes an instant of it. */
export const Limit = t.union([Elapsed, EndOfWorkingDay, CalendarDays, TimeOfDay], 'Limit')
export type Limit = t.TypeOf<typeof Limit>
