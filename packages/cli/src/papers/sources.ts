import { nearestInstant, type EventStore, type Instant, type RecordedEvent, type TimeZone } from '@refund-case/core'
import { memoryVault, systemClock } from '@refund-case/node'
import { playScenario, type Scenario } from '@refund-case/scenarios'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { loadScenarios, type FileProblem } from '../files/load.js'
import type { Reading } from './reading-progress.js'
import type { Books } from './books.js'

/** The books of one scenario: it is played on an empty store in memory, and read as of its last event. */
const booksOfScenario = async (scenario: Scenario, zone: TimeZone): Promise<Books> => {
  const vault = memoryVault()
  let store: EventStore = memoryStore()
  const alone: Scenario = { ...scenario, variants: [] }
  await playScenario(alone, {
    vault,
    store: (clock) => {
      store = memoryStore({ clock })
      return store
    },
  })
  return { name: scenario.name, store, vault, now: await lastInstantIn(store), zone }
}

const lastInstantIn = async (store: EventStore): Promise<Instant> => {
  let last: RecordedEvent | undefined
  for await (const batch of store.readAll()) if (!isLeft(batch)) last = batch.right.events.at(-1) ?? last
  return last?.envelope.occurredAt ?? nearestInstant(0)
}

/** The books of every scenario at these paths, one after the other; or everything that is wrong with the files. */
export const scenarioBooks = async (
  paths: ReadonlyArray<string>,
  zone: TimeZone,
): Promise<Either<ReadonlyArray<FileProblem>, AsyncIterable<Books>>> => {
  const loaded = await loadScenarios(paths)
  if (isLeft(loaded)) return left(loaded.left)
  const all = async function* (): AsyncIterable<Books> {
    for (const scenario of loaded.right) yield booksOfScenario(scenario, zone)
  }
  return right(all())
}

/** The books of a store, as they are now; whoever watches sees how far it is read. */
export const storeBooks = (
  { store, vault }: Pick<Books, 'store' | 'vault'>,
  zone: TimeZone,
  reading: Reading,
): Books => ({ name: '', store: reading.of(store), vault, now: systemClock()(), zone })
