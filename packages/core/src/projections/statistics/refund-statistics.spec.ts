import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { interleaved, recordedHistory, type RecordedHistory } from '../../../test/projections/recorded-history.js'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import { localDateOf, millisBetween, monthOf, YearMonth, type Instant } from '../../calendar/index.js'
import { decodeRecorded, type RecordedEvent, type Stored } from '../../eventsourcing/index.js'
import { isZero, totalOf } from '../../money/index.js'
import { caseKind, evolve, noCase, type CaseEvent, type CaseState, type RefundCase } from '../../refund-case/index.js'
import { projectRecorded } from '../runner/index.js'
import {
  caseOutcomes,
  type CaseOutcome,
  type DurationFigures,
  type Figures,
  type Period,
  type RefundStatistics,
} from './figures.js'
import { refundStatistics } from './refund-statistics.js'

let history: RecordedHistory
beforeAll(async () => {
  history = await recordedHistory()
})

const known = (events: ReadonlyArray<RecordedEvent>): RefundStatistics => {
  const run = projectRecorded(refundStatistics(), events)
  if (isLeft(run)) throw new Error(JSON.stringify(run.left))
  return run.right
}

interface Step {
  readonly event: Stored<CaseEvent>
  readonly after: RefundCase
}

/** Each case as its events tell it, with the case after each. */
const coursesIn = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<ReadonlyArray<Step>> => {
  const courses = new Map<string, { state: CaseState; steps: Array<Step> }>()
  for (const recorded of events) {
    if (!recorded.stream.startsWith('refundCase-')) continue
    const decoded = decodeRecorded(caseKind.registry, recorded)
    if (isLeft(decoded)) throw new Error('not decoded')
    const course = courses.get(recorded.stream) ?? { state: noCase, steps: [] }
    course.state = evolve(course.state, decoded.right)
    if (course.state.kind === 'case') course.steps.push({ event: decoded.right, after: course.state })
    courses.set(recorded.stream, course)
  }
  return [...courses.values()].map(({ steps }) => steps).filter((steps) => steps.length > 0)
}

const outcomeOf = (steps: ReadonlyArray<Step>): CaseOutcome => {
  const last = steps.at(-1)?.after
  if (last === undefined) return 'open'
  if (!isZero(last.netPaid)) {
    const paid = steps.findLastIndex(({ event }) => event.type === 'Paid')
    return steps.slice(0, paid).some(({ event }) => event.type === 'Disputed') ? 'disputedPaid' : 'paid'
  }
  const { closedAs, end, funds, dispute } = last
  if (closedAs === 'exchanged' || closedAs === 'repaired' || closedAs === 'fundsNotReceived') return closedAs
  if (closedAs === 'unpaid') return 'closedUnpaid'
  if (dispute?.open === true) return 'open'
  if (end.how !== 'none') return end.how
  return funds.checked === 'notReceived' ? 'fundsNotReceived' : 'open'
}

const monthAt = (at: Instant): string => monthOf(localDateOf('Asia/Shanghai', at))

const durations = (millis: ReadonlyArray<number>): DurationFigures => {
  const minutes = millis.map((each) => Math.floor(each / 60_000)).toSorted((a, b) => a - b)
  const at = (rank: number) => minutes[rank - 1] ?? null
  return {
    count: minutes.length,
    median: at(Math.ceil(minutes.length / 2)),
    p90: at(Math.ceil(minutes.length * 0.9)),
    longest: minutes.at(-1) ?? null,
  }
}

/** The figures of the cases that are meant, in these months, worked out from all their events. */
const naive = (
  courses: ReadonlyArray<ReadonlyArray<Step>>,
  months: ReadonlyArray<string>,
  isMeant: (state: RefundCase) => boolean,
): Figures => {
  const requested = courses.flatMap((steps) => {
    const last = steps.at(-1)?.after
    return last !== undefined && isMeant(last) && months.includes(monthAt(last.requestedAt)) ? [{ steps, last }] : []
  })
  const happened = courses.flatMap((steps) =>
    steps.flatMap((step, index) =>
      isMeant(step.after) && months.includes(monthAt(step.event.meta.occurredAt))
        ? [{ ...step, before: steps.slice(0, index).map(({ event }) => event.type) }]
        : [],
    ),
  )
  const of = (type: CaseEvent['type']) =>
    happened.flatMap(({ event, after, before }) => (event.type === type ? [{ event, after, before }] : []))
  const firsts = (type: CaseEvent['type']) =>
    durations(
      of(type)
        .filter(({ before }) => !before.includes(type))
        .map(({ event, after }) => millisBetween(after.requestedAt, event.meta.occurredAt)),
    )
  const outcomes = Object.fromEntries(
    caseOutcomes.map((outcome) => [outcome, requested.filter(({ steps }) => outcomeOf(steps) === outcome).length]),
  ) as Figures['outcomes']
  const decided = requested.length - outcomes.open
  const reasons = new Map<string, number>()
  for (const { last } of requested) reasons.set(last.requested.reason, (reasons.get(last.requested.reason) ?? 0) + 1)
  const sum = (type: 'Paid' | 'PaymentReversed') =>
    of(type).reduce((all, { event }) => all + ('amounts' in event.data ? totalOf(event.data.amounts ?? {}) : 0), 0)
  const scores: ReadonlyArray<number> = of('FeedbackGiven').map(({ event }) =>
    'score' in event.data ? event.data.score : 0,
  )
  const claimed = requested.reduce((all, { last }) => all + totalOf(last.claimed), 0)
  const money = { currency: 'CNY', claimed, paid: sum('Paid'), reversed: sum('PaymentReversed') }
  return {
    requests: requested.length,
    outcomes,
    successPerMille:
      decided === 0 ? null : Math.floor(((outcomes.paid + outcomes.disputedPaid) * 1000) / decided + 0.5),
    reasons: [...reasons]
      .map(([reason, count]) => ({ reason, count }) as Figures['reasons'][number])
      .toSorted((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    payments: of('Paid').length,
    reversals: of('PaymentReversed').length,
    money: money.claimed + money.paid + money.reversed === 0 ? [] : [money],
    toReview: firsts('Reviewed'),
    toPaid: firsts('Paid'),
    disputes: of('Disputed').length,
    satisfaction: {
      count: scores.length,
      averageHundredths:
        scores.length === 0 ? null : Math.floor((scores.reduce((a, b) => a + b, 0) * 100) / scores.length + 0.5),
      scores: [1, 2, 3, 4, 5].map(
        (score) => scores.filter((each) => each === score).length,
      ) as unknown as Figures['satisfaction']['scores'],
    },
  }
}

const month = (text: string): Period => {
  if (!YearMonth.is(text)) throw new Error('no month')
  return { kind: 'month', month: text }
}
const periods: ReadonlyArray<readonly [Period, ReadonlyArray<string>]> = [
  [month('2026-03'), ['2026-03']],
  [month('2026-04'), ['2026-04']],
  [month('2026-05'), ['2026-05']],
  [{ kind: 'quarter', year: 2026, quarter: 1 }, ['2026-01', '2026-02', '2026-03']],
  [{ kind: 'quarter', year: 2026, quarter: 2 }, ['2026-04', '2026-05', '2026-06']],
]

const logs = fc.tuple(
  fc.array(fc.nat({ max: 200 }), { minLength: 1, maxLength: 20 }),
  fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 40 }),
  fc.nat({ max: 300 }),
)

const sums = (list: ReadonlyArray<{ readonly figures: Figures }>) =>
  list.reduce((sum, each) => sum + each.figures.requests, 0)

describe('the statistics', () => {
  it('are what a recomputation from all events comes to, by month and quarter, route and channel', () => {
    fc.assert(
      fc.property(logs, ([chosen, turns, cut]) => {
        const all = interleaved(history, chosen, turns)
        const events = all.slice(0, cut % 2 === 0 ? all.length : cut)
        const statistics = known(events)
        const courses = coursesIn(events)
        for (const [period, months] of periods) {
          const { all: figures, byRoute, byChannel } = statistics.of(period)
          expect(figures).toEqual(naive(courses, months, () => true))
          for (const { route, figures: own } of byRoute)
            expect(own).toEqual(naive(courses, months, (state) => state.route === route))
          for (const { channel, figures: own } of byChannel)
            expect(own).toEqual(naive(courses, months, (state) => state.requested.channel === channel))
          expect([sums(byRoute), sums(byChannel)]).toEqual([figures.requests, figures.requests])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('share goods money over the products without losing a cent of it', () => {
    fc.assert(
      fc.property(logs, ([chosen, turns]) => {
        const events = interleaved(history, chosen, turns)
        const statistics = known(events)
        for (const [period, months] of periods) {
          const goods = (type: 'Paid' | 'PaymentReversed') =>
            coursesIn(events)
              .flat()
              .filter(({ event, after }) => event.type === type && after.lines.length > 0)
              .filter(({ event }) => months.includes(monthAt(event.meta.occurredAt)))
              .reduce((sum, { event }) => sum + ('amounts' in event.data ? (event.data.amounts?.goods ?? 0) : 0), 0)
          const money = statistics.of(period).byProduct.flatMap(({ figures }) => figures.money)
          expect(money.reduce((sum, { paid }) => sum + paid, 0)).toBe(goods('Paid'))
          expect(money.reduce((sum, { reversed }) => sum + reversed, 0)).toBe(goods('PaymentReversed'))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('count a case that was paid after a dispute as such, and as a success (S3)', () => {
    const all = interleaved(
      history,
      history.cases.map((_, index) => index),
      [0],
    )
    const statistics = known(all)
    const figures = statistics.months().map((each) => statistics.of({ kind: 'month', month: each }).all)
    const total = (outcome: CaseOutcome) => figures.reduce((sum, { outcomes }) => sum + outcomes[outcome], 0)
    expect(total('disputedPaid')).toBeGreaterThan(0)
    expect(caseOutcomes.filter((outcome) => total(outcome) > 0).length).toBeGreaterThan(6)
  })

  it('are empty where nothing happened', () => {
    const { all, byRoute, byProduct } = known([]).of(month('2026-03'))
    expect([all.requests, all.successPerMille, all.toPaid.median, byRoute, byProduct]).toEqual([0, null, null, [], []])
    expect(known([]).months()).toEqual([])
  })

  it('are the same fed with duplicates, in any chunks, or begun again (rule 14)', () => {
    holdsRule14(history, refundStatistics(), (view) => [view.months(), ...periods.map(([period]) => view.of(period))])
  })
})
