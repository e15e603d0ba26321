import fc from 'fast-check'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { at, sha256, toyRegistry, toyStream } from '../../../test/toy-account.js'
import { buildEnvelopes, type EnvelopeDraft } from '../envelope-builder.js'
import type { Envelope, Position, RecordedEvent } from '../envelope.js'
import { decodeRecorded } from './decode-recorded.js'
import { eventRegistry } from './event-registry.js'
import { storedEvent } from './stored-event.js'

const batch = {
  stream: toyStream,
  occurredAt: at(0),
  actor: { id: 'li', role: 'clerk' },
  correlationId: 'c',
  causationId: 'c',
}
const recorded = (envelope: Envelope, revision = 4): RecordedEvent => ({
  stream: toyStream,
  revision,
  position: '9' as Position,
  recordedAt: at(1),
  envelope,
})
const built = (draft: Omit<EnvelopeDraft, 'id'>, more: object = {}): RecordedEvent => {
  const envelopes = buildEnvelopes(sha256, { ...batch, ...more }, [{ id: 'e', ...draft }])
  const envelope = isRight(envelopes) ? envelopes.right[0] : undefined
  if (envelope === undefined) throw new Error('not built')
  return recorded(envelope)
}
const decode = (event: RecordedEvent) => decodeRecorded(toyRegistry, event)
const undecodable = (code: string, type: string, path: string, reason: unknown) =>
  left({ kind: 'undecodable', code, stream: toyStream, revision: 4, type, path, reason })

describe('decoding a recorded event', () => {
  it('gives type, data and what the envelope says of it', () => {
    const command = { key: 'k', fingerprint: 'f' }
    const event = built({ type: 'Opened', schemaVersion: 1, data: { owner: 'zhao' } }, { command })
    expect(decode(event)).toStrictEqual(
      right({
        type: 'Opened',
        data: { owner: 'zhao' },
        meta: { id: 'e', revision: 4, occurredAt: at(0), actor: batch.actor, command },
      }),
    )
  })

  it('reads old versions as if they had been written now, and leaves the envelope alone', () => {
    fc.assert(
      fc.property(fc.integer(), fc.option(fc.string(), { nil: undefined }), (amount, note) => {
        const rest = note === undefined ? {} : { note }
        const versions = [
          { sum: String(amount), ...rest },
          { sum: amount, ...rest },
          { amount, ...rest },
        ]
        const decoded = versions.map((data, index) => {
          const event = built({ type: 'Added', schemaVersion: index + 1, data })
          const before = JSON.stringify(event.envelope)
          const answer = decode(event)
          expect(JSON.stringify(event.envelope)).toBe(before)
          return answer
        })
        expect(decoded[0]).toEqual(right(expect.objectContaining({ type: 'Added', data: { amount, ...rest } })))
        expect(decoded[1]).toEqual(decoded[0])
        expect(decoded[2]).toEqual(decoded[0])
      }),
    )
  })

  it('leaves out a field that a later writer added, for the reader only', () => {
    const event = built({ type: 'Opened', schemaVersion: 1, data: { owner: 'zhao', since: 2020 } })
    expect(decode(event)).toEqual(right(expect.objectContaining({ data: { owner: 'zhao' } })))
    expect(event.envelope.data).toEqual({ owner: 'zhao', since: 2020 })
  })

  it('does not take one registry’s word for another’s', () => {
    const event = built({ type: 'Opened', schemaVersion: 1, data: { owner: 'zhao' } })
    expect(isRight(decode(event))).toBe(true)
    const stricter = eventRegistry([storedEvent('Opened', 1, { owner: t.number })])
    expect(isLeft(decodeRecorded(stricter, event))).toBe(true)
    expect(isRight(decode(event))).toBe(true)
  })
})

describe('an event that cannot be read', () => {
  it.each<[string, Omit<EnvelopeDraft, 'id'>, string, string, string]>([
    [
      'of an unknown type',
      { type: 'Secret', schemaVersion: 1, data: {} },
      'EVENT_TYPE_UNKNOWN',
      '/type',
      'expected an event of this kind of stream',
    ],
    [
      'of a later version',
      { type: 'Opened', schemaVersion: 2, data: { owner: 'x' } },
      'EVENT_VERSION_NEWER',
      '/schemaVersion',
      'expected at most version 1',
    ],
    [
      'with a wrong field',
      { type: 'Added', schemaVersion: 3, data: { amount: '13800138000' } },
      'EVENT_UNDECODABLE',
      '/data/amount',
      'expected a whole number',
    ],
    [
      'with a missing field',
      { type: 'Opened', schemaVersion: 1, data: {} },
      'EVENT_UNDECODABLE',
      '/data/owner',
      'missing',
    ],
    [
      'with a wrong entry under a name that may be data',
      { type: 'Named', schemaVersion: 1, data: { names: [], by: { '13800138000': 'x' } } },
      'EVENT_UNDECODABLE',
      '/data/by/*',
      'expected a whole number',
    ],
    [
      'whose upcast makes nothing that decodes',
      { type: 'Added', schemaVersion: 1, data: { sum: '1.5' } },
      'EVENT_UNDECODABLE',
      '/data/amount',
      'expected a whole number',
    ],
    [
      'whose upcast makes no JSON',
      { type: 'Added', schemaVersion: 1, data: { sum: 'many' } },
      'EVENT_UNDECODABLE',
      '/data',
      'the upcast from version 1 made something that is not JSON',
    ],
  ])('%s is refused by place and reason', (_, draft, code, path, reason) => {
    expect(decode(built(draft))).toEqual(undecodable(code, draft.type, path, reason))
  })

  it('of a version without an upcast, or whose upcast refuses or throws, is refused', () => {
    const codec = storedEvent('Opened', 2, { owner: t.string })
    const event = built({ type: 'Opened', schemaVersion: 1, data: { owner: 'secret' } })
    const reasonWith = (step?: () => ReturnType<typeof left<string>>) => {
      const upcasts = step === undefined ? [] : [{ type: 'Opened', from: 1, step }]
      return decodeRecorded(eventRegistry([codec], upcasts), event)
    }
    expect(reasonWith()).toEqual(undecodable('EVENT_UNDECODABLE', 'Opened', '/data', 'no upcast from version 1'))
    expect(reasonWith(() => left('no owner'))).toEqual(undecodable('EVENT_UNDECODABLE', 'Opened', '/data', 'no owner'))
    expect(
      reasonWith(() => {
        throw new Error('secret')
      }),
    ).toEqual(undecodable('EVENT_UNDECODABLE', 'Opened', '/data', 'the upcast from version 1 threw'))
  })

  it('whatever stands in the store, is refused and nothing is thrown, nor any of it said', () => {
    const sound = built({ type: 'Named', schemaVersion: 1, data: { names: ['a'], by: { a: 1 } } }).envelope
    const corrupt = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }),
      fc
        .tuple(
          fc.constantFrom(...Object.keys(sound)),
          fc.constantFrom<unknown>(undefined, null, 'SECRET', -1, {}, ['SECRET']),
        )
        .map(([name, value]) => Object.assign({}, sound, { [name]: value })),
      fc.jsonValue().map((data) => Object.assign({}, sound, { data })),
    )
    fc.assert(
      fc.property(corrupt, (envelope) => {
        // What a store hands out is typed, and may be anything nevertheless.
        const answer = decode(recorded(envelope as Envelope))
        if (isLeft(answer)) expect(`${answer.left.path}${answer.left.reason}`).not.toContain('SECRET')
        else expect(JSON.stringify(answer.right.data)).toBe(JSON.stringify((envelope as Envelope).data))
      }),
      { numRuns: 500 },
    )
  })
})
