import { randomBytes, randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { VaultError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { AtomicFile } from '../../files/atomic-file.js'
import { makeDirectory, syncDirectory } from '../../files/directories.js'
import { KEY_BYTES } from '../seal-text.js'
import { damaged, foreign, locked, unavailable } from './file-problems.js'
import { decodedJson, jsonText } from './json-file.js'
import { LockRecord, newLockRecord, wrappingKeyOf, type VaultLock } from './vault-lock.js'
import { unwrap, wrap, Wrapped } from './wrapping.js'

// A stored format: whatever changes here needs a new version of the file.

/** `vault.json`: what the vault is locked with, and its root key under that. */
const VaultRecord = t.strict({
  format: t.literal('refund-case vault'),
  version: t.literal(1),
  id: t.string,
  lock: LockRecord,
  root: Wrapped,
})
type VaultRecord = t.TypeOf<typeof VaultRecord>

/** An unlocked vault. */
export interface Unlocked {
  readonly id: string
  readonly root: Uint8Array
}

/** The directory of temporary files, and what a file system of its own begins with. */
const beforehand: ReadonlySet<string> = new Set(['tmp', 'lost+found'])

const placeOf = (id: string): string => `refund-case vault ${id} root`

const recordOf = async ({ id, root }: Unlocked, lock: VaultLock): Promise<Either<VaultError, VaultRecord>> => {
  const record = newLockRecord(lock)
  const key = await wrappingKeyOf(lock, record)
  if (isLeft(key)) return key
  return right({
    format: 'refund-case vault',
    version: 1,
    id,
    lock: record,
    root: wrap(key.right, root, placeOf(id)),
  })
}

const unlocked = async (file: AtomicFile, text: string, lock: VaultLock): Promise<Either<VaultError, Unlocked>> => {
  const record = decodedJson(VaultRecord, text)
  if (record === undefined) return left(damaged(file.path))
  const key = await wrappingKeyOf(lock, record.lock)
  if (isLeft(key)) return key
  const root = unwrap(key.right, record.root, placeOf(record.id))
  if (root?.length !== KEY_BYTES) return left(locked(file.path))
  return right({ id: record.id, root })
}

/**
 * Opens the vault of the file, or makes a new one where its directory holds none. Of several who make it at once one
 * does, and the others open that one.
 */
export const openVaultFile = async (
  file: AtomicFile,
  temporary: string,
  lock: VaultLock,
): Promise<Either<VaultError, Unlocked>> => {
  const directory = dirname(file.path)
  // Listed before it is read: nobody writes anything else before the file is there.
  const others = (await readdir(directory)).filter((name) => !beforehand.has(name))
  const found = await file.read()
  if (isLeft(found)) return left(unavailable(found.left))
  if (found.right === undefined && others.length > 0) return left(foreign(directory))
  await makeDirectory(temporary)
  if (found.right !== undefined) {
    // Whoever wrote it may not have come to this yet.
    await syncDirectory(directory)
    return unlocked(file, found.right, lock)
  }
  const fresh: Unlocked = { id: randomUUID(), root: randomBytes(KEY_BYTES) }
  const record = await recordOf(fresh, lock)
  if (isLeft(record)) return record
  const created = await file.create(jsonText(record.right))()
  if (isLeft(created)) return left(unavailable(created.left))
  return created.right ? right(fresh) : openVaultFile(file, temporary, lock)
}

/** Locks the vault anew: its root key stays, and with it every other. */
export const relockVaultFile = async (
  file: AtomicFile,
  vault: Unlocked,
  lock: VaultLock,
): Promise<Either<VaultError, void>> => {
  const record = await recordOf(vault, lock)
  if (isLeft(record)) return record
  const replaced = await file.replace(jsonText(record.right))()
  return isLeft(replaced) ? left(unavailable(replaced.left)) : right(undefined)
}
