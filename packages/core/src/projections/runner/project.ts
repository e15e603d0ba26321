import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { EventStore, RecordedEvent, StoreError } from '../../eventsourcing/index.js'
import { dispatchTo } from './dispatch.js'
import { newEntry, type ProjectionStopped } from './entry.js'
import type { Projection } from './projection.js'

/** What a projection knows after these events, given in their global order, each once. */
export const projectRecorded = <View>(
  projection: Projection<View>,
  recorded: Iterable<RecordedEvent>,
): Either<ProjectionStopped, View> => {
  const { entry, view } = begun(projection)
  const dispatch = dispatchTo([entry])
  for (const event of recorded) {
    dispatch.take(event)
    if (entry.stopped !== undefined) return left(entry.stopped)
  }
  return right(view)
}

/** What a projection knows of all that a store holds. Nothing is kept of it; see `projectionRunner` for that. */
export const projectStore = async <View>(
  store: EventStore,
  projection: Projection<View>,
): Promise<Either<ProjectionStopped | StoreError, View>> => {
  const { entry, view } = begun(projection)
  const dispatch = dispatchTo([entry])
  for await (const batch of store.readAll({ filter: { categories: dispatch.categories } })) {
    if (isLeft(batch)) return batch
    for (const event of batch.right.events) dispatch.take(event)
    if (entry.stopped !== undefined) return left(entry.stopped)
  }
  return right(view)
}

const begun = <View>(projection: Projection<View>) => {
  const entry = newEntry(projection)
  return { entry, view: entry.projecting.view }
}
