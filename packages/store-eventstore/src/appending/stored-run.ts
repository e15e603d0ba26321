import type { Envelope, RecordedEvent } from '@refund-case/core'

/** Where a batch stands among recorded events, and whether it is this very batch or another with the same ids. */
export interface StoredRun {
  readonly last: RecordedEvent
  /** Its first hash is the batch's: id, data and everything before it are the same. */
  readonly isSame: boolean
}

/** The batch among the events of a stream: all its ids, one right after the other. */
export const findRun = (
  events: ReadonlyArray<RecordedEvent>,
  batch: ReadonlyArray<Envelope>,
): StoredRun | undefined => {
  for (const [start, first] of events.entries()) {
    if (first.envelope.id !== batch[0]?.id) continue
    const run = events.slice(start, start + batch.length)
    const last = run.at(-1)
    const isWhole = run.length === batch.length && run.every(({ envelope }, at) => envelope.id === batch[at]?.id)
    if (isWhole && last !== undefined) return { last, isSame: first.envelope.hash === batch[0].hash }
  }
  return undefined
}
