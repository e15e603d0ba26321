import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { comparePositions, type EventStore, type StoreError } from '../../eventsourcing/index.js'
import { dispatchTo } from './dispatch.js'
import { advanceTo, type Entry, type ProjectionStopped } from './entry.js'

/**
 * Takes all events into a fresh entry, until it stands no earlier than the one that serves meanwhile, which may be going
 * on live; in that very moment it takes over.
 */
export const buildAnew = async (
  store: EventStore,
  fresh: Entry,
  serving: () => Entry,
  takeOver: () => void,
): Promise<Either<StoreError | ProjectionStopped, void>> => {
  const dispatch = dispatchTo([fresh])
  const filter = { categories: dispatch.categories }
  for (;;) {
    const after = fresh.checkpoint
    fresh.ahead = after !== undefined
    for await (const batch of store.readAll(after === undefined ? { filter } : { filter, after })) {
      if (isLeft(batch)) return batch
      for (const event of batch.right.events) {
        fresh.ahead = true
        dispatch.take(event)
      }
      if (fresh.stopped !== undefined) return left(fresh.stopped)
      advanceTo(fresh, batch.right.upTo)
    }
    if (!standsNoEarlier(fresh, serving())) continue
    takeOver()
    return right(undefined)
  }
}

const standsNoEarlier = ({ checkpoint }: Entry, serving: Entry): boolean =>
  serving.checkpoint === undefined ||
  (checkpoint !== undefined && comparePositions(checkpoint, serving.checkpoint) >= 0)
