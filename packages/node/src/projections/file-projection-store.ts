import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { parsePosition, type ProjectionStore, type ProjectionStoreError } from '@refund-case/core'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { sha256 } from '../digest.js'
import { atomicFile } from '../files/atomic-file.js'
import { makeDirectory } from '../files/directories.js'
import { nothingWhereMissing } from '../files/file-error.js'
import { failed, unusable } from './store-failed.js'
import { readSaved, savedParts } from './saved-lines.js'

/**
 * Keeps projections in this directory, a file for each name and version. A file is replaced as a whole: whenever the
 * process or the machine stops, it holds what was saved last or the time before. One that was changed or cut off is
 * found out when it is loaded.
 */
export const fileProjectionStore = (directory: string): ProjectionStore => ({
  load: (name, version) => async () => {
    const path = pathOf(directory, name, version)
    try {
      const file = await open(path, 'r').catch(nothingWhereMissing)
      if (file === undefined) return right(undefined)
      try {
        const saved = await readSaved(file.readLines())
        const checkpoint = parsePosition(saved?.header.checkpoint)
        if (saved === undefined || isLeft(checkpoint)) return left(damaged(path))
        const { header, records } = saved
        if (header.name !== name || header.version !== version) return left(damaged(path))
        return right({ name, version, checkpoint: checkpoint.right, released: header.released, records })
      } finally {
        await file.close()
      }
    } catch (thrown) {
      return left(failed(path, thrown))
    }
  },
  save: (saved) => async () => {
    const path = pathOf(directory, saved.name, saved.version)
    try {
      await makeDirectory(directory)
    } catch (thrown) {
      return left(failed(directory, thrown))
    }
    const replaced = await atomicFile(path).replace(savedParts(saved))()
    return isLeft(replaced) ? left(unusable(replaced.left.facts.file, replaced.left.facts.reason)) : right(undefined)
  },
})

/** A name may hold anything: what a file name cannot hold is told apart by its digest. */
const pathOf = (directory: string, name: string, version: number): string => {
  const readable = name.replaceAll(/[^A-Za-z0-9]+/g, '-').slice(0, 60)
  return join(directory, `${readable}.${sha256(name).slice(0, 12)}.v${version}.jsonl`)
}

const damaged = (file: string): ProjectionStoreError => ({
  kind: 'projectionStoreError',
  code: 'SAVED_PROJECTION_DAMAGED',
  message: `${file} is not as it was written. Remove it: the projection is then built anew from the first event.`,
  facts: { file },
})
