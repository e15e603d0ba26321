import { isLeft, isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import type {
  Attempt,
  CommandFailure,
  CommandPlatform,
  CommandRun,
  Executed,
} from '../src/eventsourcing/command-run.js'
import type { EventStore } from '../src/eventsourcing/event-store.js'
import { verifyChain } from '../src/eventsourcing/hash-chain.js'
import { loadStream } from '../src/eventsourcing/load-stream.js'
import type { Loaded } from '../src/eventsourcing/loaded.js'
import { at, sha256, toyAccount, toyStream, type ToyAccount, type ToyEvent } from './toy-account.js'

export type Full = { readonly kind: 'full'; readonly total: number }
export type Answer = Either<Full | CommandFailure, Executed<ToyEvent, ToyAccount>>
export type Run = CommandRun<ToyEvent, ToyAccount, Full>

/** Adds the amounts, an event each, unless the total would go above the limit. */
export const adding =
  (amounts: ReadonlyArray<number>, limit = 1_000_000) =>
  ({ loaded }: Attempt<ToyEvent, ToyAccount>): ReturnType<Run['decide']> => {
    const total = amounts.reduce((sum, amount) => sum + amount, loaded.state.total)
    return total > limit
      ? left({ kind: 'full', total: loaded.state.total })
      : right({ events: amounts.map((amount): ToyEvent => ({ type: 'Added', data: { amount } })) })
  }

export const call = (id: string, decide: Run['decide'], more: Partial<Run> = {}): Run => ({
  stream: toyStream,
  actor: { id: 'li', role: 'clerk' },
  correlationId: 'c',
  causationId: 'c',
  ids: (index) => `${id}-${index}`,
  decide,
  ...more,
})

export const platformOn = (store: EventStore, more: Partial<CommandPlatform> = {}): CommandPlatform => ({
  store,
  sha256,
  clock: () => at(0),
  ...more,
})

export const load = async (store: EventStore): Promise<Loaded<ToyEvent, ToyAccount>> => {
  const loaded = await loadStream(store, toyAccount, toyStream)
  if (isLeft(loaded)) throw new Error(JSON.stringify(loaded.left))
  return loaded.right
}

export const idsIn = async (store: EventStore): Promise<ReadonlyArray<string>> =>
  (await load(store)).events.map(({ meta }) => meta.id)

export const isWhole = async (store: EventStore): Promise<boolean> => {
  const slice = await store.readStream(toyStream)()
  return isRight(slice) && isRight(verifyChain(sha256, toyStream, slice.right.events))
}

export const executed = (answer: Answer): Executed<ToyEvent, ToyAccount> => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
  return answer.right
}
