import { randomBytes, scrypt } from 'node:crypto'
import type { VaultError } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { KEY_BYTES } from '../seal-text.js'
import { vaultError } from '../vault-error.js'

/** What opens a vault: a wrapping key of 32 bytes, or a passphrase of at least 12 characters. */
export type VaultLock = { readonly wrappingKey: Uint8Array } | { readonly passphrase: string }

// A stored format: whatever changes here needs a new version of the file.

/** How the wrapping key is had from what somebody hands in. */
export const LockRecord = t.union([
  t.readonly(t.strict({ by: t.literal('wrappingKey') })),
  t.readonly(
    t.strict({
      by: t.literal('passphrase'),
      /** Base64. */
      salt: t.string,
      cost: t.number,
      blockSize: t.number,
      parallelization: t.number,
    }),
  ),
])
export type LockRecord = t.TypeOf<typeof LockRecord>

const SHORTEST_PASSPHRASE = 12
const SALT_BYTES = 16

// A guess costs 128 MiB and a good part of a second. Files of other costs are read up to four times that.
const COSTS = { cost: 2 ** 17, blockSize: 8, parallelization: 1 } as const
const MOST_MEMORY = 4 * 128 * COSTS.cost * COSTS.blockSize

/** A new way to lock a vault with this. */
export const newLockRecord = (lock: VaultLock): LockRecord =>
  'passphrase' in lock
    ? { by: 'passphrase', salt: randomBytes(SALT_BYTES).toString('base64'), ...COSTS }
    : { by: 'wrappingKey' }

/** The wrapping key. VAULT_LOCKED where the vault is locked by the other kind, or this can be none. */
export const wrappingKeyOf = async (lock: VaultLock, record: LockRecord): Promise<Either<VaultError, Uint8Array>> => {
  if ('passphrase' in lock) {
    if (record.by !== 'passphrase') return left(otherKind)
    if (typeof lock.passphrase !== 'string' || lock.passphrase.length < SHORTEST_PASSPHRASE) return left(tooShort)
    const key = await stretched(lock.passphrase, record)
    return key === undefined ? left(otherKind) : right(key)
  }
  if (record.by !== 'wrappingKey') return left(otherKind)
  const { wrappingKey } = lock
  // A copy: whoever handed it in may wipe theirs.
  return wrappingKey instanceof Uint8Array && wrappingKey.length === KEY_BYTES
    ? right(Uint8Array.from(wrappingKey))
    : left(wrongLength)
}

/** The wrapping key that a text is: 32 bytes in base64 or hex, as `openssl rand -base64 32` writes them. */
export const parseWrappingKey = (text: string): Either<VaultError, Uint8Array> => {
  const written = text.trim()
  const bytes = /^[0-9a-f]{64}$/i.test(written)
    ? Buffer.from(written, 'hex')
    : /^[A-Za-z0-9+/]{43}=$/.test(written)
      ? Buffer.from(written, 'base64')
      : undefined
  return bytes === undefined ? left(wrongLength) : right(Uint8Array.from(bytes))
}

const stretched = (
  passphrase: string,
  { salt, cost, blockSize, parallelization }: LockRecord & { readonly by: 'passphrase' },
): Promise<Uint8Array | undefined> =>
  new Promise((resolve) => {
    try {
      const options = { cost, blockSize, parallelization, maxmem: MOST_MEMORY }
      // However it was typed in, the same characters are the same bytes.
      scrypt(passphrase.normalize('NFC'), Buffer.from(salt, 'base64'), KEY_BYTES, options, (error, key) =>
        resolve(error === null ? key : undefined),
      )
    } catch {
      // Costs that no scrypt has.
      resolve(undefined)
    }
  })

const wrongLength = vaultError(
  'VAULT_LOCKED',
  'A wrapping key is 32 bytes, as base64 or hex where it is a text: `openssl rand -base64 32` makes one.',
)
const tooShort = vaultError('VAULT_LOCKED', `A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`)
const otherKind = vaultError(
  'VAULT_LOCKED',
  'The vault opens otherwise: by a wrapping key where a passphrase was handed in, or the other way round.',
)
