import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { VaultError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { atomicFile, type AtomicFile } from '../../files/atomic-file.js'
import { makeDirectory, syncDirectory } from '../../files/directories.js'
import { nothingWhereMissing, type FileError } from '../../files/file-error.js'
import { KEY_BYTES } from '../seal-text.js'
import { subjectKey, type SubjectKey } from '../subject-key.js'
import { damaged, unavailable } from './file-problems.js'
import { decodedJson, jsonText } from './json-file.js'
import { erasedRecord, keyFileName, KeyRecord, liveRecord, shelfOf, subjectName } from './key-file.js'
import type { RootKey } from './root-key.js'
import { unwrap, wrap } from './wrapping.js'

/** A subject's key as it was read, and what its file looked like. */
export interface KeptKey {
  readonly key: SubjectKey
  readonly file: string
  readonly seen: string
}

/** One file of a subject: a key, or that there was one. */
type Found = KeptKey | { readonly erased: string; readonly file: string }

/** The keys of all subjects on disk. It remembers nothing. */
export interface SubjectFiles {
  /** The subject's live key; made where there is none. On the disk when this answers. */
  readonly current: (subject: string) => Promise<Either<VaultError, KeptKey>>
  /** The subject's key of this id; `erased`, or nothing where the subject never had it. */
  readonly byId: (subject: string, keyId: string) => Promise<Either<VaultError, KeptKey | 'erased' | undefined>>
  readonly erase: (subject: string) => Promise<Either<VaultError, void>>
}

export const subjectFiles = (directory: string, vaultId: string, root: RootKey): SubjectFiles => {
  const temporary = join(directory, 'tmp')
  const fileOf = (name: string, count: number): AtomicFile =>
    atomicFile(join(directory, shelfOf(name), keyFileName(name, count)), { temporary })
  // Neither another vault's file nor another subject's can take the place of this one.
  const placeOf = (name: string, count: number, keyId: string): string => `${vaultId} ${name}.${count} ${keyId}`

  /** What another process has put there may not be on the disk yet. */
  const settle = async (name: string): Promise<void> => {
    await syncDirectory(join(directory, shelfOf(name)))
    await syncDirectory(join(directory, dirname(shelfOf(name))))
  }

  const read = async (subject: string, name: string, count: number): Promise<Either<VaultError, Found | undefined>> => {
    const file = fileOf(name, count)
    // Looked at before it is read: a file that is live afterwards was not replaced between.
    const seen = await lookOf(file.path)
    if (seen === undefined) return right(undefined)
    const text = await file.read()
    if (isLeft(text)) return left(unavailable(text.left))
    const record = decodedJson(KeyRecord, text.right ?? '')
    if (record === undefined) return left(damaged(file.path))
    if ('erased' in record) return right({ erased: record.keyId, file: file.path })
    const bytes = unwrap(root.wrapping, record.wrapped, placeOf(name, count, record.keyId))
    if (bytes?.length !== KEY_BYTES) return left(damaged(file.path))
    await settle(name)
    return right({ key: subjectKey(subject, record.keyId, bytes), file: file.path, seen })
  }

  const make = async (name: string, count: number): Promise<Either<VaultError, boolean>> => {
    const keyId = randomUUID()
    const file = fileOf(name, count)
    const wrapped = wrap(root.wrapping, randomBytes(KEY_BYTES), placeOf(name, count, keyId))
    await makeDirectory(dirname(file.path))
    return insisting(file.create(jsonText(liveRecord(keyId, wrapped))))
  }

  const current: SubjectFiles['current'] = async (subject) => {
    const name = subjectName(root.naming, subject)
    for (let count = 1; ;) {
      const found = await read(subject, name, count)
      if (isLeft(found)) return found
      if (found.right === undefined) {
        const made = await make(name, count)
        if (isLeft(made)) return made
      } else if ('key' in found.right) return right(found.right)
      else count += 1
    }
  }

  const byId: SubjectFiles['byId'] = async (subject, keyId) => {
    const name = subjectName(root.naming, subject)
    for (let count = 1; ; count += 1) {
      const found = await read(subject, name, count)
      if (isLeft(found)) return found
      if (found.right === undefined) return right(undefined)
      if ('erased' in found.right) {
        if (found.right.erased === keyId) return right('erased')
      } else if (found.right.key.id === keyId) return right(found.right)
    }
  }

  const erase: SubjectFiles['erase'] = async (subject) => {
    const name = subjectName(root.naming, subject)
    for (let count = 1; ; count += 1) {
      const found = await read(subject, name, count)
      if (isLeft(found)) return found
      if (found.right === undefined) {
        if (count > 1) await settle(name)
        break
      }
      if ('erased' in found.right) continue
      const replaced = await insisting(fileOf(name, count).replace(jsonText(erasedRecord(found.right.key.id))))
      if (isLeft(replaced)) return replaced
    }
    // Whoever was killed between writing the key and naming it has left it here.
    const leftBehind = (await readdir(temporary)).filter((file) => file.startsWith(name))
    for (const file of leftBehind) await rm(join(temporary, file), { force: true })
    if (leftBehind.length > 0) await syncDirectory(temporary)
    return right(undefined)
  }

  return { current, byId, erase }
}

/** How often somebody who erases the same subject may take for left behind what is about to get its name. */
const MOST_ATTEMPTS = 20

const insisting = async <A>(write: TaskEither<FileError, A>): Promise<Either<VaultError, A>> => {
  for (let attempt = 1; ; attempt += 1) {
    const written = await write()
    if (!isLeft(written)) return written
    if (written.left.facts.reason !== 'ENOENT' || attempt === MOST_ATTEMPTS) return left(unavailable(written.left))
  }
}

/** Whether the file of the key is still the one that was read. */
export const stillStands = async ({ file, seen }: KeptKey): Promise<boolean> => (await lookOf(file)) === seen

/** What tells a file from one that was put in its place; nothing where there is none. */
const lookOf = async (path: string): Promise<string | undefined> => {
  const found = await stat(path, { bigint: true }).catch(nothingWhereMissing)
  return found === undefined ? undefined : `${found.ino} ${found.size} ${found.mtimeNs}`
}
