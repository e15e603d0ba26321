import { createHash } from 'node:crypto'
import { inspect } from 'node:util'
import type { Sealer } from '@refund-case/core'
import fc from 'fast-check'
import { isRight, left, type Either } from 'fp-ts/lib/Either.js'
import { validate } from 'uuid'
import { describe, expect, it } from 'vitest'
import { memoryVault, type MemoryVault } from './memory-vault.js'

// What every vault keeps is in contract.spec.ts.

const PLACE = 'refundCase-1/customer.phone'

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme', maxLength: 300 }))

const held = <A>(either: Either<unknown, A>): A => {
  if (isRight(either)) return either.right
  throw new Error(JSON.stringify(either.left))
}
const sealerOf = async (vault: MemoryVault, of: string): Promise<Sealer> => held(await vault.sealer(of)())
const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64')

describe('a sealed value', () => {
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
})

describe('a vault of one process', () => {
  it('is unknown to any other vault', async () => {
    const sealed = (await sealerOf(memoryVault(), 'subject'))('text', PLACE)
    expect(await memoryVault().open(sealed, PLACE)()).toMatchObject(
      left({ code: 'KEY_UNKNOWN', facts: { keyId: sealed.keyId } }),
    )
  })

  it('makes other keyed hashes than any other', () => {
    expect(memoryVault().mac('fingerprint', 'text')).not.toEqual(memoryVault().mac('fingerprint', 'text'))
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
