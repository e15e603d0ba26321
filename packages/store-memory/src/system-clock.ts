import { nearestInstant, type Instant } from '@refund-case/core'

/** The system's clock, to the millisecond. */
export const systemClock = (): (() => Instant) => {
  let millis = Number.NaN
  let instant = nearestInstant(0)
  return () => {
    const now = Date.now()
    // Many events fall in one millisecond: they share one text.
    if (now !== millis) {
      millis = now
      instant = nearestInstant(now)
    }
    return instant
  }
}
