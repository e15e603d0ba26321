import type { EventStore, Vault } from '@refund-case/core'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { CliError } from '../cli-error.js'
import type { Environment } from '../terminal.js'
import { openEventStoreDb } from './open-event-store-db.js'
import { openVault } from './open-vault.js'
import type { SaidOfStore } from './options.js'
import { placeOf } from './place.js'

/** The streams and the keys that a command works on. */
export interface OpenedStore {
  readonly store: EventStore
  readonly vault: Vault
  /** Lets go of both. To be called once, whatever came of the command. */
  readonly close: () => Promise<void>
}

/** Opens what `--store`, `--prefix` and `--vault` ask for, or says what to change. */
export const openStore = async (
  said: SaidOfStore,
  environment: Environment,
): Promise<Either<CliError, OpenedStore>> => {
  const place = placeOf(said)
  if (isLeft(place)) return place
  const vault = await openVault(said, environment)
  if (isLeft(vault)) return vault
  if (place.right.kind === 'memory')
    return right({ store: memoryStore(), vault: vault.right, close: () => Promise.resolve() })
  const store = await openEventStoreDb(place.right.connection, place.right.prefix)
  if (isLeft(store)) return store
  return right({ store: store.right, vault: vault.right, close: store.right.close })
}
