import fc from 'fast-check'
import { isRight, left, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { at, sha256, toyStream } from '../../test/toy-account.js'
import { adoptEnvelope, adoptParsed } from './adopt-envelope.js'
import { isBuiltEnvelope, isProven, prove } from './built-envelope.js'
import { parseWith } from './codec/parse-with.js'
import { buildEnvelopes, type EnvelopeDraft } from './envelope-builder.js'
import type { EnvelopeBatch } from './envelope-chain.js'
import type { Envelope } from './envelope.js'
import { envelopeHash, firstHash } from './hash-chain.js'

const batch: EnvelopeBatch = {
  stream: toyStream,
  occurredAt: at(0),
  actor: { id: 'li', role: 'clerk', onBehalfOf: { id: 'c-1', role: 'customer' } },
  correlationId: 'correlation',
  causationId: 'causation',
  command: { key: 'k', fingerprint: 'f' },
  restedOn: { 'policyBook-1': 3, 'orderAccount-1': 'no_stream' },
}
const draft = (data: object, id = 'e'): EnvelopeDraft => ({ id, type: 'Noted', schemaVersion: 1, data })

const build = (data: object, more: Partial<EnvelopeBatch> = {}): Envelope => {
  const built = buildEnvelopes(sha256, { ...batch, ...more }, [draft(data)])
  const envelope = isRight(built) ? built.right[0] : undefined
  if (envelope === undefined) throw new Error(JSON.stringify(built))
  return envelope
}

const isFrozenDeep = (value: unknown): boolean =>
  typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(isFrozenDeep))

const data = fc
  .dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }))
  .map((value) => JSON.parse(JSON.stringify(value)) as object)
const text = fc.string({ unit: 'binary', minLength: 1 })
const anyBatch: fc.Arbitrary<EnvelopeBatch> = fc.record(
  {
    stream: fc.constant(toyStream),
    occurredAt: fc.integer({ min: 0, max: 1e12 }).map(at),
    actor: fc.record(
      { id: text, role: text, onBehalfOf: fc.record({ id: text, role: text }) },
      { requiredKeys: ['id', 'role'] },
    ),
    correlationId: text,
    causationId: text,
    command: fc.record({ key: text, fingerprint: text }),
    restedOn: fc.dictionary(text, fc.oneof(fc.nat(), fc.constant('no_stream' as const))),
  },
  { requiredKeys: ['stream', 'occurredAt', 'actor', 'correlationId', 'causationId'] },
)

describe('building envelopes', () => {
  it('chains them: each is hashed whole over the one before it, the first over the stream’s name', () => {
    fc.assert(
      fc.property(anyBatch, fc.array(data, { minLength: 1, maxLength: 4 }), (shared, datas) => {
        const built = buildEnvelopes(
          sha256,
          shared,
          datas.map((value, index) => draft(value, `e${index}`)),
        )
        if (!isRight(built)) throw new Error(JSON.stringify(built.left))
        let previousHash = firstHash(sha256, toyStream)
        for (const [index, envelope] of built.right.entries()) {
          const { hash, ...unhashed } = envelope
          expect(envelope.previousHash).toBe(previousHash)
          expect(envelopeHash(sha256, unhashed)).toEqual(right(hash))
          expect(envelope.data).toEqual(datas[index])
          expect(isFrozenDeep(envelope)).toBe(true)
          previousHash = hash
        }
      }),
      { numRuns: 150 },
    )
  })

  it('hashes what it keeps, also of an actor or a command with more to it', () => {
    const actor = { id: '', role: 'clerk', desk: 'main', onBehalfOf: { id: 'c-1', role: 'customer', via: 'phone' } }
    const command = { key: 'k', fingerprint: 'f', attempt: 2 }
    for (const more of [{ actor }, { command }, { actor, command }, {}]) {
      const { hash, ...unhashed } = build({ a: 1 }, more)
      expect(unhashed).toMatchObject({ restedOn: batch.restedOn, ...more })
      expect(envelopeHash(sha256, unhashed)).toEqual(right(hash))
    }
  })

  it('makes plain objects, as they come back from JSON', () => {
    const envelope = build({ a: [1] })
    expect(JSON.parse(JSON.stringify(envelope))).toStrictEqual({ ...envelope })
    expect(Object.getPrototypeOf(envelope)).toBe(Object.prototype)
    expect('command' in build({}, { command: undefined })).toBe(false)
  })

  it('neither freezes nor keeps what was handed in', () => {
    const mine = { lines: [{ quantity: 1 }], when: { day: 'today' } }
    const actor = { id: 'li', role: 'clerk' }
    const restedOn = { 'policyBook-1': 1 }
    const envelope = build(mine, { actor, restedOn })
    const before = JSON.stringify(envelope)
    mine.lines.push({ quantity: 2 })
    mine.when.day = 'tomorrow'
    actor.id = 'somebody else'
    restedOn['policyBook-1'] = 2
    expect(JSON.stringify(envelope)).toBe(before)
  })

  it('keeps a decoded command out of its caller’s hands from end to end', () => {
    const command = { text: 'as agreed', lines: [{ quantity: 1 }] }
    const parsed = parseWith(t.strict({ text: t.string, lines: t.readonlyArray(t.strict({ quantity: t.number })) }))(
      command,
    )
    const envelope = build(isRight(parsed) ? { lines: parsed.right.lines, whole: parsed.right } : {})
    const before = JSON.stringify(envelope)
    command.text = 'as never agreed'
    command.lines[0] = { quantity: 100 }
    expect(JSON.stringify(envelope)).toBe(before)
    expect(before).toContain('"quantity":1}')
    expect(Object.isFrozen(command)).toBe(false)
  })

  it.each<[string, Partial<EnvelopeBatch>, EnvelopeDraft, string, string]>([
    ['data', {}, draft({ a: { b: [-0] } }), '/0/data/a/b/0', 'negativeZero'],
    ['data that is a list', {}, draft([]), '/0/data', 'notAnObject'],
    ['an id', {}, draft({}, '\ud800'), '/0/id', 'loneSurrogate'],
    ['an actor', { actor: { id: '\ud800', role: 'clerk' } }, draft({}), '/actor/id', 'loneSurrogate'],
    ['a revision', { restedOn: { 'a-1': Number.NaN } }, draft({}), '/restedOn/a-1', 'notFinite'],
  ])('refuses %s that JSON cannot carry back', (_, more, refused, path, reason) => {
    expect(buildEnvelopes(sha256, { ...batch, ...more }, [refused])).toEqual(
      left({ kind: 'notJson', code: 'NOT_JSON', path, reason }),
    )
  })
})

describe('what a store may trust', () => {
  it('is what was built, and nothing that only looks like it', () => {
    const envelope = build({ a: 1 })
    expect(isBuiltEnvelope(envelope)).toBe(true)
    const forgeries = [
      { ...envelope },
      structuredClone(envelope),
      JSON.parse(JSON.stringify(envelope)) as unknown,
      Object.create(envelope) as unknown,
      new Proxy(envelope, {}),
      Object.freeze({ ...envelope }),
      envelope.data,
    ]
    for (const forgery of forgeries) expect(isBuiltEnvelope(forgery)).toBe(false)
    for (const value of [undefined, null, 1, 'x', []]) expect(isBuiltEnvelope(value)).toBe(false)
  })

  it('cannot be made to order through its constructor', () => {
    const envelope = build({ a: 1 })
    const { constructor } = envelope as object
    expect(constructor).toBe(Object)
  })

  it('remembers for one reader that it decodes, and only where it was built here', () => {
    const [one, other] = [{}, {}]
    const envelope = build({})
    expect(isProven(envelope, one)).toBe(false)
    prove(envelope, one)
    expect([isProven(envelope, one), isProven(envelope, other)]).toEqual([true, false])
    const copy = { ...envelope }
    prove(copy, one)
    expect(isProven(copy, one)).toBe(false)
  })
})

describe('adopting an envelope', () => {
  it('takes what was built as it is, and a frozen copy of anything else that is whole', () => {
    fc.assert(
      fc.property(anyBatch, data, (shared, value) => {
        const built = buildEnvelopes(sha256, shared, [draft(value)])
        const envelope = isRight(built) ? built.right[0] : undefined
        expect(adoptEnvelope(envelope)).toEqual(right(envelope))
        const plain = JSON.parse(JSON.stringify(envelope)) as Envelope
        const adopted = adoptEnvelope(plain)
        expect(adopted).toStrictEqual(right(plain))
        expect(isRight(adopted) && adopted.right !== plain && isBuiltEnvelope(adopted.right)).toBe(true)
        expect(isRight(adopted) && isFrozenDeep(adopted.right)).toBe(true)
        expect(Object.isFrozen(plain) || Object.isFrozen(plain.data)).toBe(false)
      }),
      { numRuns: 100 },
    )
  })

  it('keeps what was just parsed where it stands, frozen deep, and refuses the same as of a copy', () => {
    const change = fc.constantFrom<unknown>(undefined, null, '', '\ud800', -0, Infinity, {}, [], { id: 'x', role: 'y' })
    fc.assert(
      fc.property(anyBatch, data, fc.option(fc.tuple(fc.nat(11), change)), (shared, value, wrong) => {
        const built = buildEnvelopes(sha256, shared, [draft(value)])
        const envelope = isRight(built) ? built.right[0] : undefined
        const parsed = JSON.parse(JSON.stringify(envelope)) as { [name: string]: unknown }
        const name = wrong === null ? undefined : Object.keys(parsed)[wrong[0]]
        if (wrong !== null && name !== undefined) parsed[name] = wrong[1]
        const copied = adoptEnvelope(parsed)
        const adopted = adoptParsed(parsed)
        expect(adopted).toStrictEqual(copied)
        if (isRight(adopted)) expect(isFrozenDeep(adopted.right) && isBuiltEnvelope(adopted.right)).toBe(true)
        if (isRight(adopted) && name === undefined) expect(adopted.right.data).toBe(parsed['data'])
      }),
      { numRuns: 200 },
    )
  })

  it.each<[string, object, string, string, string]>([
    ['no id', { id: '' }, 'BAD_ENVELOPE', '/id', 'expected a text that is not empty'],
    ['a version below 1', { schemaVersion: 0 }, 'BAD_ENVELOPE', '/schemaVersion', 'expected a whole number from 1'],
    ['no instant', { occurredAt: '2026-02-30T00:00:00.000Z' }, 'BAD_ENVELOPE', '/occurredAt', 'expected an instant'],
    ['an actor without a role', { actor: { id: 'li' } }, 'BAD_ENVELOPE', '/actor/role', 'missing'],
    [
      'a revision that is none',
      { restedOn: { 'a-13800138000': -1 } },
      'BAD_ENVELOPE',
      '/restedOn/*',
      'expected a whole number from 0 or "no_stream"',
    ],
    ['data that is a list', { data: [] }, 'BAD_ENVELOPE', '/data', 'expected an object'],
    ['no hash', { hash: 'abc' }, 'BAD_ENVELOPE', '/hash', 'expected a SHA-256 in lower-case hex'],
    ['a field that envelopes have not', { position: 1 }, 'BAD_ENVELOPE', '/*', 'unknown field'],
    ['what is not JSON', { data: { at: new Date(0) } }, 'NOT_JSON', '/data/at', 'notPlain'],
  ])('refuses %s', (_, wrong, code, path, reason) => {
    expect(adoptEnvelope({ ...build({}), ...wrong })).toEqual(
      left(expect.objectContaining({ kind: 'storeError', code, written: 'no', facts: { path, reason } })),
    )
  })

  it('refuses anything that is no envelope, and never throws', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true }), (value) => {
        expect(isRight(adoptEnvelope(value))).toBe(false)
      }),
    )
  })
})
