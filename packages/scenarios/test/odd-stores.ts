import { randomUUID } from 'node:crypto'
import { buildEnvelopes, categoryOf, type EventStore, type RecordedEvent } from '@refund-case/core'
import { sha256 } from '@refund-case/node'
import { isLeft, right } from 'fp-ts/lib/Either.js'

/** A store that puts an event behind each Reviewed which nobody decided on. */
export const addingBehind = (store: EventStore): EventStore => ({
  ...store,
  append: (stream, expected, events) => async () => {
    const appended = await store.append(stream, expected, events)()
    const last = events.at(-1)
    if (isLeft(appended) || last?.type !== 'Reviewed') return appended
    const { hash: previousHash, occurredAt, actor, correlationId, causationId } = last
    const more = buildEnvelopes(sha256, { stream, previousHash, occurredAt, actor, correlationId, causationId }, [
      { id: randomUUID(), type: 'Withdrawn', schemaVersion: 1, data: {} },
    ])
    if (!isLeft(more)) await store.append(stream, appended.right.revision, more.right)()
    return appended
  },
})

/** A store that shows the events of cases, to whoever reads all, as `show` has them; or not at all. */
export const showing = (
  store: EventStore,
  show: (event: RecordedEvent) => ReadonlyArray<RecordedEvent>,
): EventStore => {
  const shown = (event: RecordedEvent) => (categoryOf(event.stream) === 'refundCase' ? show(event) : [event])
  return {
    ...store,
    readAll: async function* readAll(options) {
      for await (const batch of store.readAll(options))
        yield isLeft(batch) ? batch : right({ ...batch.right, events: batch.right.events.flatMap(shown) })
    },
  }
}
