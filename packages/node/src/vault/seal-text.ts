import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Sealed } from '@refund-case/core'
import { digest } from '../digest.js'
import { randomPool } from '../random-bytes.js'

/** What of a sealed value depends on its key alone. */
export type SealedText = Pick<Sealed, 'nonce' | 'ciphertext' | 'commitment'>

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const SALT_BYTES = 16
const TAG_BYTES = 16

export const KEY_BYTES = 32

const random = randomPool()

/** Seals the salted text under a key of 32 bytes. The text is well-formed Unicode; a lone surrogate becomes U+FFFD. */
export const sealText = (key: Uint8Array, plainText: string, associatedData: string): SealedText => {
  const plain = Buffer.allocUnsafe(SALT_BYTES + Buffer.byteLength(plainText))
  plain.set(random(SALT_BYTES))
  plain.write(plainText, SALT_BYTES)
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(associatedData))
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  return {
    nonce: nonce.toString('base64'),
    ciphertext: ciphertext.toString('base64'),
    commitment: digest('sha256', plain),
  }
}

// Buffer skips what is no base64; a value has one text only.
const fromBase64 = (text: string): Buffer | undefined => {
  const bytes = Buffer.from(text, 'base64')
  return bytes.toString('base64') === text ? bytes : undefined
}

const decrypt = (key: Uint8Array, nonce: Buffer, sealed: Buffer, associatedData: string): Buffer | undefined => {
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  decipher.setAAD(Buffer.from(associatedData))
  decipher.setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, end)), decipher.final()])
  } catch {
    // The tag does not fit: another key, another place, or not the bytes that were sealed.
    return undefined
  }
}

/** The text, where key, place, every byte and the commitment fit; nothing otherwise. */
export const openText = (key: Uint8Array, sealed: SealedText, associatedData: string): string | undefined => {
  const nonce = fromBase64(sealed.nonce)
  const ciphertext = fromBase64(sealed.ciphertext)
  if (nonce?.length !== NONCE_BYTES || ciphertext === undefined || ciphertext.length < SALT_BYTES + TAG_BYTES)
    return undefined
  const plain = decrypt(key, nonce, ciphertext, associatedData)
  if (plain === undefined || digest('sha256', plain) !== sealed.commitment) return undefined
  return plain.toString('utf8', SALT_BYTES)
}
