import fc from 'fast-check'
import { shiftAt, threeShifts, type Shift } from '../../src/desk-plan/index.js'
import { shiftStream, type ShiftEvent } from '../../src/shift/index.js'
import type { History } from './histories.js'
import { inGlobalOrder, instantAt, type Placed, type Written } from './log.js'
import { casesOver } from './months.js'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const START = Date.parse('2026-06-28T00:00:00.000Z')
const digest = '0'.repeat(64)

/** The shifts of a desk that works by the three shifts, from one instant on. */
export const shiftsFrom = (desk: string, from: number, count: number): ReadonlyArray<Shift> => {
  const plans = { versions: [{ plan: threeShifts(desk), digest }] }
  const shifts: Array<Shift> = []
  let at = instantAt(from)
  while (shifts.length < count) {
    const shift = shiftAt(plans, at)
    if (shift === undefined) throw new Error('no shift')
    shifts.push(shift)
    at = shift.to
  }
  return shifts
}

/** Something written down in a shift. */
export const written = (
  shift: Shift,
  type: ShiftEvent['type'],
  data: object,
  at: number,
  by = 'staff-li',
): Written => ({
  event: {
    type,
    data,
    meta: {
      id: `${shift.desk}-${shift.from}-${type}-${at}`,
      revision: 0,
      occurredAt: instantAt(at),
      actor: { id: by, role: 'customerService' },
    },
  },
  stream: shiftStream(shift),
  writtenAt: at,
})

const signatures = (desk: string): fc.Arbitrary<ReadonlyArray<Written>> => {
  const shifts = shiftsFrom(desk, START, 36)
  return fc.array(fc.option(fc.integer({ min: 0, max: 20 * 60 })), { minLength: 36, maxLength: 36 }).map((delays) =>
    shifts.flatMap((shift, index) => {
      const delay = delays[index]
      if (delay === null || delay === undefined) return []
      const at = Date.parse(shift.to) + delay * MINUTE
      return [
        written(shift, 'SignedOver', { sheet: digest }, at, 'staff-li'),
        written(shift, 'Accepted', { sheet: digest }, at, 'staff-wang'),
      ]
    }),
  )
}

/** Cases of two desks and the signatures of their shifts: soon after them, late, or never. */
export const dutyWeeks = (histories: ReadonlyArray<History>): fc.Arbitrary<ReadonlyArray<Placed>> =>
  fc
    .tuple(casesOver(histories, 8), signatures('main'), signatures('second'))
    .map(([cases, main, second]) => inGlobalOrder([...cases, ...main, ...second]))

/** All shifts in which anything of `dutyWeeks` can be. */
export const dutyShifts = (desk: string): ReadonlyArray<Shift> => shiftsFrom(desk, START - 24 * HOUR, 75)
