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

export const macPurposes: ReadonlyArray<MacPurpose> = ['fingerprint', 'accountToken']

export const unknownMacKey = vaultError(
  'MAC_KEY_UNKNOWN',
  'Name a purpose and a key version that this vault has given out.',
)

/** The keyed hash as it is stored: with the version of its key. */
export const macUnder = (key: KeyObject, version: number, text: string): string =>
  `${macVersion(version)}.${createHmac('sha256', key).update(text).digest('hex')}`

export const macVersion = (version: number): string => `v${version}`

export const newMacKeys = (): MacKeys => {
  const byPurpose: ReadonlyMap<MacPurpose, Array<KeyObject>> = new Map(macPurposes.map((name) => [name, [newKey()]]))
  return {
    mac: (purpose, text, keyVersion) => {
      const keys = byPurpose.get(purpose) ?? []
      const version =
        keyVersion === undefined ? keys.length : keys.findIndex((_, at) => keyVersion === macVersion(at + 1)) + 1
      const key = keys[version - 1]
      return key === undefined ? left(unknownMacKey) : right(macUnder(key, version, text))
    },
    rotate: (purpose) => {
      const keys = byPurpose.get(purpose)
      return keys === undefined ? left(unknownMacKey) : right(macVersion(keys.push(newKey())))
    },
  }
}

// A key object is prepared for OpenSSL once, plain bytes with every HMAC.
const newKey = (): KeyObject => createSecretKey(randomBytes(KEY_BYTES))
