import type { Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Sealed } from './sealed.js'

/**
 * Keeps one key for each data subject, and the shop's own keys. Erasing a subject's key erases what it sealed,
 * everywhere, while every history still verifies.
 */
export interface Vault {
  /**
   * The subject's sealer; its key is made when there is none. When this answers, the key is kept as durably as the
   * vault keeps anything, and two calls at once get the same key.
   */
  readonly sealer: (subject: string) => TaskEither<VaultError, Sealer>
  /** The plain text of a sealed value. `KEY_DESTROYED` after erasure. */
  readonly open: (sealed: Sealed, associatedData: string) => TaskEither<VaultError, string>
  /** Destroys all keys of the subject so far. Doing it twice is harmless. */
  readonly erase: (subject: string) => TaskEither<VaultError, void>
  /**
   * A keyed hash (HMAC-SHA-256) under one of the shop's own keys, as `{keyVersion}.{hex}`. Without a version the newest
   * key is used; old ones are never erased, so that a fingerprint can be made again as it was.
   */
  readonly mac: (purpose: MacPurpose, text: string, keyVersion?: string) => Either<VaultError, string>
}

export type MacPurpose = 'fingerprint' | 'accountToken'

/**
 * Seals one text. `associatedData` names the stream and the field it will stand in: the value opens only there.
 * Synchronous: a call seals once, before its first attempt to append.
 */
export type Sealer = (plainText: string, associatedData: string) => Sealed

export type VaultErrorCode =
  | 'KEY_DESTROYED'
  | 'KEY_UNKNOWN'
  | 'SEAL_BROKEN'
  | 'MAC_KEY_UNKNOWN'
  | 'VAULT_UNAVAILABLE'
  | 'VAULT_LOCKED'
  | 'VAULT_DAMAGED'

export interface VaultError {
  readonly kind: 'vaultError'
  readonly code: VaultErrorCode
  /** What to do about it, in English, without personal data or secrets. */
  readonly message: string
  readonly facts: { readonly [name: string]: string | number | boolean }
}
