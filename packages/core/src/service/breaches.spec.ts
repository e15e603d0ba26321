import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { anOrder } from '../../test/service/orders.js'
import { aWorld, instant } from '../../test/service/world.js'
import { addMillis } from '../calendar/index.js'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** A return that is reviewed two days after it was asked for, and then left alone. */
const reviewedLate = async () => {
  const world = aWorld(anOrder())
  const service = world.service()
  const caseId = await play(service, [say.request()], world)
  const requestedAt = world.clock.read()
  world.clock.advance(2 * DAY)
  done(await give(service, say.accept(), { caseId, key: 'review' }))
  return { service, caseId, requestedAt }
}

describe('breaches of a case', () => {
  it('are each reported by exactly one of the intervals that cover the time (rule 21)', async () => {
    const { service, caseId, requestedAt } = await reviewedLate()
    const from = addMillis(requestedAt, -DAY)
    const to = addMillis(requestedAt, 60 * DAY)
    const all = done(await service.breaches(caseId, from, to)())
    expect(all.map(({ rule, at }) => [rule, at])).toEqual([
      ['review', addMillis(requestedAt, DAY + 1)],
      ['overall', instant('2026-04-08T16:00:00.000Z')],
    ])
    const moment = fc.oneof(
      fc.integer({ min: 0, max: 61 * DAY }).map((millis) => addMillis(from, millis)),
      fc.constantFrom(...all.map(({ at }) => at)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(moment, { maxLength: 6 }), async (cuts) => {
        const bounds = [from, ...cuts.toSorted(), to]
        const parts = []
        for (const [index, start] of bounds.slice(0, -1).entries())
          parts.push(...done(await service.breaches(caseId, start, bounds[index + 1] ?? to)()))
        expect(parts).toEqual(all)
      }),
      { numRuns: 50, seed: 20_260_323 },
    )
  })

  it('are refused for what is no case, or no time', async () => {
    const { service, caseId, requestedAt } = await reviewedLate()
    const missing = '00000000-0000-7000-8000-ffffffffffff'
    expect(said(await service.breaches(missing, requestedAt, requestedAt)())).toBe('CASE_UNKNOWN')
    expect(await service.breaches(caseId, 'yesterday', requestedAt)()).toMatchObject({
      left: { code: 'MALFORMED_COMMAND', facts: { problems: [expect.stringContaining('/from')] } },
    })
  })
})
