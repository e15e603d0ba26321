import type { EventStore, Vault } from '@refund-case/core'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import type { Environment } from '../terminal.js'
import { openVault } from './open-vault.js'
import type { SaidOfStore } from './options.js'

/** The streams and the keys that a command works on. */
export interface OpenedStore {
  readonly store: EventStore
  readonly vault: Vault
  /** Lets go of both. To be called once, whatever came of the command. */
  readonly close: () => Promise<void>
}

/**
 * Opens what `--store`, `--prefix` and `--vault` ask for. A store that outlives this process is refused without a vault
 * that does: what is sealed into it could never be opened again (VAULT_NOT_DURABLE).
 */
export const openStore = async (
  said: SaidOfStore,
  environment: Environment,
): Promise<Either<CliError, OpenedStore>> => {
  const where = said.store ?? 'memory'
  if (where !== 'memory' && !isEventStoreDb(where))
    return left(cliError('STORE_UNKNOWN', '--store knows memory and esdb://…, the address of an EventStoreDB.'))
  if (where !== 'memory' && said.vault === undefined)
    return left(
      cliError(
        'VAULT_NOT_DURABLE',
        'What is stored there outlives this process, the keys of its sealed data would not. Name a directory for them with --vault.',
      ),
    )
  // The adapter comes with the next version.
  if (where !== 'memory') return left(cliError('STORE_UNAVAILABLE', 'There is no adapter for EventStoreDB here yet.'))
  const vault = await openVault(said, environment)
  if (isLeft(vault)) return vault
  return right({ store: memoryStore(), vault: vault.right, close: () => Promise.resolve() })
}

const isEventStoreDb = (store: string): boolean => /^esdb(?:\+discover)?:\/\//i.test(store)
