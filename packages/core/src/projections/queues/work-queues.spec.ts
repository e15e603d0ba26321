import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { interleaved, recordedHistory, type RecordedHistory } from '../../../test/projections/recorded-history.js'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import { instant } from '../../../test/service/world.js'
import { sha256 } from '../../../test/toy-account.js'
import {
  addMillis,
  calendarAsKnownAt,
  calendarHistory,
  china2026,
  type Instant,
  type LocalDate,
  type WorkCalendarYear,
} from '../../calendar/index.js'
import { buildEnvelopes, decodeRecorded, positionAt, type RecordedEvent } from '../../eventsourcing/index.js'
import { chinaRetail } from '../../policy/index.js'
import {
  bindingDeadline,
  breachesOf,
  caseKind,
  deadlinesOf,
  evolve,
  noCase,
  type CaseState,
  type RefundCase,
} from '../../refund-case/index.js'
import { Role } from '../../vocabulary/index.js'
import { projectRecorded } from '../runner/index.js'
import { dutiesOf } from './duties.js'
import type { WorkQueues } from './queue-entry.js'
import { workQueues } from './work-queues.js'

let history: RecordedHistory
beforeAll(async () => {
  history = await recordedHistory()
})

const published = calendarHistory([{ calendar: china2026, knownFrom: 'beginning' }])
if (isLeft(published)) throw new Error('the calendar is sound')
const calendars = published.right
const roles = Object.keys(Role.keys).filter(Role.is)
const start = instant('2026-03-01T00:00:00.000Z')
const end = instant('2027-01-01T00:00:00.000Z')
const DAY = 86_400_000

const known = (events: ReadonlyArray<RecordedEvent>): WorkQueues => {
  const run = projectRecorded(workQueues(), events)
  if (isLeft(run)) throw new Error(JSON.stringify(run.left))
  return run.right
}

/** Every case as its own events tell it, folded one by one. */
const casesIn = (events: ReadonlyArray<RecordedEvent>): ReadonlyMap<string, RefundCase> => {
  const states = new Map<string, CaseState>()
  for (const event of events) {
    if (!event.stream.startsWith('refundCase-')) continue
    const decoded = decodeRecorded(caseKind.registry, event)
    if (isLeft(decoded)) throw new Error('not decoded')
    const id = event.stream.slice('refundCase-'.length)
    states.set(id, evolve(states.get(id) ?? noCase, decoded.right))
  }
  return new Map([...states].flatMap(([id, state]) => (state.kind === 'case' ? [[id, state] as const] : [])))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The queue of a role, worked out from nothing: every case, every deadline, sorted. */
const naiveQueue = (events: ReadonlyArray<RecordedEvent>, role: string, now: Instant, asPublished = calendars) =>
  [...casesIn(events)]
    .flatMap(([caseId, state]) => {
      const binding = bindingDeadline(deadlinesOf(state, chinaRetail, calendarAsKnownAt(asPublished, now)))
      return dutiesOf(state, chinaRetail)
        .filter((duty) => duty.role === role)
        .map(({ action }) => ({ caseId, action, due: binding?.breachedFrom, rule: binding?.rule }))
    })
    .toSorted((a, b) => compare(a.due ?? '~', b.due ?? '~'))

// Whose event comes next, and how many are read.
const logs = fc.tuple(
  fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 12 }),
  fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 40 }),
  fc.nat({ max: 200 }),
)
const upTo = (events: ReadonlyArray<RecordedEvent>, cut: number) => events.slice(0, cut % (events.length + 1))

const instants = fc.nat({ max: 300 }).map((days) => addMillis(start, days * DAY))

// A week of rest in the middle of what runs.
const extraHolidays = [23, 24, 25, 26, 27].map((day) => ({ date: `2026-03-${day}` as LocalDate, name: 'rest' }))

const calendarPublished = (calendar: WorkCalendarYear, from: Instant): RecordedEvent => {
  const stream = 'workCalendar-CN'
  const actor = { id: 'li', role: 'administration' }
  const built = buildEnvelopes(sha256, { stream, occurredAt: from, actor, correlationId: 'c', causationId: 'c' }, [
    {
      id: 'later',
      type: 'CalendarPublished',
      schemaVersion: 1,
      data: { calendar, digest: 'a'.repeat(64), knownFrom: from },
    },
  ])
  const envelope = isLeft(built) ? undefined : built.right[0]
  if (envelope === undefined) throw new Error('not built')
  return { stream, revision: 1, position: positionAt(0), recordedAt: from, envelope }
}

const ids = ({ caseId, action }: { readonly caseId: string; readonly action: string }) => `${caseId} ${action}`

describe('the work queues', () => {
  it('hold what a recomputation of every case comes to, in the order it is due, at any instant', () => {
    fc.assert(
      fc.property(logs, fc.array(instants, { minLength: 1, maxLength: 3 }), ([chosen, turns, cut], nows) => {
        const soFar = upTo(interleaved(history, chosen, turns), cut)
        const queues = known(soFar)
        for (const now of nows)
          for (const role of roles) {
            const queue = queues.of(role, now)
            const naive = naiveQueue(soFar, role, now)
            expect(queue.map(({ binding }) => binding?.breachedFrom)).toEqual(naive.map(({ due }) => due))
            expect(queue.map(ids).toSorted()).toEqual(naive.map(ids).toSorted())
            for (const { overdue, timeLeft, binding } of queue)
              expect(overdue).toBe(binding !== null && (timeLeft ?? 0) <= 0)
          }
      }),
      { numRuns: 40 },
    )
  })

  it('keep their order while events come, as if they had been put in order only now', () => {
    fc.assert(
      fc.property(logs, instants, ([chosen, turns], now) => {
        const events = interleaved(history, chosen, turns)
        const projecting = workQueues().begin()
        const asked = events.length >> 1
        for (const [index, event] of events.entries()) {
          for (const reader of projecting.reads) {
            if (!event.stream.startsWith(`${reader.category}-`)) continue
            const decoded = decodeRecorded(reader.registry, event)
            if (isLeft(decoded)) throw new Error('not decoded')
            reader.take(decoded.right, event)
          }
          if (index >= asked && index % 5 === 0) projecting.view.of('customerService', now, { limit: 1 })
        }
        for (const role of roles) expect(projecting.view.of(role, now)).toEqual(known(events).of(role, now))
      }),
      { numRuns: 30 },
    )
  })

  it('follow working days that are published later, from then on and not before', () => {
    const from = addMillis(start, 20 * DAY)
    const holidays = [...china2026.holidays, ...extraHolidays]
    const calendar = { ...china2026, version: 2, holidays }
    const both = calendarHistory([
      { calendar: china2026, knownFrom: 'beginning' },
      { calendar, knownFrom: from },
    ])
    if (isLeft(both)) throw new Error('the calendars agree')
    const later = calendarPublished(calendar, from)
    const all = interleaved(
      history,
      history.cases.map((_, index) => index),
      [4, 0, 2],
    )
    const { length } = history.published
    const events = [...all.slice(0, length), later, ...all.slice(length)].map((event, index) =>
      Object.assign({}, event, { position: positionAt(index + 1) }),
    )
    let moved = 0
    for (const days of [10, 19, 20, 21, 60]) {
      const now = addMillis(start, days * DAY)
      const soFar = events.slice(0, 260)
      const queues = known(soFar)
      for (const role of roles) {
        const dues = queues.of(role, now).map(({ binding }) => binding?.breachedFrom)
        expect(dues).toEqual(naiveQueue(soFar, role, now, both.right).map(({ due }) => due))
        if (JSON.stringify(dues) !== JSON.stringify(naiveQueue(soFar, role, now).map(({ due }) => due ?? null))) moved++
      }
      const missed = [...casesIn(soFar)].flatMap(([caseId, state]) =>
        breachesOf(caseId, state, chinaRetail, both.right, start, end),
      )
      expect(queues.breaches(start, end).map(({ at }) => at)).toEqual(missed.map(({ at }) => at).toSorted())
    }
    expect(moved).toBeGreaterThan(0)
  })

  it('count what waits and what is overdue', () => {
    const all = history.cases.map((_, index) => index)
    const queues = known(interleaved(history, all, [5, 2, 3]))
    for (const now of [start, addMillis(start, 20 * DAY), addMillis(start, 90 * DAY)])
      for (const { role, waiting, overdue } of queues.counts(now)) {
        const queue = queues.of(role, now)
        expect([waiting, overdue]).toEqual([queue.length, queue.filter((entry) => entry.overdue).length])
        expect(queues.of(role, now, { limit: 3 })).toEqual(queue.slice(0, 3))
        expect(queues.of(role, now, { desk: 'nowhere' })).toEqual([])
      }
    expect(queues.counts(start).length).toBeGreaterThan(4)
  })

  it('stop at a case whose policy nobody published before it', () => {
    const run = projectRecorded(workQueues(), history.cases.flat())
    expect(isLeft(run) && run.left.cause).toMatchObject({ code: 'POLICY_UNKNOWN', facts: { policy: 'china-retail' } })
  })

  it('are the same fed with duplicates, in any chunks, or begun again (rule 14)', () => {
    const now = addMillis(start, 45 * DAY)
    const look = (queues: WorkQueues) => [roles.map((role) => queues.of(role, now)), queues.breaches(start, end)]
    holdsRule14(history, workQueues(), look)
  })
})

describe('breaches (rule 21)', () => {
  it('are those of every case, in order, in whatever intervals time is cut', () => {
    fc.assert(
      fc.property(logs, fc.array(instants, { maxLength: 8 }), ([chosen, turns, cut], inner) => {
        const soFar = upTo(interleaved(history, chosen, turns), cut)
        const queues = known(soFar)
        const cuts = [start, ...inner.toSorted(), end]
        const found = cuts.slice(1).flatMap((until, index) => queues.breaches(cuts[index] ?? start, until))
        const naive = [...casesIn(soFar)].flatMap(([caseId, state]) =>
          breachesOf(caseId, state, chinaRetail, calendars, start, end),
        )
        const name = ({ caseId, rule, startedBy, at }: (typeof naive)[number]) => `${at} ${caseId} ${rule} ${startedBy}`
        expect(found.map(name)).toEqual(naive.map(name).toSorted())
      }),
      { numRuns: 40 },
    )
  })
})
