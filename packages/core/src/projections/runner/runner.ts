import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { millisOf, type Instant } from '../../calendar/index.js'
import {
  comparePositions,
  type EitherBatch,
  type EventStore,
  type Position,
  type ReadAllOptions,
  type StoreError,
} from '../../eventsourcing/index.js'
import { dispatchTo } from './dispatch.js'
import { advanceTo, load, newEntry, save, type Entry } from './entry.js'
import { statusOf, type ProjectionHandle, type ProjectionStatus } from './handle.js'
import type { Projection } from './projection.js'
import type { ProjectionStore } from './projection-store.js'
import { buildAnew } from './rebuild.js'
import type { RowSink } from './row-sink.js'

export interface RunnerOptions {
  readonly store: EventStore
  readonly clock: () => Instant
  /** Where projections are kept; without it they begin at the first event each time. */
  readonly states?: ProjectionStore
  /**
   * A projection is saved once it took so many events, or so long after it last was (default 10,000 and 5,000 ms); later
   * where saving it would take more than a tenth of the time.
   */
  readonly saveEvery?: { readonly events?: number; readonly millis?: number }
  /** How many events are read at a time (default 512). */
  readonly batchSize?: number
}

/** How a reading went: what is said of each projection after it. */
export type Reading = ReadonlyArray<ProjectionStatus>

/** A reading that goes on. */
export interface Following {
  /** Ends it; `done` answers once everything is saved. */
  readonly stop: () => void
  readonly done: Promise<Either<StoreError, Reading>>
}

/** Several projections over one read of a store. It does one reading at a time; another waits for its turn. */
export interface ProjectionRunner {
  /** Adds one; a reading that goes on takes it up from where it was saved, or from the first event. */
  readonly add: <View, Row>(
    projection: Projection<View, unknown, Row>,
    options?: { readonly sink?: RowSink<Row> },
  ) => ProjectionHandle<View, Row>
  /** Takes in everything the store holds by now. A store that fails it is a Left; what was taken until then is kept. */
  readonly catchUp: () => Promise<Either<StoreError, Reading>>
  /** As `catchUp`, and then goes on live until it is stopped, or the store fails it, or no projection goes on. */
  readonly follow: () => Following
}

interface Opened extends AsyncIterable<EitherBatch> {
  readonly close?: () => void
}

/** Runs projections over a store: each event is read and decoded once for all of them, and counts once in each. */
export const projectionRunner = ({
  store,
  clock,
  states,
  saveEvery = {},
  batchSize,
}: RunnerOptions): ProjectionRunner => {
  const everyEvents = saveEvery.events ?? 10_000
  const everyMillis = saveEvery.millis ?? 5_000
  let entries: ReadonlyArray<Entry> = []
  let dispatch = dispatchTo(entries)
  // Raised by whatever a reading under way does not know of yet: it is then opened anew.
  let arrangement = 0
  let reader: Opened | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let saving: Promise<unknown> = Promise.resolve()

  const rearrange = (next: ReadonlyArray<Entry>): void => {
    entries = next
    dispatch = dispatchTo(next)
    arrangement++
    reader?.close?.()
  }

  // One after the other: an older state never overwrites a newer one.
  const saveEach = (which: ReadonlyArray<Entry>): Promise<void> => {
    const before = saving
    const own = (async () => {
      await before
      for (const entry of which) await save(entry, states, () => millisOf(clock()))
    })()
    saving = own
    return own
  }

  // A large projection takes long to save: that is never more than a tenth of the time.
  const isDue = ({ unsaved, savedAt, savingTook }: Entry, now: number): boolean =>
    (unsaved >= everyEvents || now - savedAt >= everyMillis) && now - savedAt >= 9 * savingTook

  const goOn = (): ReadonlyArray<Entry> => entries.filter(({ stopped }) => stopped === undefined)

  const loadNew = async (): Promise<void> => {
    for (const entry of entries) {
      if (entry.loaded || entry.stopped !== undefined) continue
      await load(entry, states)
      entry.savedAt = millisOf(clock())
    }
    // What is read of one may have changed with what was loaded.
    dispatch = dispatchTo(entries)
  }

  /** From the earliest place that one of them goes on from. */
  const readingOptions = (): ReadAllOptions => {
    const active = goOn()
    for (const entry of active) entry.ahead = entry.checkpoint !== undefined
    const filter = { categories: dispatchTo(active).categories }
    const options = batchSize === undefined ? { filter } : { filter, batchSize }
    const after = earliest(active.map(({ checkpoint }) => checkpoint))
    return after === undefined ? options : { ...options, after }
  }

  const take = async (
    batches: Opened,
    from: Position | undefined,
    arranged: number,
  ): Promise<Either<StoreError, void>> => {
    let reached = from
    for await (const batch of batches) {
      if (isLeft(batch)) return batch
      if (arranged !== arrangement) return right(undefined)
      for (const event of batch.right.events) {
        // A store that repeats itself changes nothing.
        if (reached !== undefined && comparePositions(event.position, reached) <= 0) continue
        reached = event.position
        dispatch.take(event)
      }
      for (const entry of entries) advanceTo(entry, batch.right.upTo)
      const now = millisOf(clock())
      const due = entries.filter((entry) => isDue(entry, now))
      if (due.length > 0) await saveEach(due)
      if (goOn().length === 0) return right(undefined)
    }
    return right(undefined)
  }

  const reading = async (
    open: (options: ReadAllOptions) => Opened,
    isOver: () => boolean,
  ): Promise<Either<StoreError, Reading>> => {
    for (;;) {
      const arranged = arrangement
      await loadNew()
      if (isOver() || goOn().length === 0) break
      if (arranged !== arrangement) continue
      const options = readingOptions()
      reader = open(options)
      const taken = await take(reader, options.after, arranged)
      reader.close?.()
      reader = undefined
      await saveEach(entries)
      if (isLeft(taken)) return taken
      if (isOver() || arranged === arrangement) break
    }
    return right(entries.map(statusOf))
  }

  const inTurn = <A>(task: () => Promise<A>): Promise<A> => {
    const before = turn
    const own = (async () => {
      await before
      return task()
    })()
    turn = own.catch(() => undefined)
    return own
  }

  const add = <View, Row>(
    projection: Projection<View, unknown, Row>,
    { sink }: { readonly sink?: RowSink<Row> } = {},
  ): ProjectionHandle<View, Row> => {
    let entry: Entry<View, Row> = newEntry(projection, sink)
    rearrange([...entries, entry])
    return {
      view: () => entry.projecting.view,
      status: () => statusOf(entry),
      restart: () => {
        if (entry.stopped === undefined) return
        const again = entry.torn ? newEntry(entry.projection, entry.sink) : Object.assign(entry, { stopped: undefined })
        const before = entry
        entry = again
        rearrange(entries.map((each) => (each === before ? again : each)))
      },
      rebuild: async (as = entry.projection, own) => {
        const fresh: Entry<View, Row> = Object.assign(newEntry(as, own), { loaded: true })
        const takeOver = () => {
          const before = entry
          before.replaced = true
          entry = fresh
          rearrange(entries.map((each) => (each === before ? fresh : each)))
        }
        const built = await buildAnew(store, fresh, () => entry, takeOver)
        if (isLeft(built)) return built
        await saveEach([fresh])
        return right(statusOf(fresh))
      },
    }
  }

  return {
    add,
    catchUp: () =>
      inTurn(() =>
        reading(
          (options) => store.readAll(options),
          () => false,
        ),
      ),
    follow: () => {
      let stopped = false
      const done = inTurn(() =>
        stopped
          ? Promise.resolve(right(entries.map(statusOf)))
          : reading(
              (options) => store.subscribe(options),
              () => stopped,
            ),
      )
      return {
        stop: () => {
          stopped = true
          reader?.close?.()
        },
        done,
      }
    },
  }
}

/** The earliest of the places; undefined, before all of them, where one of them is. */
const earliest = (places: ReadonlyArray<Position | undefined>): Position | undefined =>
  places.reduce((first, place) => {
    if (first === undefined || place === undefined) return undefined
    return comparePositions(place, first) < 0 ? place : first
  }, places[0])
