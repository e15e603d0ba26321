import type { Envelope, RecordedEvent } from './envelope.js'
import type { Revision } from './revision.js'

/** A stretch of a stream: the revision of its first event, and the one after its last. */
export interface Stretch {
  readonly first: Revision
  readonly end: Revision
}

/** Where one of these batches, which the call sent earlier, stands among recorded events: found by its ids. */
export const ownAmong = (
  recorded: ReadonlyArray<RecordedEvent>,
  sent: ReadonlyArray<ReadonlyArray<Envelope>>,
): Stretch | undefined => {
  for (const [place, event] of recorded.entries()) {
    const batch = sent.find(([first]) => first?.id === event.envelope.id)
    if (batch !== undefined) {
      const first = event.revision
      return { first, end: first + sameIds(recorded.slice(place), batch) }
    }
  }
  return undefined
}

const sameIds = (recorded: ReadonlyArray<RecordedEvent>, batch: ReadonlyArray<Envelope>): number => {
  const other = batch.findIndex(({ id }, index) => recorded[index]?.envelope.id !== id)
  return other === -1 ? batch.length : other
}
