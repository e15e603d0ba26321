import { randomBytes } from 'node:crypto'
import type { EventStore, Position, Vault } from '@refund-case/core'
import type { RunOptions } from '@refund-case/scenarios'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { CliError } from '../cli-error.js'
import type { Environment } from '../terminal.js'
import { openEventStoreDb } from './open-event-store-db.js'
import { openVault } from './open-vault.js'
import type { SaidOfStore } from './options.js'
import { placeOf } from './place.js'

/** Where one play happens: an empty store, and subjects that are nobody else's. */
export interface PlayPlace extends Pick<RunOptions, 'store' | 'vault'> {
  /** Before the names of its streams on a server, where it stays. */
  readonly prefix?: string
  readonly leave: () => Promise<void>
}

/** Gives each play a place of its own. */
export type Playground = () => Promise<Either<CliError, PlayPlace>>

/** Every play in memory. */
export const inMemory: Playground = () => Promise.resolve(right({ leave: () => Promise.resolve() }))

/**
 * The places for plays that `--store`, `--prefix` and `--vault` ask for. On a server each play has a prefix that was
 * never used before, and its people are data subjects of their own: what plays before it, other shops and other people
 * have there is neither met nor changed.
 */
export const openPlayground = async (
  said: SaidOfStore,
  environment: Environment,
): Promise<Either<CliError, Playground>> => {
  const place = placeOf(said)
  if (isLeft(place)) return place
  if (said.vault === undefined && said['vault-key-file'] === undefined) return right(inMemory)
  const vault = await openVault(said, environment)
  if (isLeft(vault)) return vault
  if (place.right.kind === 'eventStoreDb') {
    // What is wrong with it is said before anything is played.
    const store = await openEventStoreDb(place.right.connection, place.right.prefix)
    if (isLeft(store)) return store
    await store.right.close()
  }
  const run = `play${randomBytes(6).toString('hex')}`
  let plays = 0
  return right(async () => {
    const name = `${run}_${(plays += 1)}_`
    const own = vaultOf(vault.right, name)
    if (place.right.kind === 'memory') return right({ vault: own, leave: () => Promise.resolve() })
    const prefix = `${place.right.prefix}${name}`
    const store = await openEventStoreDb(place.right.connection, prefix)
    if (isLeft(store)) return store
    const end = await store.right.end()
    return isLeft(end)
      ? end
      : right({ store: () => startingAfter(store.right, end.right), vault: own, prefix, leave: store.right.close })
  })
}

/** The vault with subjects of this name alone. */
const vaultOf = (vault: Vault, name: string): Vault => ({
  sealer: (subject) => vault.sealer(`${name}${subject}`),
  erase: (subject) => vault.erase(`${name}${subject}`),
  open: vault.open,
  mac: vault.mac,
})

/** The store without what stood there before: no play has to read through the log of all others. */
const startingAfter = (store: EventStore, start: Position): EventStore => ({
  append: (stream, expected, events) => store.append(stream, expected, events),
  readStream: (stream, options) => store.readStream(stream, options),
  readAll: (options) => store.readAll({ after: start, ...options }),
  subscribe: (options) => store.subscribe({ after: start, ...options }),
})
