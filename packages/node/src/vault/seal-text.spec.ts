import { createHash, randomBytes, webcrypto } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openText, sealText } from './seal-text.js'

const key = randomBytes(32)
const text = fc.string({ unit: 'binary' })

describe('the sealed format', () => {
  it('is AES-256-GCM over salt and text with the place as associated data, and can be opened without this code', async () => {
    const imported = await webcrypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt'])
    await fc.assert(
      fc.asyncProperty(text, text, async (plainText, place) => {
        const sealed = sealText(key, plainText, place)
        const plain = await webcrypto.subtle.decrypt(
          {
            name: 'AES-GCM',
            iv: Buffer.from(sealed.nonce, 'base64'),
            additionalData: Buffer.from(place),
            tagLength: 128,
          },
          imported,
          Buffer.from(sealed.ciphertext, 'base64'),
        )
        expect(Buffer.from(plain).toString('utf8', 16)).toBe(plainText)
        expect(createHash('sha256').update(Buffer.from(plain)).digest('hex')).toBe(sealed.commitment)
      }),
    )
  })

  it('opens under no other key', () => {
    fc.assert(
      fc.property(text, (plainText) => {
        expect(openText(randomBytes(32), sealText(key, plainText, ''), '')).toBeUndefined()
        expect(openText(key, sealText(key, plainText, ''), '')).toBe(plainText)
      }),
    )
  })
})
