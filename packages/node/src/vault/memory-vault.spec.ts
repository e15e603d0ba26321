import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import type { Sealed, Sealer } from '@refund-case/core'
import fc from 'fast-check'
import { isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import { traverseSeqArray } from 'fp-ts/lib/Task.js'
import { validate } from 'uuid'
import { describe, expect, it } from 'vitest'
import { memoryVault, type MemoryVault } from './memory-vault.js'

const PLACE = 'refundCase-1/customer.phone'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }))
const subject = fc.oneof(fc.uuid(), fc.constantFrom('', '__proto__', 'constructor', 'toString'))

const held = <A>(either: Either<unknown, A>): A => {
  if (isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}
const sealerOf = async (vault: MemoryVault, of: string): Promise<Sealer> => held(await vault.sealer(of)())
const broken = left(expect.objectContaining({ kind: 'vaultError', code: 'SEAL_BROKEN' }))
const destroyed = left(expect.objectContaining({ kind: 'vaultError', code: 'KEY_DESTROYED' }))
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64')
const flip = (base64: string, at: number, bit: number): string => {
  const changed = bytes(base64)
  const index = at % changed.length
  changed[index] = (changed[index] ?? 0) ^ (1 << bit)
  return changed.toString('base64')
}

describe('a sealed value', () => {
  it('opens to the text in the place it was sealed for', async () => {
    const vault = memoryVault()
    await fc.assert(
      fc.asyncProperty(subject, text, fc.string(), async (of, plainText, place) => {
        const sealed = (await sealerOf(vault, of))(plainText, place)
        expect(await vault.open(sealed, place)()).toEqual(right(plainText))
      }),
      { numRuns: 1_000 },
    )
  })

  it('opens in no other place', async () => {
    const vault = memoryVault()
    const seal = await sealerOf(vault, 'subject')
    await fc.assert(
      fc.asyncProperty(text, fc.string(), fc.string(), async (plainText, place, other) => {
        fc.pre(place !== other)
        expect(await vault.open(seal(plainText, place), other)()).toEqual(broken)
      }),
    )
  })

  it('opens no more once anything of it was changed', async () => {
    const vault = memoryVault()
    const seal = await sealerOf(vault, 'subject')
    await sealerOf(vault, 'other')
    const change = fc.oneof(
      fc
        .tuple(fc.constantFrom('nonce' as const, 'ciphertext' as const), fc.nat(), fc.nat(7))
        .map(([field, at, bit]) => (sealed: Sealed): Sealed => ({ ...sealed, [field]: flip(sealed[field], at, bit) })),
      fc
        .tuple(fc.constantFrom('nonce' as const, 'ciphertext' as const), fc.base64String(), fc.boolean())
        .map(([field, by, replaced]) => (sealed: Sealed): Sealed => ({
          ...sealed,
          [field]: replaced ? by : `${sealed[field]}${by || '='}`,
        })),
      fc.constantFrom(
        (sealed: Sealed): Sealed => ({ ...sealed, subject: 'other' }),
        (sealed: Sealed): Sealed => ({ ...sealed, commitment: sealed.commitment.toUpperCase().replace(/^./, 'g') }),
        (sealed: Sealed): Sealed => ({ ...sealed, commitment: '' }),
        (sealed: Sealed): Sealed => ({ ...sealed, nonce: `${sealed.nonce}\n` }),
      ),
    )
    await fc.assert(
      fc.asyncProperty(text, change, async (plainText, changed) => {
        expect(await vault.open(changed(seal(plainText, PLACE)), PLACE)()).toEqual(broken)
      }),
      { numRuns: 1_000 },
    )
  })

  it('is refused, whatever is handed in, without throwing', async () => {
    const vault = memoryVault()
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (sealed, place) => {
        // What untyped callers can hand in.
        expect(isRight(await vault.open(sealed as Sealed, place as string)())).toBe(false)
      }),
    )
  })

  it('has the stored format: a nonce of 12 bytes, salt, text and tag, and a commitment to salt and text', async () => {
    const vault = memoryVault()
    const seal = await sealerOf(vault, 'subject')
    fc.assert(
      fc.property(text, (plainText) => {
        const sealed = seal(plainText, PLACE)
        expect(Object.keys(sealed).toSorted()).toEqual(['ciphertext', 'commitment', 'keyId', 'nonce', 'subject'])
        expect(sealed.subject).toBe('subject')
        expect(validate(sealed.keyId)).toBe(true)
        expect(bytes(sealed.nonce).length).toBe(12)
        expect(bytes(sealed.ciphertext).length).toBe(16 + Buffer.byteLength(plainText) + 16)
        expect(sealed.commitment).toMatch(/^[0-9a-f]{64}$/)
        expect(sealed.commitment).not.toBe(createHash('sha256').update(plainText).digest('hex'))
      }),
    )
  })

  it('is never the same twice: nonce, ciphertext and commitment are fresh each time', async () => {
    const seal = await sealerOf(memoryVault(), 'subject')
    const sealed = Array.from({ length: 5_000 }, () => seal('13800138000', PLACE))
    for (const field of ['nonce', 'ciphertext', 'commitment'] as const)
      expect(new Set(sealed.map((value) => value[field])).size).toBe(sealed.length)
  })
})

describe('the key of a subject', () => {
  it('is one, however many ask for it at once', async () => {
    const vault = memoryVault()
    const sealers = await Promise.all(Array.from({ length: 50 }, () => vault.sealer('subject')()))
    const keyIds = sealers.map((sealer) => held(sealer)('text', PLACE).keyId)
    expect(new Set(keyIds).size).toBe(1)
  })

  it('is another for each subject', async () => {
    const vault = memoryVault()
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(subject, { minLength: 2 }), async (subjects) => {
        const keyIds = await Promise.all(subjects.map(async (of) => (await sealerOf(vault, of))('text', PLACE).keyId))
        expect(new Set(keyIds).size).toBe(subjects.length)
      }),
    )
  })

  it('is unknown to any other vault', async () => {
    const sealed = (await sealerOf(memoryVault(), 'subject'))('text', PLACE)
    expect(await memoryVault().open(sealed, PLACE)()).toMatchObject(
      left({ code: 'KEY_UNKNOWN', facts: { keyId: sealed.keyId } }),
    )
  })
})

describe('erasure', () => {
  it('ends all that the subject’s keys sealed, and nothing of anybody else', async () => {
    const script = fc.array(fc.tuple(fc.constantFrom('seal', 'erase'), fc.constantFrom('a', 'b', 'c')))
    await fc.assert(
      fc.asyncProperty(script, async (steps) => {
        const vault = memoryVault()
        const sealed: Array<{ readonly value: Sealed; erased: boolean }> = []
        const run = async ([step, of]: readonly [string, string]): Promise<void> => {
          if (step === 'seal') sealed.push({ value: (await sealerOf(vault, of))(of, PLACE), erased: false })
          else {
            expect(await vault.erase(of)()).toEqual(right(undefined))
            for (const each of sealed) if (each.value.subject === of) each.erased = true
          }
        }
        await traverseSeqArray((step: readonly [string, string]) => () => run(step))(steps)()
        const opened = await Promise.all(sealed.map(({ value }) => vault.open(value, PLACE)()))
        expect(opened).toEqual(sealed.map(({ value, erased }) => (erased ? destroyed : right(value.subject))))
      }),
    )
  })

  it('is harmless twice, and for a subject that never had a key', async () => {
    const vault = memoryVault()
    expect(await vault.erase('subject')()).toEqual(right(undefined))
    const sealed = (await sealerOf(vault, 'subject'))('text', PLACE)
    expect(await vault.erase('subject')()).toEqual(right(undefined))
    expect(await vault.erase('subject')()).toEqual(right(undefined))
    expect(await vault.open(sealed, PLACE)()).toEqual(destroyed)
  })

  it('holds for what a sealer taken before it seals after it', async () => {
    const vault = memoryVault()
    const seal = await sealerOf(vault, 'subject')
    await vault.erase('subject')()
    expect(await vault.open(seal('text', PLACE), PLACE)()).toEqual(destroyed)
    const again = (await sealerOf(vault, 'subject'))('text', PLACE)
    expect(await vault.open(again, PLACE)()).toEqual(right('text'))
  })
})

describe('a keyed hash', () => {
  it('is the same for the same text, and another for each text, purpose and vault', () => {
    const vault = memoryVault()
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(vault.mac('fingerprint', a)).toEqual(vault.mac('fingerprint', a))
        if (a !== b) expect(vault.mac('fingerprint', a)).not.toEqual(vault.mac('fingerprint', b))
        expect(vault.mac('fingerprint', a)).not.toEqual(vault.mac('accountToken', a))
        expect(vault.mac('fingerprint', a)).not.toEqual(memoryVault().mac('fingerprint', a))
      }),
    )
  })

  it('names its key version, and can be made again with an old one after any number of rotations', () => {
    const vault = memoryVault()
    const made = Array.from({ length: 12 }, (_, rotations) => {
      const hash = held(vault.mac('fingerprint', 'text'))
      expect(hash).toMatch(new RegExp(`^v${rotations + 1}\\.[0-9a-f]{64}$`))
      expect(vault.rotateMacKey('fingerprint')).toEqual(right(`v${rotations + 2}`))
      return hash
    })
    for (const [at, hash] of made.entries()) expect(vault.mac('fingerprint', 'text', `v${at + 1}`)).toEqual(right(hash))
    expect(held(vault.mac('accountToken', 'text'))).toMatch(/^v1\./)
  })

  it('is refused under a key that there is not', () => {
    const vault = memoryVault()
    for (const version of ['v0', 'v2', 'v-1', 'v01', 'V1', '1', '', 'v1.', '__proto__', 'constructor'])
      expect(vault.mac('fingerprint', 'text', version)).toMatchObject(left({ code: 'MAC_KEY_UNKNOWN' }))
    // What an untyped caller can hand in.
    expect(vault.mac('toString' as 'fingerprint', 'text')).toMatchObject(left({ code: 'MAC_KEY_UNKNOWN' }))
    expect(vault.rotateMacKey('toString' as 'fingerprint')).toMatchObject(left({ code: 'MAC_KEY_UNKNOWN' }))
  })
})

describe('nothing that prints a vault or what it answers', () => {
  it('shows a key, a text or a subject', async () => {
    const vault = memoryVault()
    const seal = await sealerOf(vault, '13800138000')
    const sealed = seal('王小明', PLACE)
    const failures = [
      await vault.open({ ...sealed, commitment: '' }, PLACE)(),
      await vault.open({ ...sealed, keyId: '王小明' }, PLACE)(),
      vault.mac('fingerprint', '王小明', '王小明'),
    ]
    for (const shown of [vault, seal, failures]) {
      const printed = `${inspect(shown, { depth: 10, showHidden: true, getters: true })}${JSON.stringify(shown)}`
      expect(printed).not.toMatch(/<Buffer|Uint8Array|ArrayBuffer|王小明|13800138000/)
    }
  })
})
