import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { at, sha256, toyAccount, toyStream, type ToyEvent } from '../../test/toy-account.js'
import { fold } from './decider.js'
import { buildEnvelopes } from './envelope-builder.js'
import type { Position, RecordedEvent } from './envelope.js'
import { continueLoad, nothingLoaded } from './loaded.js'
import { stateAt } from './state-at.js'

const event: fc.Arbitrary<ToyEvent> = fc.oneof(
  fc.string().map((owner): ToyEvent => ({ type: 'Opened', data: { owner } })),
  fc.integer().map((amount): ToyEvent => ({ type: 'Added', data: { amount } })),
  fc.array(fc.string(), { maxLength: 3 }).map((names): ToyEvent => ({ type: 'Named', data: { names, by: {} } })),
)

/** As a store would hand them out: one append each, a millisecond apart. */
const recordedOf = (events: ReadonlyArray<ToyEvent>): ReadonlyArray<RecordedEvent> => {
  let previousHash: string | undefined
  return events.map(({ type, data }, revision) => {
    const actor = { id: 'li', role: 'clerk' }
    const built = buildEnvelopes(
      sha256,
      { stream: toyStream, previousHash, occurredAt: at(revision), actor, correlationId: 'c', causationId: 'c' },
      [{ id: `e${revision}`, type, schemaVersion: type === 'Added' ? 3 : 1, data }],
    )
    const envelope = isRight(built) ? built.right[0] : undefined
    if (envelope === undefined) throw new Error('not built')
    previousHash = envelope.hash
    return { stream: toyStream, revision, position: String(revision) as Position, recordedAt: at(revision), envelope }
  })
}

const nothing = nothingLoaded(toyAccount, toyStream)
const eventsWithCut = fc
  .array(event, { maxLength: 12 })
  .chain((events) => fc.tuple(fc.constant(recordedOf(events)), fc.nat({ max: events.length })))

const misplaced = (revision: number, expected: number) =>
  left(
    expect.objectContaining({
      kind: 'undecodable',
      revision,
      reason: `expected revision ${expected} of this stream`,
    }),
  )

describe('reading a stream (rule 13)', () => {
  it('comes to the same in any chunking, and with what was read before', () => {
    fc.assert(
      fc.property(eventsWithCut, fc.nat({ max: 12 }), ([events, cut], overlap) => {
        const whole = continueLoad(toyAccount, nothing, events)
        const begun = continueLoad(toyAccount, nothing, events.slice(0, cut))
        const from = Math.max(0, cut - overlap)
        expect(isRight(begun) && continueLoad(toyAccount, begun.right, events.slice(from))).toEqual(whole)
      }),
    )
  })

  it('knows state, revision, last hash and last time', () => {
    fc.assert(
      fc.property(eventsWithCut, ([events]) => {
        const loaded = continueLoad(toyAccount, nothing, events)
        const last = events.at(-1)
        expect(loaded).toEqual(
          right({
            stream: toyStream,
            state: isRight(loaded) && fold(toyAccount.evolve, toyAccount.initial, loaded.right.events),
            revision: last?.revision ?? 'no_stream',
            events: events.map(({ envelope: { type } }): unknown => expect.objectContaining({ type })),
            ...(last === undefined ? {} : { lastHash: last.envelope.hash, lastOccurredAt: last.envelope.occurredAt }),
          }),
        )
      }),
    )
  })

  it('does not fold over a gap, nor the events of another stream', () => {
    const events = recordedOf([
      { type: 'Added', data: { amount: 1 } },
      { type: 'Added', data: { amount: 2 } },
      { type: 'Added', data: { amount: 3 } },
    ])
    expect(continueLoad(toyAccount, nothing, events.toSpliced(1, 1))).toEqual(misplaced(2, 1))
    const elsewhere = events.map((recorded) => Object.assign({}, recorded, { stream: 'toy-2' }))
    expect(continueLoad(toyAccount, nothing, elsewhere)).toEqual(misplaced(0, 0))
  })

  it('shows the state as it stood after any event, and at any instant', () => {
    fc.assert(
      fc.property(eventsWithCut, ([events, cut]) => {
        const whole = continueLoad(toyAccount, nothing, events)
        const begun = continueLoad(toyAccount, nothing, events.slice(0, cut))
        if (!isRight(whole) || !isRight(begun)) throw new Error('does not decode')
        expect(stateAt(toyAccount, whole.right, { revision: cut - 1 })).toEqual(begun.right.state)
        expect(stateAt(toyAccount, whole.right, { instant: at(cut - 1) })).toEqual(begun.right.state)
      }),
    )
  })
})
