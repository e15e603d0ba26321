import { memoryStore } from '@refund-case/store-memory'
import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { faulty, storeError, type Fault } from '../../test/faulty-store.js'
import { at, toyAccount, toyStream } from '../../test/toy-account.js'
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
import { runCommand } from './command-loop.js'
import type { EventStore } from './event-store.js'

/** Knows its earlier events by their ids, as a keyed command does. */
const unlessThere: Run['decide'] = (attempt) =>
  attempt.loaded.events.some(({ meta }) => meta.id === 'same-0') ? right({ events: [] }) : adding([7])(attempt)

describe('when others write too', () => {
  it('all amounts arrive once, and the limit holds, whatever the race', async () => {
    const amounts = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }), { maxLength: 8 })
    await fc.assert(
      fc.asyncProperty(amounts, fc.integer({ min: 0, max: 60 }), async (calls, limit) => {
        const store = memoryStore()
        const answers = await Promise.all(
          calls.map(async (list, index) =>
            runCommand(platformOn(store), toyAccount, call(`c${index}`, adding(list, limit))),
          ),
        )
        const { state, events } = await load(store)
        const written = answers.flatMap((answer) => (isRight(answer) ? answer.right.appended : []))
        expect(state.total).toBeLessThanOrEqual(limit)
        expect(written.toSorted((a, b) => a.meta.revision - b.meta.revision)).toEqual(events)
        for (const answer of answers) expect(isRight(answer) ? 'full' : answer.left.kind).toBe('full')
        expect(await isWhole(store)).toBe(true)
      }),
      { numRuns: 60 },
    )
  }, 30_000)

  it('asks again what to do about another call that gave its events the same ids', async () => {
    const store = memoryStore()
    const loaded = await load(store)
    await runCommand(platformOn(store), toyAccount, call('same', adding([5])))
    const answer = executed(await runCommand(platformOn(store), toyAccount, call('same', unlessThere, { loaded })))
    expect([answer.appended, answer.wrote, answer.loaded.state.total]).toEqual([[], false, 5])
  })

  it('ends after as many appends as it may try', async () => {
    const store = memoryStore()
    let appends = 0
    const contested: EventStore = {
      ...store,
      append: (stream, expected, events) => async () => {
        appends++
        await runCommand(platformOn(store), toyAccount, call(`other${appends}`, adding([1])))
        return store.append(stream, expected, events)()
      },
    }
    const answer = await runCommand(platformOn(contested, { maxAttempts: 4 }), toyAccount, call('a', adding([1])))
    expect(answer).toEqual(
      left({ kind: 'conflictUnresolved', code: 'CONFLICT_UNRESOLVED', stream: toyStream, attempts: 4 }),
    )
    expect(appends).toBe(4)
    expect(await idsIn(store)).toEqual(['other1-0', 'other2-0', 'other3-0', 'other4-0'])
  })

  it('reads again when a conflict tells of nothing that was missed', async () => {
    const store = memoryStore()
    const elsewhere = memoryStore()
    await runCommand(platformOn(elsewhere), toyAccount, call('x', adding([1, 1])))
    const answer = await runCommand(
      platformOn(store),
      toyAccount,
      call('a', adding([1]), { loaded: await load(elsewhere) }),
    )
    expect(executed(answer).loaded).toEqual(await load(store))
    expect(await idsIn(store)).toEqual(['a-0'])
  })
})

describe('when the store cannot say whether it wrote (rule 11)', () => {
  const fault = fc.constantFrom<Fault>('none', 'lost', 'answerLost', 'late', 'refused')

  it('the events are written once or not at all, and the answer is true, whatever is lost and whoever comes between', async () => {
    const scene = fc.record({
      faults: fc.array(fault, { maxLength: 6 }),
      readFaults: fc.array(fc.boolean(), { maxLength: 6 }),
      between: fc.array(fc.boolean(), { maxLength: 6 }),
      amounts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(scene, async ({ faults, readFaults, between, amounts }) => {
        const store = memoryStore()
        const loaded = await load(store)
        const shaky = faulty(store, faults, readFaults)
        let appends = 0
        const interrupted: EventStore = {
          ...shaky,
          append: (stream, expected, events) => async () => {
            const answer = await shaky.append(stream, expected, events)()
            if (between[appends++] === true)
              await runCommand(platformOn(store), toyAccount, call(`other${appends}`, adding([1])))
            return answer
          },
        }
        const answer: Answer = await runCommand(
          platformOn(interrupted, { maxAttempts: 5 }),
          toyAccount,
          call('own', adding(amounts), { loaded }),
        )
        const own = (await load(store)).events.filter(({ meta }) => meta.id.startsWith('own'))
        expect([0, amounts.length]).toContain(own.length)
        if (isRight(answer)) {
          expect(answer.right.appended).toEqual(own)
          expect(own).toHaveLength(amounts.length)
        } else if (answer.left.kind !== 'storeError' || answer.left.written === 'no') expect(own).toEqual([])
        expect(await isWhole(store)).toBe(true)
      }),
      { numRuns: 300 },
    )
  }, 30_000)

  it('answers from the stored events when its first try did arrive', async () => {
    const store = memoryStore()
    let hour = 0
    const clock = () => at((hour += 1_000))
    const answer = await runCommand(
      platformOn(faulty(store, ['answerLost']), { clock }),
      toyAccount,
      call('a', adding([1])),
    )
    expect(executed(answer)).toEqual({ loaded: await load(store), appended: (await load(store)).events, wrote: false })
    expect(executed(answer).appended[0]?.meta.occurredAt).toBe(at(1_000))
  })

  it('looks for what did arrive even when no attempt is left', async () => {
    const store = memoryStore()
    const platform = platformOn(faulty(store, ['answerLost']), { maxAttempts: 1 })
    const answer = await runCommand(platform, toyAccount, call('a', adding([1])))
    expect(executed(answer).appended).toEqual((await load(store)).events)
  })

  it('sends the same batch again when nothing arrived', async () => {
    const store = memoryStore()
    const answer = await runCommand(platformOn(faulty(store, ['lost', 'lost'])), toyAccount, call('a', adding([1])))
    expect(executed(answer).wrote).toBe(true)
    expect(await idsIn(store)).toEqual(['a-0'])
  })

  it('writes once when its first try arrives with its second', async () => {
    const store = memoryStore()
    const answer = await runCommand(platformOn(faulty(store, ['late'])), toyAccount, call('a', adding([1, 2])))
    expect(executed(answer)).toEqual({ loaded: await load(store), appended: (await load(store)).events, wrote: false })
    expect(await idsIn(store)).toEqual(['a-0', 'a-1'])
  })

  it('says that it does not know when it never learns', async () => {
    const store = memoryStore()
    const lost = faulty(store, ['lost', 'lost', 'lost'])
    expect(await runCommand(platformOn(lost, { maxAttempts: 3 }), toyAccount, call('a', adding([1])))).toEqual(
      left(storeError('STORE_TIMEOUT', 'unknown')),
    )
    const refusedLater = faulty(store, ['lost', 'refused'])
    expect(await runCommand(platformOn(refusedLater), toyAccount, call('a', adding([1])))).toEqual(
      left(storeError('STORE_TIMEOUT', 'unknown')),
    )
    expect(await runCommand(platformOn(faulty(store, ['refused'])), toyAccount, call('a', adding([1])))).toEqual(
      left(storeError('ACCESS_DENIED', 'no')),
    )
  })

  it('does not believe a store that hands out nothing of what it says is written', async () => {
    const store = memoryStore()
    const liar: EventStore = {
      ...store,
      append: () => async () => Promise.resolve(right({ revision: 0, idempotent: true })),
    }
    expect(await runCommand(platformOn(liar), toyAccount, call('a', adding([1])))).toEqual(
      left(expect.objectContaining({ code: 'STORE_FAILED', written: 'unknown' })),
    )
  })
})
