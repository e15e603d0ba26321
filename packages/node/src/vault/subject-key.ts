import { randomBytes, randomFillSync, randomUUID } from 'node:crypto'
import type { Sealed, Sealer } from '@refund-case/core'
import { KEY_BYTES, openText, sealText } from './seal-text.js'

/** The key of one data subject. Nothing gives its bytes out. */
export interface SubjectKey {
  readonly id: string
  readonly subject: string
  readonly seal: Sealer
  readonly open: (sealed: Sealed, associatedData: string) => string | undefined
  readonly destroy: () => void
}

/** The key of these 32 bytes, which are its own from now on. */
export const subjectKey = (subject: string, id: string, bytes: Uint8Array): SubjectKey => ({
  id,
  subject,
  seal: (plainText, associatedData) => ({ subject, keyId: id, ...sealText(bytes, plainText, associatedData) }),
  open: (sealed, associatedData) => openText(bytes, sealed, associatedData),
  // Overwritten by chance, not by zeros: a sealer that outlives its key seals what nobody can open.
  destroy: () => {
    randomFillSync(bytes)
  },
})

export const newSubjectKey = (subject: string): SubjectKey => subjectKey(subject, randomUUID(), randomBytes(KEY_BYTES))
