import { comparePositions, type Position, type RecordedEvent } from '@refund-case/core'

/**
 * Makes an effect happen once for each event, although a subscription may bring an event again.
 *
 * `handledUpTo` reads the place that the effect keeps beside what it changes; `handle` changes it and keeps the event's
 * position as that place, both in one transaction. Whatever is at or before that place is passed over, and after a
 * failure the place is read again, since nobody can tell whether the transaction went through.
 */
export const effectivelyOnce = (
  handledUpTo: () => Promise<Position | undefined>,
  handle: (event: RecordedEvent) => Promise<void>,
): ((event: RecordedEvent) => Promise<void>) => {
  let upTo: Position | undefined
  let isKnown = false
  return async (event) => {
    if (!isKnown) {
      upTo = await handledUpTo()
      isKnown = true
    }
    if (upTo !== undefined && comparePositions(event.position, upTo) <= 0) return
    isKnown = false
    await handle(event)
    upTo = event.position
    isKnown = true
  }
}
