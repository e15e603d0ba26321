import type { Envelope, EventStore, RecordedEvent, StreamName, StreamSlice } from '@refund-case/core'
import { isLeft, isRight, right } from 'fp-ts/lib/Either.js'
import { appending, conflicts, reading, readingAll, sliceOf, subscribing, thawed } from './faulty-store.js'

/** One fault each: those that other stores in memory have, and those that are easily made. */
export const faults: { readonly [fault: string]: () => (store: EventStore) => EventStore } = {
  'checks no revision': () =>
    appending((append) => async (stream, expected, events) => {
      const answer = await append(stream, expected, events)
      return conflicts(answer) ? append(stream, 'any', events) : answer
    }),
  'accepts a revision after a gap': () =>
    appending((append, store) => async (stream, expected, events) => {
      const { lastRevision } = await sliceOf(store, stream)
      const isGap = typeof expected === 'number' && (lastRevision === 'no_stream' || expected > lastRevision)
      return append(stream, isGap ? lastRevision : expected, events)
    }),
  'checks in one turn and writes in another': () =>
    appending((append, store) => async (stream, expected, events) => {
      const isAtEnd = (await sliceOf(store, stream)).lastRevision === expected
      return append(stream, isAtEnd ? 'any' : expected, events)
    }),
  'throws on an empty batch': () =>
    appending(
      (append) => (stream, expected, events) =>
        events?.length === 0 ? Promise.reject(new TypeError('metadata')) : append(stream, expected, events),
    ),
  'takes an empty batch': () =>
    appending(
      (append) => (stream, expected, events) =>
        events?.length === 0
          ? Promise.resolve(right({ revision: 0, idempotent: false }))
          : append(stream, expected, events),
    ),
  'writes an id of a batch once that stands in it twice': () =>
    appending(
      (append) => (stream, expected, events) =>
        append(stream, expected, Array.isArray(events) ? [...new Set(events)] : events),
    ),
  'writes a repeat again': () =>
    appending((append, store) => async (stream, expected, events) => {
      const answer = await append(stream, expected, events)
      const isRepeat = isRight(answer) && answer.right.idempotent
      return isRepeat ? append(stream, (await sliceOf(store, stream)).lastRevision, events) : answer
    }),
  'takes known ids at the end for a repeat': () =>
    appending((append, store) => async (stream, expected, events) => {
      const { events: stored, lastRevision } = await sliceOf(store, stream)
      const known = stored.find(({ envelope }) => envelope.id === events?.at?.(-1)?.id)
      return known !== undefined && expected === lastRevision
        ? right({ revision: known.revision, idempotent: true })
        : append(stream, expected, events)
    }),
  'writes the good part of a batch': () =>
    appending((append) => async (stream, expected, events) => {
      const answer = await append(stream, expected, events)
      if (isLeft(answer) && !conflicts(answer) && events?.length > 1) await append(stream, expected, events.slice(0, 1))
      return answer
    }),
  'hides what was missed': () =>
    appending((append) => async (stream, expected, events) => {
      const answer = await append(stream, expected, events)
      return isLeft(answer) && answer.left.kind === 'conflict'
        ? { ...answer, left: { ...answer.left, missed: [] } }
        : answer
    }),
  'keeps what was handed in': () => {
    const handedIn = new Map<string, Envelope>()
    const keeps = appending((append) => async (stream, expected, events) => {
      const answer = await append(stream, expected, events)
      if (isRight(answer)) for (const event of events) handedIn.set(event.id, event)
      return answer
    })
    const shows = reading(({ events, ...rest }) => ({
      ...rest,
      events: events.map((event) => ({
        ...thawed(event),
        envelope: handedIn.get(event.envelope.id) ?? event.envelope,
      })),
    }))
    return (store) => shows(keeps(store))
  },
  'hands out what it keeps': () => {
    const kept = new Map<string, RecordedEvent>()
    return reading(({ events, ...rest }, stream) => ({
      ...rest,
      events: events.map((event) => {
        const mine = kept.get(`${stream} ${event.revision}`) ?? thawed(event)
        kept.set(`${stream} ${event.revision}`, mine)
        return mine
      }),
    }))
  },
  'says the last revision of the stretch, not of the stream': () =>
    reading(({ events }) => ({ events, lastRevision: events.at(-1)?.revision ?? 'no_stream' })),
  'reads the stream of another store with the same name': () => {
    const kept = new Map<StreamName, StreamSlice>()
    return reading((slice, stream) => {
      const first = kept.get(stream) ?? slice
      kept.set(stream, first)
      return first
    })
  },
  'gives the event at the position again': () =>
    readingAll(
      (batch) => batch,
      ({ after, ...rest }) =>
        after === undefined || after === '0' ? rest : { ...rest, after: `${Number(after) - 1}` as typeof after },
    ),
  'ignores the types of a filter': () =>
    readingAll(
      (batch) => batch,
      ({ filter, ...rest }) => ({
        ...rest,
        ...(filter?.categories === undefined ? {} : { filter: { categories: filter.categories } }),
      }),
    ),
  'never says that it is at the end': () => readingAll((batch) => ({ ...batch, caughtUp: false })),
  'loses an event when going live': () =>
    subscribing((batch, index) => (index === 1 ? { ...batch, events: batch.events.slice(1) } : batch)),
  'repeats an event when going live': () =>
    subscribing((batch, index) =>
      index === 1 ? { ...batch, events: [...batch.events.slice(0, 1), ...batch.events] } : batch,
    ),
  'turns a batch round': () => subscribing((batch) => ({ ...batch, events: batch.events.toReversed() })),
  'never ends a subscription': () => (store) => ({
    ...store,
    subscribe: (options) => {
      const subscription = store.subscribe(options)
      return { [Symbol.asyncIterator]: () => subscription[Symbol.asyncIterator](), close: () => undefined }
    },
  }),
}
