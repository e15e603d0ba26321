import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import * as t from 'io-ts'

// A stored format: whatever changes here needs a new version of the files.

/** A key under another one (AES-256-GCM): a nonce of 12 bytes, and the ciphertext with its tag of 16, both base64. */
export const Wrapped = t.readonly(t.strict({ nonce: t.string, ciphertext: t.string }), 'Wrapped')
export type Wrapped = t.TypeOf<typeof Wrapped>

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Wraps a key under another one, for the place it is kept in: it can be unwrapped nowhere else. */
export const wrap = (under: Uint8Array, key: Uint8Array, place: string): Wrapped => {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, under, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  const ciphertext = Buffer.concat([cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return { nonce: nonce.toString('base64'), ciphertext: ciphertext.toString('base64') }
}

/** The key, where wrapping key, place and every byte fit; nothing otherwise. */
export const unwrap = (under: Uint8Array, wrapped: Wrapped, place: string): Uint8Array | undefined => {
  const nonce = Buffer.from(wrapped.nonce, 'base64')
  const sealed = Buffer.from(wrapped.ciphertext, 'base64')
  if (nonce.length !== NONCE_BYTES || sealed.length <= TAG_BYTES) return undefined
  const decipher = createDecipheriv(CIPHER, under, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(place))
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()])
  } catch {
    return undefined
  }
}
