import type { Sha256 } from '../../eventsourcing/index.js'
import { digestOf } from '../case-rows/digest.js'
import type { HandoverSheet } from './handover-sheet.js'

/** What SignedOver and Accepted record of a sheet: the SHA-256 of its canonical JSON, without the signatures on it. */
export const sheetDigest = (sha256: Sha256, sheet: HandoverSheet): string => {
  const { signOff: _signOff, filledOn: _filledOn, handedOverBy: _by, takenOverBy: _to, ...signed } = sheet
  return digestOf(sha256, signed)
}
