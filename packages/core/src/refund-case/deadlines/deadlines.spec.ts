import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import * as say from '../../../test/service/commands.js'
import { accepted, approved, arrived, asked, declined, fault } from '../../../test/service/journeys.js'
import { addMillis, calendarHistory, china2026, type Instant } from '../../calendar/index.js'
import { cashierSameDay, chinaRetail } from '../../policy/index.js'
import { instant } from '../../../test/service/world.js'
import { breachesOf } from './breaches.js'

const open = (told: { now: { deadlines: ReadonlyArray<{ rule: string; status: string }> } }) =>
  told.now.deadlines.filter(({ status }) => status === 'open').map(({ rule }) => rule)

describe('which deadlines run (§5)', () => {
  it('review and overall from the request on', async () => {
    expect(open(await given(asked).when(say.note()))).toEqual(['review', 'overall'])
  })

  it('the fault sheet is due until a complete one is there', async () => {
    const incomplete = { ...say.faultSheet(), body: { evidence: [], faultSheet: { orderNos: [] } } }
    const told = await given(fault.slice(0, 1)).when(incomplete)
    expect(open(told)).toContain('faultSheet')
    expect(open(await told.and(say.faultSheet()))).not.toContain('faultSheet')
  })

  it('review starts again with the evidence that a review asked for', async () => {
    const more = { ...say.accept(), body: { stage: 'intake', outcome: 'moreEvidence', fault: 'none' } }
    const waiting = await given(asked).when(more)
    expect(waiting.now.situation).toBe('awaitingEvidence')
    expect(open(waiting)).not.toContain('review')
    const byClerk = await waiting.and({ ...say.addEvidence(), body: { evidence: [say.photo], side: 'customer' } })
    expect(byClerk.now.situation).toBe('requested')
    expect(open(byClerk)).toContain('review')
  })

  it('the statutory one pauses with a failed inspection and comes back with a passing one', async () => {
    const failed = await given([...arrived, say.inspect(2, 0)]).when(say.note())
    expect(open(failed)).not.toContain('statutoryRefund')
    expect(open(await failed.and(say.inspect(2, 1)))).toContain('statutoryRefund')
  })

  it('a decline ends them for good; a dispute then starts evidence, a ruling payment, and nothing else', async () => {
    expect(open(await given(declined).when(say.note()))).toEqual([])
    const disputed = await given([...declined, say.dispute()]).when(say.note())
    expect(open(disputed)).toEqual(['evidence'])
    expect(open(await disputed.and(say.rule()))).toEqual(['evidence', 'payment'])
  })

  it('an extension moves the overall limit, told to the customer before it has passed', async () => {
    const extension = { rule: 'overall', until: '2026-05-01T00:00:00.000Z', reason: 'the carrier looks for it' }
    const kind = { kind: 'extension', extension }
    const told = await given(accepted).when(say.notify(kind))
    expect(told.now.deadlines.find(({ rule }) => rule === 'overall')).toMatchObject({ limit: extension.until })
    expect((await told.and(say.notify({ ...kind, to: 'technical' }))).said).toBe('EXTENSION_NOT_TOLD')
    expect((await told.and(say.notify(kind))).said).toBe('EXTENSION_NOT_LATER')
  })

  it('an exception is reported of the attempt that failed, also while the next one is open', async () => {
    const again = given([...approved, say.startPayment(), say.failPayment(), say.startPayment()])
    expect(open(await again.when(say.reportException()))).not.toContain('exceptionReport')
  })
})

describe('a breach is reported once (rule 21)', () => {
  const history = calendarHistory([{ calendar: china2026, knownFrom: 'beginning' }])
  if (isLeft(history)) throw new Error('the calendar is sound')
  const calendars = history.right
  const from = instant('2026-01-01T00:00:00.000Z')
  const to = instant('2027-01-01T00:00:00.000Z')

  it('in whatever intervals time is cut, each breach lies in exactly one', async () => {
    const { now } = await given([...fault, say.checkFunds({ result: 'received', amount: 5_600 })], {
      policy: cashierSameDay(chinaRetail),
    }).when(say.note())
    const breaches = (a: Instant, b: Instant) =>
      breachesOf(now.caseId, now.state, chinaRetail, calendars, a, b).map(
        ({ rule, startedBy }) => `${rule} ${startedBy}`,
      )
    const all = breaches(from, to)
    expect(all.length).toBeGreaterThan(2)
    fc.assert(
      fc.property(fc.array(fc.nat(364 * 24 * 60), { maxLength: 12 }), (minutes) => {
        const cuts = [from, ...minutes.toSorted((a, b) => a - b).map((m) => addMillis(from, m * 60_000)), to]
        const found = cuts.slice(1).flatMap((until, index) => breaches(cuts[index] ?? from, until))
        expect(found.toSorted()).toEqual(all.toSorted())
      }),
      { numRuns: 300 },
    )
  })

  it('none where the event came in time, one from the first instant after where it did not', async () => {
    const { now } = await given(asked).when(say.accept())
    expect(breachesOf(now.caseId, now.state, chinaRetail, calendars, from, to).map(({ rule }) => rule)).toEqual([
      'overall',
    ])
    const late = await given(asked).when(say.note())
    const review = breachesOf(late.now.caseId, late.now.state, chinaRetail, calendars, from, to).find(
      ({ rule }) => rule === 'review',
    )
    expect(review?.at).toBe(addMillis(addMillis(late.now.state.requestedAt, 24 * 60 * 60_000), 1))
  })
})
