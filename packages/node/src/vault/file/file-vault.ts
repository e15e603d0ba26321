import { readdir, rm, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Sealed, type MacPurpose, type Vault, type VaultError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { atomicFile } from '../../files/atomic-file.js'
import { makeDirectory } from '../../files/directories.js'
import { fileError, nothingWhereMissing } from '../../files/file-error.js'
import { keyDestroyed, keyUnknown, sealBroken } from '../sealed-errors.js'
import { unavailable } from './file-problems.js'
import { inTurn } from './in-turn.js'
import { rememberedKeys } from './remembered-keys.js'
import { rootKey } from './root-key.js'
import { openShopKeys } from './shop-keys.js'
import { stillStands, subjectFiles, type KeptKey } from './subject-files.js'
import { openVaultFile, relockVaultFile } from './vault-file.js'
import type { VaultLock } from './vault-lock.js'

/** A vault in a directory. */
export interface FileVault extends Vault {
  /**
   * Gives out a new version of one of the shop's own keys, and answers it: `mac` uses it from now on, and keeps the
   * old. Other processes go on with the version they know until they meet the new one, or open the vault again.
   */
  readonly rotateMacKey: (purpose: MacPurpose) => TaskEither<VaultError, string>
  /**
   * Locks the vault with another wrapping key or passphrase. Nothing else is written anew, and processes that have the
   * vault open go on. Do it in one process at a time.
   */
  readonly relock: (lock: VaultLock) => TaskEither<VaultError, void>
}

export type FileVaultOptions = VaultLock & {
  /** Made where it is not there. It holds nothing else. */
  readonly directory: string
  /** How many subjects' keys are remembered between calls (default 1,000). */
  readonly rememberedKeys?: number
}

/** What a killed process has left is not needed after this long, in milliseconds. */
const LEFT_BEHIND = 600_000

/**
 * Opens the vault in the directory, or makes one there. Keys lie in files of their own, each wrapped (AES-256-GCM) under
 * a root key, and that under the wrapping key or the passphrase.
 *
 * - Several processes may use the directory at once: they get the same keys, and one notices at its next call what
 *   another has erased.
 * - A key is on the disk before it seals anything; an erasure is there when it is answered, and cannot be undone by a
 *   crash. Only a backup brings an erased key back: erase again after restoring one.
 * - VAULT_LOCKED where the lock does not fit, VAULT_DAMAGED where a file is not as it was written, VAULT_UNAVAILABLE
 *   where the disk could not; the facts name the file.
 */
export const fileVault = (options: FileVaultOptions): TaskEither<VaultError, FileVault> => {
  const directory = resolve(options.directory)
  return guarded(directory, async () => {
    const temporary = join(directory, 'tmp')
    await makeDirectory(directory)
    const file = atomicFile(join(directory, 'vault.json'), { temporary })
    const vault = await openVaultFile(file, temporary, options)
    if (isLeft(vault)) return vault
    await sweep(temporary)
    const root = rootKey(vault.right.root)
    const shop = await openShopKeys(directory, root)
    const files = subjectFiles(directory, vault.right.id, root)
    const remembered = rememberedKeys(options.rememberedKeys ?? 1_000)
    const turns = inTurn()

    /** The key as it is remembered, if its file still stands: another process may have erased it. */
    const standing = async (subject: string): Promise<KeptKey | undefined> => {
      const kept = remembered.find(subject)
      if (kept === undefined || (await stillStands(kept))) return kept
      remembered.destroy(subject)
      return undefined
    }

    const current = async (subject: string): Promise<Either<VaultError, KeptKey>> => {
      const kept = await standing(subject)
      if (kept !== undefined) return right(kept)
      const found = await files.current(subject)
      if (!isLeft(found)) remembered.keep(subject, found.right)
      return found
    }

    const open = async (sealed: Sealed, associatedData: string): Promise<Either<VaultError, string>> => {
      if (!Sealed.is(sealed) || typeof associatedData !== 'string') return left(sealBroken)
      const kept = await standing(sealed.subject)
      const text = kept?.key.id === sealed.keyId ? kept.key.open(sealed, associatedData) : undefined
      if (text !== undefined) return right(text)
      // Not remembered, or it does not open: also a key that was erased this moment opens nothing.
      const found = await files.byId(sealed.subject, sealed.keyId)
      if (isLeft(found)) return found
      if (found.right === undefined) return left(keyUnknown(sealed.keyId))
      if (found.right === 'erased') return left(keyDestroyed(sealed.keyId))
      const { key } = found.right
      if (kept === undefined) remembered.keep(sealed.subject, found.right)
      const opened = key.open(sealed, associatedData)
      return opened === undefined ? left(sealBroken) : right(opened)
    }

    const erase = async (subject: string): Promise<Either<VaultError, void>> => {
      const erased = await files.erase(subject)
      if (!isLeft(erased)) remembered.destroy(subject)
      return erased
    }

    const sealer: FileVault['sealer'] = (subject) =>
      guarded(directory, () =>
        turns(subject, async () => {
          const kept = await current(subject)
          return isLeft(kept) ? kept : right(kept.right.key.seal)
        }),
      )

    return right({
      sealer,
      open: (sealed, associatedData) => guarded(directory, () => open(sealed, associatedData)),
      erase: (subject) => guarded(directory, () => turns(subject, () => erase(subject))),
      mac: shop.mac,
      rotateMacKey: (purpose) => guarded(directory, () => shop.rotate(purpose)),
      relock: (lock) => guarded(directory, () => relockVaultFile(file, vault.right, lock)),
    })
  })
}

/** Whatever the disk throws becomes VAULT_UNAVAILABLE, with the file it was about. */
const guarded =
  <A>(directory: string, run: () => Promise<Either<VaultError, A>>): TaskEither<VaultError, A> =>
  async () => {
    try {
      return await run()
    } catch (thrown) {
      const file = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : directory
      return left(unavailable(fileError(file, thrown)))
    }
  }

/** Removes what killed processes have left. */
const sweep = async (temporary: string): Promise<void> => {
  const before = Date.now() - LEFT_BEHIND
  for (const name of await readdir(temporary)) {
    const found = await stat(join(temporary, name)).catch(nothingWhereMissing)
    if (found !== undefined && found.mtimeMs < before) await rm(join(temporary, name), { force: true })
  }
}
