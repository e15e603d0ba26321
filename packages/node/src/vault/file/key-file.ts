import { createHmac, type KeyObject } from 'node:crypto'
import { join } from 'node:path'
import * as t from 'io-ts'
import { Wrapped } from './wrapping.js'

// A stored format: whatever changes here needs a new version of the file.

const format = { format: t.literal('refund-case key'), version: t.literal(1), keyId: t.string }

/** A subject's key, or that it was erased. */
export const KeyRecord = t.union([
  t.readonly(t.strict({ ...format, wrapped: Wrapped })),
  t.readonly(t.strict({ ...format, erased: t.literal(true) })),
])
export type KeyRecord = t.TypeOf<typeof KeyRecord>

export const liveRecord = (keyId: string, wrapped: Wrapped): KeyRecord => ({
  format: 'refund-case key',
  version: 1,
  keyId,
  wrapped,
})
export const erasedRecord = (keyId: string): KeyRecord => ({
  format: 'refund-case key',
  version: 1,
  keyId,
  erased: true,
})

/** The name of a subject's files: an HMAC, so that no subject makes a path, and no listing shows whose keys there are. */
export const subjectName = (naming: KeyObject, subject: string): string =>
  // In UTF-8 all halves of characters are one.
  createHmac('sha256', naming).update(Buffer.from(subject, 'utf16le')).digest('hex')

/** In which of 256 directories a subject's files lie. */
export const shelfOf = (name: string): string => join('subjects', name.slice(0, 2))

/**
 * A subject's keys are counted from 1. A file comes into being once, as a live key; from then on it can only become an
 * erased one, and only after that can the next come. So no two processes can ever differ on which key is the subject's.
 */
export const keyFileName = (name: string, count: number): string => `${name}.${count}.json`
