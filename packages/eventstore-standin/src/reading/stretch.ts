import type { EventLog, StoredEvent } from '../log/index.js'
import { firstWhere } from './search.js'

export type Direction = 'forwards' | 'backwards'

/** The events from an index on, in either direction; the list may grow while it is read. */
export function* stretch(
  events: ReadonlyArray<StoredEvent>,
  direction: Direction,
  from: number,
  last: number,
  limit: number,
): Generator<StoredEvent, void> {
  const step = direction === 'forwards' ? 1 : -1
  let left = limit
  for (let index = from; left > 0; index += step, left--) {
    const event = direction === 'backwards' && index < last ? undefined : events[index]
    if (event === undefined) return
    yield event
  }
}

/** The index in the global order of the first event at a position or after it. */
export const indexAt = ({ all }: EventLog, commit: number): number =>
  firstWhere(all, ({ position }) => position >= commit)

/** Whether a record begins there, or the log ends. In the middle of a record a server cannot read. */
export const isBoundary = (log: EventLog, commit: number): boolean =>
  commit === 0 || commit >= log.end || log.all[indexAt(log, commit)]?.position === commit
