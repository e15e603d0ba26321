import { memoryStore } from '@refund-case/store-memory'
import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { faulty } from '../../test/faulty-store.js'
import { at, toyAccount, toyStream, type ToyEvent } from '../../test/toy-account.js'
import {
  adding,
  call,
  executed,
  idsIn,
  isWhole,
  load,
  platformOn,
  type Answer,
  type Run,
} from '../../test/toy-commands.js'
import type { Instant } from '../calendar/index.js'
import { runCommand } from './command-loop.js'

const deciding =
  (event: unknown): Run['decide'] =>
  () =>
    right({ events: [event as ToyEvent] })

const byRevision: Run['ids'] = (index, expected) => `at ${expected} ${index}`

const secondAt = async (clock: () => Instant, maxClockSkewMs?: number): Promise<Answer> => {
  const store = memoryStore()
  await runCommand(platformOn(store, { clock: () => at(100_000) }), toyAccount, call('a', adding([1])))
  const more = maxClockSkewMs === undefined ? { clock } : { clock, maxClockSkewMs }
  return runCommand(platformOn(store, more), toyAccount, call('b', adding([1])))
}

describe('deciding and writing on one stream', () => {
  it('writes what was decided, at the revision that was read, and answers with the stream as it then is', async () => {
    const store = memoryStore()
    const first = executed(await runCommand(platformOn(store), toyAccount, call('a', adding([1, 2]))))
    const second = executed(await runCommand(platformOn(store), toyAccount, call('b', adding([3]))))
    expect(first.appended.map(({ meta }) => [meta.id, meta.revision])).toEqual([
      ['a-0', 0],
      ['a-1', 1],
    ])
    expect(second).toEqual({ loaded: await load(store), appended: second.loaded.events.slice(2), wrote: true })
    expect(second.loaded.state.total).toBe(6)
    expect(await isWhole(store)).toBe(true)
  })

  it('writes nothing for a refusal or an empty decision', async () => {
    const store = memoryStore()
    expect(await runCommand(platformOn(store), toyAccount, call('a', adding([5], 4)))).toEqual(
      left({ kind: 'full', total: 0 }),
    )
    const nothing = executed(await runCommand(platformOn(store), toyAccount, call('b', adding([]))))
    expect([nothing.appended, nothing.wrote, nothing.loaded.revision]).toEqual([[], false, 'no_stream'])
    expect(await idsIn(store)).toEqual([])
  })

  it('puts what it knows of the call into every envelope', async () => {
    const store = memoryStore()
    const command = { key: 'k', fingerprint: 'f' }
    const restedOn = [
      { stream: 'policyBook-1', revision: 7 },
      { stream: 'orderAccount-1', revision: 'no_stream' },
    ] as const
    const decide: Run['decide'] = async () =>
      Promise.resolve(right({ events: [{ type: 'Opened', data: { owner: 'zhao' } }], restedOn }))
    await runCommand(platformOn(store), toyAccount, call('a', decide, { command, causationId: 'cause' }))
    const slice = await store.readStream(toyStream)()
    expect(isRight(slice) && slice.right.events[0]?.envelope).toMatchObject({
      id: 'a-0',
      type: 'Opened',
      schemaVersion: 1,
      occurredAt: at(0),
      actor: { id: 'li', role: 'clerk' },
      correlationId: 'c',
      causationId: 'cause',
      command,
      restedOn: { 'orderAccount-1': 'no_stream', 'policyBook-1': 7 },
    })
  })

  it('decides on a reading that the caller made, and again when it was out of date', async () => {
    const store = memoryStore()
    const stale = await load(store)
    await runCommand(platformOn(store), toyAccount, call('a', adding([1])))
    const seen: Array<number> = []
    const decide: Run['decide'] = (attempt) => {
      seen.push(attempt.loaded.state.total)
      return adding([2])(attempt)
    }
    const answer = executed(await runCommand(platformOn(store), toyAccount, call('b', decide, { loaded: stale })))
    expect(seen).toEqual([0, 1])
    expect(answer.loaded).toEqual(await load(store))
  })

  it('refuses to write an event that could not be read back', async () => {
    const store = memoryStore()
    const unreadable = call('a', deciding({ type: 'Added', data: { amount: 1.5 } }))
    expect(await runCommand(platformOn(store), toyAccount, unreadable)).toEqual(
      left(expect.objectContaining({ code: 'EVENT_UNDECODABLE', path: '/data/amount' })),
    )
    const unknown = call('a', deciding({ type: 'Unheard', data: {} }))
    expect(await runCommand(platformOn(store), toyAccount, unknown)).toEqual(
      left(expect.objectContaining({ code: 'EVENT_TYPE_UNKNOWN' })),
    )
    const notJson = call('a', deciding({ type: 'Added', data: { amount: -0 } }))
    expect(await runCommand(platformOn(store), toyAccount, notJson)).toEqual(
      left(expect.objectContaining({ code: 'NOT_JSON', facts: { path: '/0/data/amount', reason: 'negativeZero' } })),
    )
    expect(await idsIn(store)).toEqual([])
  })

  it('takes ids that depend on the revision, and finds its own by them', async () => {
    const store = memoryStore()
    const slow = faulty(store, ['answerLost'])
    await runCommand(platformOn(store), toyAccount, call('x', adding([1])))
    const answer = executed(await runCommand(platformOn(slow), toyAccount, call('', adding([2]), { ids: byRevision })))
    expect(answer.appended.map(({ meta }) => meta.id)).toEqual(['at 0 0'])
    expect(await idsIn(store)).toEqual(['x-0', 'at 0 0'])
  })
})

describe('when it occurred', () => {
  it('never runs backwards: a clock a little behind is lifted, one further behind is refused', async () => {
    const times = fc.tuple(fc.integer({ min: 0, max: 200_000 }), fc.integer({ min: 0, max: 100_000 }))
    await fc.assert(
      fc.asyncProperty(times, async ([now, skew]) => {
        const answer = await secondAt(() => at(now), skew)
        if (now < 100_000 - skew) {
          const facts = { now: at(now), lastOccurredAt: at(100_000), maxClockSkewMs: skew }
          expect(answer).toEqual(left({ kind: 'refusal', code: 'TIME_RUNS_BACKWARDS', rule: '§2', facts }))
        } else expect(executed(answer).appended[0]?.meta.occurredAt).toBe(at(Math.max(now, 100_000)))
      }),
    )
  })

  it('keeps nobody with a slow clock from being refused, or told that there is nothing to do', async () => {
    const store = memoryStore()
    await runCommand(platformOn(store, { clock: () => at(100_000) }), toyAccount, call('a', adding([1])))
    const nothing = await runCommand(platformOn(store), toyAccount, call('b', adding([])))
    expect(executed(nothing).appended).toEqual([])
    const full = await runCommand(platformOn(store), toyAccount, call('b', adding([1], 0)))
    expect(full).toEqual(left({ kind: 'full', total: 1 }))
  })

  it('allows 5 seconds unless told otherwise', async () => {
    expect(isRight(await secondAt(() => at(95_000)))).toBe(true)
    expect(isRight(await secondAt(() => at(94_999)))).toBe(false)
  })

  it('is read anew at each attempt', async () => {
    const store = memoryStore()
    let time = 0
    const stale = await load(store)
    await runCommand(platformOn(store), toyAccount, call('a', adding([1])))
    const clock = () => at((time += 1_000))
    const answer = await runCommand(platformOn(store, { clock }), toyAccount, call('b', adding([1]), { loaded: stale }))
    expect(executed(answer).appended[0]?.meta.occurredAt).toBe(at(2_000))
  })
})
