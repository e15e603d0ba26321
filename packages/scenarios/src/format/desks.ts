import { LocalTime, threeShifts, timeZone, type DeskPlan, type TimeZone } from '@refund-case/core'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { either } from '../form/choices.js'
import { fields, may, must } from '../form/fields.js'
import { meaningProblem, reading, turned, type Form, type Read } from '../form/form.js'
import { map } from '../form/lists.js'
import { text, words } from '../form/scalars.js'

const zone: Form<TimeZone> = reading(text('a time zone such as Asia/Shanghai'), (name, path) => {
  const known = timeZone(name)
  return isLeft(known) ? meaningProblem(path, known.left.message) : known
})

const hours = reading(
  text('from and to, such as 16:00-00:30', /^\d\d:\d\d-\d\d:\d\d$/),
  (said, path): Read<Pick<DeskPlan['roster'][number], 'from' | 'to'>> => {
    const [from, to] = said.split('-')
    return LocalTime.is(from) && LocalTime.is(to)
      ? right({ from, to })
      : meaningProblem(path, 'expected times from 00:00 to 23:59')
  },
)

const roster = turned(map({ pattern: /^[^-]+$/, says: 'the name of a shift' }, hours), (shifts) =>
  shifts.map(([name, { from, to }]) => ({ name, from, to })),
)

type Plan = (desk: string) => DeskPlan

const byName: Form<Plan> = turned(words(['threeShifts'] as const), () => threeShifts)
const inFull: Form<Plan> = turned(
  fields({
    roster: must(roster),
    timeZone: may(zone),
    ledgerDue: may(words(['none', 'offWeekend', 'offRestDays'] as const)),
  }),
  (said): Plan =>
    (desk) => {
      const usual = threeShifts(desk)
      return {
        ...usual,
        roster: said.roster,
        timeZone: said.timeZone ?? usual.timeZone,
        ledgerDue: said.ledgerDue === undefined ? usual.ledgerDue : { rollForward: said.ledgerDue },
      }
    },
)

/** How each duty desk works: `threeShifts`, or a roster of its own. */
export const desks: Form<ReadonlyArray<DeskPlan>> = turned(
  map({ pattern: /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/, says: 'the name of a desk' }, either([byName, inFull])),
  (plans) => plans.map(([desk, plan]) => plan(desk)),
)

/** What a file that names no desk has. */
export const usualDesks: ReadonlyArray<DeskPlan> = [threeShifts('main')]
