import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import type { SaidOfStore } from './options.js'

/** Where the streams are. */
export type Place =
  | { readonly kind: 'memory' }
  | { readonly kind: 'eventStoreDb'; readonly connection: string; readonly prefix: string }

/**
 * What `--store` says. A store that outlives this process is refused without a vault that does: what is sealed into it
 * could never be opened again (VAULT_NOT_DURABLE).
 */
export const placeOf = ({ store = 'memory', prefix, vault }: SaidOfStore): Either<CliError, Place> => {
  if (store === 'memory')
    return prefix === undefined
      ? right({ kind: 'memory' })
      : left(cliError('PREFIX_NOT_USED', '--prefix is for streams of EventStoreDB: say where with --store esdb://….'))
  // An address may hold a password: it is not repeated.
  if (!/^esdb(?:\+discover)?:\/\//i.test(store))
    return left(cliError('STORE_UNKNOWN', '--store knows memory and esdb://…, the address of an EventStoreDB.'))
  return vault === undefined
    ? left(
        cliError(
          'VAULT_NOT_DURABLE',
          'What is stored there outlives this process, the keys of its sealed data would not. Name a directory for them with --vault.',
        ),
      )
    : right({ kind: 'eventStoreDb', connection: store, prefix: prefix ?? '' })
}
