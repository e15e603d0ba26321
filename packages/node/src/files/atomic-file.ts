import { randomUUID } from 'node:crypto'
import { link, open, readFile, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { tryCatch, type TaskEither } from 'fp-ts/lib/TaskEither.js'
import { OWNER_ONLY, syncDirectory } from './directories.js'
import { fileError, nothingWhereMissing, reasonOf, type FileError } from './file-error.js'

/**
 * A file of text that is never half written. Whenever the process or the machine stops, it holds what it held before or
 * the whole new text, and what was answered is on the disk. Several processes may share it: no reader meets a mixture.
 */
export interface AtomicFile {
  readonly path: string
  /** The whole text; nothing where there is no such file. */
  readonly read: TaskEither<FileError, string | undefined>
  /** Puts the text, or its parts, in the place of whatever is there. Of two at once, one is the last. */
  readonly replace: (text: string | Iterable<string>) => TaskEither<FileError, void>
  /** Writes the text if there is no such file; of several at once one is told `true`, and its text stands. */
  readonly create: (text: string) => TaskEither<FileError, boolean>
}

export interface AtomicFileOptions {
  /**
   * Where a text is written before it takes its place: a directory of the same file system, there already. Default: the
   * file's own. A process that is killed meanwhile leaves `{name}.{uuid}.tmp` there, which nobody needs.
   */
  readonly temporary?: string
}

/** The file at this path, which need not be there yet; its directory has to be. Only its owner may read what is written. */
export const atomicFile = (path: string, options: AtomicFileOptions = {}): AtomicFile => {
  const directory = dirname(path)
  const failed = (thrown: unknown) => fileError(path, thrown)

  /** Writes the text beside its place, and lets it be put there. */
  const placed = async <A>(text: string | Iterable<string>, put: (written: string) => Promise<A>): Promise<A> => {
    const written = join(options.temporary ?? directory, `${basename(path)}.${randomUUID()}.tmp`)
    try {
      const file = await open(written, 'wx', OWNER_ONLY.file)
      try {
        for (const part of typeof text === 'string' ? [text] : text) await file.writeFile(part)
        await file.sync()
      } finally {
        await file.close()
      }
      const answer = await put(written)
      await syncDirectory(directory)
      return answer
    } finally {
      await rm(written, { force: true })
    }
  }

  return {
    path,
    read: tryCatch(() => readFile(path, 'utf8').catch(nothingWhereMissing), failed),
    replace: (text) => tryCatch(() => placed(text, (written) => rename(written, path)), failed),
    create: (text) => tryCatch(() => placed(text, (written) => linked(written, path)), failed),
  }
}

/** Gives the written file its name, which no file may have yet. */
const linked = async (written: string, path: string): Promise<boolean> => {
  try {
    await link(written, path)
    return true
  } catch (thrown) {
    if (reasonOf(thrown) !== 'EEXIST') throw thrown
    return false
  }
}
