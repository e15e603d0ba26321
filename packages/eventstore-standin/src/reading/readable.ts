import { NO_EVENT, TOMBSTONE, type EventLog, type StoredEvent } from '../log/index.js'
import { firstWhere } from './search.js'

/** What can be read of a stream now. */
export type Readable =
  | { readonly kind: 'missing' }
  | { readonly kind: 'deleted' }
  | {
      readonly kind: 'readable'
      /** All events by revision; those before `first` are no longer read. */
      readonly events: ReadonlyArray<StoredEvent>
      readonly first: number
    }

/** What metadata leave of a stream: a soft-deleted one is missing, a truncated one only shorter. */
export const readable = (log: EventLog, name: string, now: number): Readable => {
  const last = log.lastRevision(name)
  if (last === TOMBSTONE) return { kind: 'deleted' }
  if (last === NO_EVENT || log.isSoftDeleted(name)) return { kind: 'missing' }
  const events = log.find(name)?.events ?? []
  const { maxCount, maxAge, truncateBefore } = log.metadataOf(name)
  const first = Math.max(0, truncateBefore ?? 0, maxCount === undefined ? 0 : last - maxCount + 1)
  if (maxAge === undefined) return { kind: 'readable', events, first }
  const oldest = now - maxAge * 1000
  return { kind: 'readable', events, first: firstWhere(events, ({ created }) => created >= oldest, first) }
}
