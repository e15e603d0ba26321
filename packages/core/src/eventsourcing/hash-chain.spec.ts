import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { at, sha256, toyStream } from '../../test/toy-account.js'
import { buildEnvelopes } from './envelope-builder.js'
import type { Envelope, Position, RecordedEvent } from './envelope.js'
import { continueChain, envelopeHash, firstHash, startOfChain, verifyChain } from './hash-chain.js'
import type { StreamName } from './stream-name.js'

const chain = (datas: ReadonlyArray<object>, stream: StreamName = toyStream): ReadonlyArray<RecordedEvent> => {
  const built = buildEnvelopes(
    sha256,
    { stream, occurredAt: at(0), actor: { id: 'li', role: 'clerk' }, correlationId: 'c', causationId: 'c' },
    datas.map((data, index) => ({ id: `e${index}`, type: 'Noted', schemaVersion: 1, data })),
  )
  return (isRight(built) ? built.right : []).map((envelope, revision) => ({
    stream,
    revision,
    position: String(revision) as Position,
    recordedAt: at(0),
    envelope,
  }))
}
const numbered = (events: ReadonlyArray<RecordedEvent>): ReadonlyArray<RecordedEvent> =>
  events.map((event, revision) => Object.assign({}, event, { revision }))
const rehashed = (envelope: Envelope): Envelope => {
  const hash = envelopeHash(sha256, envelope)
  return isRight(hash) ? { ...envelope, hash: hash.right } : envelope
}
const withEnvelope = (event: RecordedEvent, change: object): RecordedEvent => ({
  ...event,
  envelope: { ...event.envelope, ...change },
})

const datas = fc.array(fc.record({ n: fc.integer(), note: fc.string() }), { minLength: 1, maxLength: 12 })
const chainWithPlace = datas.chain((list) => fc.tuple(fc.constant(chain(list)), fc.nat({ max: list.length - 1 })))

const brokenAt = (events: ReadonlyArray<RecordedEvent>) => verifyChain(sha256, toyStream, events)
const misfit = (revision: number, reason: string) => left({ kind: 'chainBreak', stream: toyStream, revision, reason })

describe('a chain of events', () => {
  it('verifies whole, in any chunks, whoever copied it', () => {
    fc.assert(
      fc.property(chainWithPlace, ([events, cut]) => {
        const copies = JSON.parse(JSON.stringify(events)) as ReadonlyArray<RecordedEvent>
        const whole = right({ stream: toyStream, head: events.at(-1)?.envelope.hash, count: events.length })
        expect(verifyChain(sha256, toyStream, copies)).toEqual(whole)
        const begun = verifyChain(sha256, toyStream, events.slice(0, cut))
        expect(isRight(begun) && continueChain(sha256, begun.right, copies.slice(cut))).toEqual(whole)
      }),
      { numRuns: 200 },
    )
  })

  it('begins with the hash of the stream’s name', () => {
    expect(startOfChain(sha256, toyStream)).toEqual({ stream: toyStream, head: sha256('toy-1'), count: 0 })
    expect(chain([{}])[0]?.envelope.previousHash).toBe(firstHash(sha256, toyStream))
  })

  it('names the event that was edited, in any field', () => {
    const edits: ReadonlyArray<object> = [
      { data: { n: 0.5 } },
      { actor: { id: 'wang', role: 'clerk' } },
      { occurredAt: at(1) },
      { type: 'Other' },
      { schemaVersion: 2 },
      { id: 'other' },
      { correlationId: 'other' },
      { causationId: 'other' },
      { restedOn: { 'a-1': 1 } },
      { command: { key: 'k', fingerprint: 'f' } },
      { unheardOf: true },
      { hash: 'f'.repeat(64) },
    ]
    fc.assert(
      fc.property(chainWithPlace, fc.constantFrom(...edits), ([events, place], edit) => {
        const edited = events.map((event, index) => (index === place ? withEnvelope(event, edit) : event))
        expect(brokenAt(edited)).toEqual(misfit(place, 'hash'))
      }),
      { numRuns: 300 },
    )
  })

  it('names the event after one that was edited and hashed anew', () => {
    fc.assert(
      fc.property(chainWithPlace, ([events, place]) => {
        const edited = events.map((event, index) =>
          index === place ? { ...event, envelope: rehashed({ ...event.envelope, data: { n: 0.5 } }) } : event,
        )
        expect(brokenAt(edited)).toEqual(
          place === events.length - 1 ? right(expect.anything()) : misfit(place + 1, 'previousHash'),
        )
      }),
    )
  })

  it('names the first event after one that was removed, with its revision or under a new one', () => {
    fc.assert(
      fc.property(chainWithPlace, ([events, place]) => {
        fc.pre(place < events.length - 1)
        const removed = events.toSpliced(place, 1)
        expect(brokenAt(removed)).toEqual(misfit(place + 1, 'revision'))
        expect(brokenAt(numbered(removed))).toEqual(misfit(place, 'previousHash'))
      }),
    )
  })

  it('names what was inserted or repeated', () => {
    fc.assert(
      fc.property(chainWithPlace, ([events, place]) => {
        const event = events[place]
        if (event === undefined) return
        const inserted = events.toSpliced(place, 0, withEnvelope(event, { data: { n: 0.5 } }))
        expect(brokenAt(numbered(inserted))).toEqual(misfit(place, 'hash'))
        expect(brokenAt(events.toSpliced(place, 0, event))).toEqual(misfit(place, 'revision'))
      }),
    )
  })

  it('names the first of two that were exchanged', () => {
    fc.assert(
      fc.property(chainWithPlace, ([events, place]) => {
        const [one, other] = events.slice(place, place + 2)
        if (one === undefined || other === undefined) return
        const exchanged = events.toSpliced(place, 2, other, one)
        expect(brokenAt(exchanged)).toEqual(misfit(place + 1, 'revision'))
        expect(brokenAt(numbered(exchanged))).toEqual(misfit(place, 'previousHash'))
      }),
    )
  })

  it('names an event of another stream, and one that cannot be hashed', () => {
    const events = chain([{ n: 1 }, { n: 2 }])
    expect(brokenAt(chain([{ n: 1 }], 'toy-2'))).toEqual(misfit(0, 'otherStream'))
    const strange = events.map((event) => withEnvelope(event, { data: { n: Number.NaN } }))
    expect(brokenAt(strange)).toEqual(
      left({ kind: 'chainBreak', stream: toyStream, revision: 0, reason: 'notJson', path: '/data/n' }),
    )
  })

  it('says nothing of a cut tail: for that a head is kept elsewhere', () => {
    const events = chain([{ n: 1 }, { n: 2 }])
    expect(brokenAt(events.slice(0, 1))).toEqual(right(expect.objectContaining({ count: 1 })))
  })
})
