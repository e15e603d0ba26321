import type { Envelope, RecordedEvent } from './envelope.js'
import type { Revision } from './revision.js'

/** A stretch of a stream: the revision of its first event, and the one after its last. */
export interface Stretch {
  readonly first: Revision
  readonly end: Revision
}

/**
 * Where one of these batches, which the call sent earlier, stands among recorded events. Found by its first hash, which
 * covers id, data and all that came before: another call may give its events the same ids, and say something else.
 */
export const ownAmong = (
  recorded: ReadonlyArray<RecordedEvent>,
  sent: ReadonlyArray<ReadonlyArray<Envelope>>,
): Stretch | undefined => {
  for (const { envelope, revision } of recorded) {
    const batch = sent.find(([first]) => first?.hash === envelope.hash)
    if (batch !== undefined) return { first: revision, end: revision + batch.length }
  }
  return undefined
}
