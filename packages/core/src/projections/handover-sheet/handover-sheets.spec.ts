import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histories } from '../../../test/projections/histories.js'
import { feed, type Placed } from '../../../test/projections/log.js'
import { naiveSheets } from '../../../test/projections/naive-sheet.js'
import { dutyShifts, dutyWeeks } from '../../../test/projections/shift-log.js'
import type { Shift } from '../../desk-plan/index.js'
import { shiftStream } from '../../shift/index.js'
import { dutyPapers, faultTables } from '../fault-table/index.js'
import type { HandoverSheet } from './handover-sheet.js'
import { handoverSheets } from './handover-sheets.js'
import type { DutyRecord } from './saved-duty.js'

const all = await histories()
const desks = ['main', 'second']
const RUNS = { numRuns: 12 }

const projected = (events: Iterable<Placed>) => {
  const projecting = handoverSheets().begin()
  feed(projecting, events)
  return projecting
}

const sheetsOf = ({ view }: Pick<ReturnType<typeof projected>, 'view'>, shifts: ReadonlyArray<Shift>) =>
  shifts.map(({ desk, date, shift }) => {
    const sheet = view.sheet(desk, date, shift)
    if (sheet === undefined) throw new Error(`no sheet ${date} ${shift}`)
    return sheet
  })

const classesOf = ({ processedByFinance, submittedToFinance, returnedByFinance }: HandoverSheet) => [
  ...processedByFinance.map((row) => [row.documentNo, 'processedByFinance'] as const),
  ...submittedToFinance.map((row) => [row.documentNo, 'submittedToFinance'] as const),
  ...returnedByFinance.map((row) => [row.documentNo, 'returnedByFinance'] as const),
]

const withoutOrigin = (rows: HandoverSheet['followUps']) => rows.map(({ carriedOver: _carriedOver, ...row }) => row)

describe('the handover sheets of a desk', () => {
  it('have every event of its cases on exactly one of them, and what a look at all events finds (rules 16, 18, 19)', () => {
    fc.assert(
      fc.property(dutyWeeks(all), (events) => {
        const projecting = projected(events)
        for (const desk of desks) {
          const shifts = dutyShifts(desk)
          const naive = naiveSheets(events, shifts, desk)
          let steps = 0
          for (const [index, sheet] of sheetsOf(projecting, shifts).entries()) {
            const work = sheet.workCompleted.map(
              ({ documentNo, steps: done }) => `${documentNo}: ${done.map(({ what }) => what).join(' ')}`,
            )
            const done = sheet.workCompleted.flatMap((each) => each.steps)
            steps += done.length
            const expected = naive(index)
            expect({
              work: work.toSorted(),
              late: done.filter(({ late }) => late).length,
              open: sheet.followUps.map((each) => `${each.documentNo}: ${each.stepReached}`).toSorted(),
              classes: Object.fromEntries(classesOf(sheet)),
            }).toEqual(expected)
            // Disjoint: no case stands in two classes, or twice in one.
            expect(classesOf(sheet)).toHaveLength(Object.keys(expected.classes).length)
          }
          const ofDesk = new Set(
            events.flatMap(({ event, place }) =>
              event.type === 'Requested' && (event.data as { desk: string }).desk === desk ? [place.stream] : [],
            ),
          )
          expect(steps).toBe(events.filter(({ place }) => ofDesk.has(place.stream)).length)
        }
      }),
      RUNS,
    )
  })

  it('open with exactly what the one before left, each open case once (rule 18)', () => {
    fc.assert(
      fc.property(dutyWeeks(all), (events) => {
        const projecting = projected(events)
        for (const desk of desks) {
          const [first, ...rest] = sheetsOf(projecting, dutyShifts(desk))
          let left = first?.followUps ?? []
          for (const sheet of rest) {
            expect(withoutOrigin(sheet.openedWith)).toEqual(withoutOrigin(left))
            expect(sheet.followUps.filter(({ carriedOver }) => carriedOver).map(({ caseId }) => caseId)).toEqual(
              sheet.followUps
                .map(({ caseId }) => caseId)
                .filter((caseId) => left.some((each) => each.caseId === caseId)),
            )
            expect(new Set(sheet.followUps.map(({ caseId }) => caseId)).size).toBe(sheet.followUps.length)
            left = sheet.followUps
          }
        }
      }),
      RUNS,
    )
  })

  it('never change once they are accepted', () => {
    fc.assert(
      fc.property(dutyWeeks(all), (events) => {
        const projecting = handoverSheets().begin()
        const accepted = new Map<Shift, HandoverSheet | undefined>()
        const shifts = desks.flatMap(dutyShifts)
        for (const placed of events) {
          feed(projecting, [placed])
          const shift =
            placed.event.type === 'Accepted'
              ? shifts.find((each) => shiftStream(each) === placed.place.stream)
              : undefined
          if (shift !== undefined) accepted.set(shift, sheetsOf(projecting, [shift])[0])
        }
        for (const [shift, sheet] of accepted) expect(sheetsOf(projecting, [shift])).toEqual([sheet])
      }),
      RUNS,
    )
  })

  it('are the same after a restart at any point (rule 14)', () => {
    fc.assert(
      fc.property(dutyWeeks(all), fc.nat(), (events, cut) => {
        const at = cut % (events.length + 1)
        const records = JSON.parse(JSON.stringify([...projected(events.slice(0, at)).save()])) as Array<DutyRecord>
        const again = handoverSheets().begin(records)
        feed(again, events.slice(at))
        const shifts = desks.flatMap(dutyShifts)
        expect(sheetsOf(again, shifts)).toEqual(sheetsOf(projected(events), shifts))
      }),
      RUNS,
    )
  })
})

describe('the daily fault table', () => {
  it('keeps step with the sheets of its day: the last class of each case on them (HS6–HS8)', () => {
    fc.assert(
      fc.property(dutyWeeks(all), (events) => {
        const sheets = projected(events)
        const tables = faultTables().begin()
        feed(tables, events)
        for (const desk of desks) {
          const shifts = dutyShifts(desk)
          for (const date of new Set(shifts.map((shift) => shift.date))) {
            const table = tables.view.table(desk, date)
            const ofDay = sheetsOf(
              sheets,
              shifts.filter((shift) => shift.date === date),
            )
            const last = new Map(ofDay.flatMap(classesOf))
            // A payment that came back in a later shift of the day has no class there, and none in the table.
            for (const { documentNo, financeClass } of table.rows) expect(last.get(documentNo)).toBe(financeClass)
            for (const [documentNo, financeClass] of last)
              if (financeClass !== 'processedByFinance')
                expect(table.rows.some((row) => row.documentNo === documentNo)).toBe(true)
            expect(table.counts.reduce((sum, { cases }) => sum + cases, 0)).toBe(table.rows.length)
            expect(table.rows.map(({ seq }) => seq)).toEqual(table.rows.map((_, index) => index + 1))
          }
        }
      }),
      RUNS,
    )
  })

  it('comes with the sheets out of one book as it does out of a book of its own', () => {
    fc.assert(
      fc.property(dutyWeeks(all), (events) => {
        const tables = faultTables().begin()
        const both = dutyPapers().begin()
        feed(tables, events)
        feed(both, events)
        for (const desk of desks) {
          const shifts = dutyShifts(desk)
          expect(sheetsOf(both, shifts)).toEqual(sheetsOf(projected(events), shifts))
          for (const { date } of shifts) expect(both.view.table(desk, date)).toEqual(tables.view.table(desk, date))
        }
      }),
      { numRuns: 4 },
    )
  })
})
