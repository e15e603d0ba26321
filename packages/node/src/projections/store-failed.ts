import type { ProjectionStoreError } from '@refund-case/core'
import { reasonOf } from '../files/file-error.js'

/** The answer of a store that met this on a file. */
export const failed = (file: string, thrown: unknown): ProjectionStoreError => unusable(file, reasonOf(thrown))

/** The answer about a file that could not be used. */
export const unusable = (file: string, reason: string): ProjectionStoreError => ({
  kind: 'projectionStoreError',
  code: 'PROJECTION_STORE_FAILED',
  message: `${file} could not be used (${reason}). Check that the disk has room and that this process may read and write there, then repeat.`,
  facts: { file, reason },
})
