import { createHmac, createSecretKey, randomBytes, type KeyObject } from 'node:crypto'
import type { MacPurpose, VaultError } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { KEY_BYTES } from './seal-text.js'
import { vaultError } from './vault-error.js'

/** The shop's own keys, by purpose and version (`v1`, `v2` …). None is ever dropped. */
export interface MacKeys {
  readonly mac: (purpose: MacPurpose, text: string, keyVersion?: string) => Either<VaultError, string>
  readonly rotate: (purpose: MacPurpose) => Either<VaultError, string>
}

const unknownKey = vaultError('MAC_KEY_UNKNOWN', 'Name a purpose and a key version that this vault has given out.')

export const newMacKeys = (): MacKeys => {
  const byPurpose: ReadonlyMap<MacPurpose, Array<KeyObject>> = new Map([
    ['fingerprint', [newKey()]],
    ['accountToken', [newKey()]],
  ])
  return {
    mac: (purpose, text, keyVersion) => {
      const keys = byPurpose.get(purpose) ?? []
      const index = keyVersion === undefined ? keys.length - 1 : keys.findIndex((_, at) => keyVersion === versionAt(at))
      const key = keys[index]
      if (key === undefined) return left(unknownKey)
      return right(`${versionAt(index)}.${createHmac('sha256', key).update(text).digest('hex')}`)
    },
    rotate: (purpose) => {
      const keys = byPurpose.get(purpose)
      return keys === undefined ? left(unknownKey) : right(versionAt(keys.push(newKey()) - 1))
    },
  }
}

// A key object is prepared for OpenSSL once, plain bytes with every HMAC.
const newKey = (): KeyObject => createSecretKey(randomBytes(KEY_BYTES))

const versionAt = (index: number): string => `v${index + 1}`
