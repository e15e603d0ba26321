import fc from 'fast-check'
import { isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { describe, expect, it } from 'vitest'
import { associatedDataOf } from './associated-data.js'
import { FreeText, freeText } from './free-text.js'
import { hasFreeText } from './has-free-text.js'
import { openFields } from './open-fields.js'
import { sealFields } from './seal-fields.js'
import type { Sealed } from './sealed.js'
import { sealedPaths } from './sealed-paths.js'
import type { Vault, VaultError } from './vault.js'

const Short = freeText(10)
interface Reply {
  readonly text: FreeText
  readonly replies: ReadonlyArray<Reply>
}
const Reply: t.Type<Reply, unknown> = t.recursion('Reply', (self) =>
  t.strict({ text: FreeText, replies: t.readonlyArray(self) }),
)
const Command = t.readonly(
  t.exact(
    t.intersection([
      t.type({
        caseId: t.string,
        opinion: FreeText,
        lines: t.readonlyArray(t.exact(t.intersection([t.type({ lineNo: t.number }), t.partial({ remark: Short })]))),
        outcome: t.union([
          t.strict({ kind: t.literal('yes'), conditions: t.array(FreeText) }),
          t.strict({ kind: t.literal('no'), reason: t.union([FreeText, t.null]) }),
        ]),
        pair: t.tuple([t.number, FreeText]),
        labels: t.record(t.string, FreeText),
        thread: Reply,
      }),
      t.partial({ note: FreeText, address: t.strict({ street: FreeText }), plain: t.strict({ city: t.string }) }),
    ]),
  ),
)
type Command = t.TypeOf<typeof Command>

const text = fc.string({ minLength: 1, maxLength: 10, unit: 'binary' }).filter((value) => value.length <= 10)
const thread = fc.letrec<{ reply: unknown; replies: ReadonlyArray<unknown> }>((tie) => ({
  reply: fc.record({ text, replies: tie('replies') }),
  replies: fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.array(tie('reply'), { maxLength: 2 })),
})).reply
const command = fc
  .record(
    {
      caseId: fc.string(),
      opinion: text,
      lines: fc.array(fc.record({ lineNo: fc.nat(), remark: text }, { requiredKeys: ['lineNo'] }), { maxLength: 3 }),
      outcome: fc.oneof(
        fc.record({ kind: fc.constant('yes'), conditions: fc.array(text, { maxLength: 3 }) }),
        fc.record({ kind: fc.constant('no'), reason: fc.option(text) }),
      ),
      pair: fc.tuple(fc.nat(), text),
      labels: fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('a/b', '~', '__proto__')), text, { maxKeys: 3 }),
      thread,
      note: text,
      address: fc.record({ street: text }),
      plain: fc.record({ city: text }),
    },
    { requiredKeys: ['caseId', 'opinion', 'lines', 'outcome', 'pair', 'labels', 'thread'] },
  )
  .map((value): Command => {
    const decoded = Command.decode(value)
    if (!isRight(decoded)) throw new Error('not a command')
    return decoded.right
  })

/** Seals nothing, and shows what for. */
const openly = (plainText: string, associatedData: string): Sealed => ({
  subject: 's',
  keyId: 'k',
  nonce: associatedData,
  ciphertext: plainText,
  commitment: 'c',
})

const shown = (opened: Either<VaultError, string>) => (isRight(opened) ? opened.right : opened.left.code)

const broken = (place: string): VaultError => ({
  kind: 'vaultError',
  code: 'SEAL_BROKEN',
  message: '',
  facts: { place },
})

const unsealed = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if ('ciphertext' in value) return value.ciphertext
  if (Array.isArray(value)) return value.map(unsealed)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, unsealed(part)]))
}

const at = (value: unknown, path: string): unknown =>
  path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((part, step) => Object.entries(Object(part) as object).find(([name]) => name === step)?.[1], value)

describe('sealing a command', () => {
  it('seals every free text and nothing else: unsealed again it is the command', () => {
    fc.assert(
      fc.property(command, (value) => {
        const before = JSON.stringify(value)
        const sealed = sealFields(Command, value, openly, 'refundCase-1')
        expect(unsealed(sealed)).toEqual(value)
        expect(JSON.stringify(value)).toBe(before)
        expect(sealed.plain).toBe(value.plain)
      }),
      { numRuns: 500 },
    )
  })

  it('binds each text to its stream and to its place, under which it is found again', () => {
    fc.assert(
      fc.property(command, (value) => {
        const asked: Array<string> = []
        const sealer = (plainText: string, associatedData: string): Sealed => {
          asked.push(associatedData)
          return openly(plainText, associatedData)
        }
        const places = sealedPaths(sealFields(Command, value, sealer, 'refundCase-1'))
        expect(places.map(({ path }) => associatedDataOf('refundCase-1', path)).toSorted()).toEqual(asked.toSorted())
        for (const { path, sealed } of places) {
          expect(sealed.nonce).toBe(`refundCase-1#${path}`)
          expect(at(value, path)).toBe(sealed.ciphertext)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('opens to the command again, and only at the places it was sealed for', async () => {
    const vault: Vault = {
      sealer: (subject) => async () => left(broken(subject)),
      erase: (subject) => async () => left(broken(subject)),
      mac: (_purpose, plainText) => left(broken(plainText)),
      open:
        ({ ciphertext, nonce }, associatedData) =>
        async () =>
          nonce === associatedData ? right(ciphertext) : left(broken(associatedData)),
    }
    await fc.assert(
      fc.asyncProperty(command, async (value) => {
        const sealed = sealFields(Command, value, openly, 'refundCase-1')
        expect(await openFields(vault, 'refundCase-1', sealed, shown)).toEqual(value)
        const elsewhere = await openFields(vault, 'refundCase-2', sealed, shown)
        for (const { path } of sealedPaths(sealed)) expect(at(elsewhere, path)).toBe('SEAL_BROKEN')
      }),
      { numRuns: 200 },
    )
  })

  it('hands a command without free texts on as it is', () => {
    const codec = t.strict({ lines: t.array(t.strict({ lineNo: t.number })) })
    const value = { lines: [{ lineNo: 1 }] }
    expect(hasFreeText(codec)).toBe(false)
    expect(sealFields(codec, value, openly, 'refundCase-1')).toBe(value)
  })
})

describe('a free text', () => {
  it('is known wherever it hides in a codec', () => {
    const hiding: ReadonlyArray<t.Mixed> = [
      FreeText,
      Short,
      t.array(FreeText),
      t.readonly(t.partial({ note: FreeText })),
      t.union([t.null, t.strict({ note: FreeText })]),
      t.intersection([t.type({ a: t.string }), t.partial({ note: FreeText })]),
      t.record(t.string, FreeText),
      t.tuple([t.string, FreeText]),
      t.refinement(t.strict({ note: FreeText }), () => true, 'Refined'),
      Reply,
    ]
    for (const codec of hiding) expect([codec.name, hasFreeText(codec)]).toEqual([codec.name, true])
    for (const codec of [t.string, t.unknown, t.strict({ a: t.string })]) expect(hasFreeText(codec)).toBe(false)
  })

  it('is a text that is not empty, of whole characters, and no longer than it may be', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) })),
        (value) => {
          const fits =
            typeof value === 'string' &&
            value.length > 0 &&
            value.length <= 10 &&
            encodeURI(value.toWellFormed()) === safeUri(value)
          expect(Short.is(value)).toBe(fits)
          expect(isRight(Short.decode(value))).toBe(fits)
        },
      ),
    )
    expect(FreeText.is('x'.repeat(4_000))).toBe(true)
    expect(FreeText.is('x'.repeat(4_001))).toBe(false)
    expect(Short.is('half \ud83d')).toBe(false)
  })
})

// Throws for half of a surrogate pair: an oracle of its own.
function safeUri(value: string): string | undefined {
  try {
    return encodeURI(value)
  } catch {
    return undefined
  }
}
