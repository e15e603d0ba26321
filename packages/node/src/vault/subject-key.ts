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

export const newSubjectKey = (subject: string): SubjectKey => {
  const id = randomUUID()
  const bytes = randomBytes(KEY_BYTES)
  return {
    id,
    subject,
    seal: (plainText, associatedData) => ({ subject, keyId: id, ...sealText(bytes, plainText, associatedData) }),
    open: (sealed, associatedData) => openText(bytes, sealed, associatedData),
    // Overwritten by chance, not by zeros: a sealer that outlives its key seals what nobody can open.
    destroy: () => {
      randomFillSync(bytes)
    },
  }
}
