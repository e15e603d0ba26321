import { open } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ProjectionStoreError, RowSink } from '@refund-case/core'
import { left, right } from 'fp-ts/lib/Either.js'
import { makeDirectory, OWNER_ONLY, syncDirectory } from '../files/directories.js'
import { nothingWhereMissing } from '../files/file-error.js'
import { failed } from './store-failed.js'

const NEWLINE = 10

/**
 * Writes the rows that leave a projection's memory to this file, one as JSON a line, in order. What was answered is on
 * the disk; rows that come again after a crash take the place of what stands there.
 */
export const fileRowSink = <Row>(path: string): RowSink<Row> => {
  // Where the next row goes, once the file was looked at.
  let end: { readonly rows: number; readonly bytes: number } | undefined
  return {
    write: (first, rows) => async () => {
      try {
        const bytes = end?.rows === first ? end.bytes : await bytesOfLines(path, first)
        end = undefined
        if (bytes === undefined) return left(rowsMissing(path, first))
        const text = Buffer.from(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
        await makeDirectory(dirname(path))
        const file = await open(path, 'a+', OWNER_ONLY.file)
        try {
          await file.truncate(bytes)
          await file.appendFile(text)
          await file.sync()
        } finally {
          await file.close()
        }
        if (bytes === 0) await syncDirectory(dirname(path))
        end = { rows: first + rows.length, bytes: bytes + text.length }
        return right(undefined)
      } catch (thrown) {
        return left(failed(path, thrown))
      }
    },
  }
}

/** How many bytes the first `count` lines of a file take; undefined where it holds fewer. */
const bytesOfLines = async (path: string, count: number): Promise<number | undefined> => {
  if (count === 0) return 0
  const file = await open(path, 'r').catch(nothingWhereMissing)
  if (file === undefined) return undefined
  let bytes = 0
  let lines = 0
  const buffer = new Uint8Array(65_536)
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length, bytes)
      if (bytesRead === 0) return undefined
      const chunk = buffer.subarray(0, bytesRead)
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, at + 1)) {
        lines++
        if (lines === count) return bytes + at + 1
      }
      bytes += bytesRead
    }
  } finally {
    await file.close()
  }
}

const rowsMissing = (file: string, rows: number): ProjectionStoreError => ({
  kind: 'projectionStoreError',
  code: 'SAVED_PROJECTION_DAMAGED',
  message: `${file} lacks rows that were written. Remove it and what is saved of the projection: all rows then come again.`,
  facts: { file, rows },
})
