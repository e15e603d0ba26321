import * as t from 'io-ts'
import { Instant } from '../../calendar/index.js'
import { Count, Id, MinorUnits, Reference, Sha256Hex, words } from '../../vocabulary/index.js'
import { shape } from './shape.js'

/** What a piece of evidence shows (IN5, DP6). */
export const EvidenceKind = words(
  'EvidenceKind',
  'photo',
  'video',
  'invoice',
  'proofOfPurchase',
  'chatLog',
  'orderScreenshot',
  'manual',
  'freightReceipt',
  'inspectionReport',
  'bankStatement',
  'ruling',
  'other',
)

/** A file kept elsewhere, known by its digest. `reference` is its name and address: sealed in events. */
export const evidence = <T extends t.Mixed>(text: T) =>
  t.readonly(t.strict({ kind: EvidenceKind, reference: text, sha256: Sha256Hex, mediaType: Reference, size: Count }))

/**
 * The fault sheet (IN10, IN11). It is complete when every field stands there; an order without a number has none in
 * `orderNos` (无).
 */
export const faultSheet = <T extends t.Mixed>(text: T) =>
  shape(
    { orderNos: t.readonlyArray(Id) },
    { purchasedAt: Instant, bank: text, amount: MinorUnits, registeredMobile: text, symptom: text },
  )
