import type { EventStoreDb } from '@refund-case/store-eventstore'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import type { CliError } from '../cli-error.js'

/** How long a command waits for a server that does not answer, in milliseconds. */
const PATIENCE = 10_000

/** A store on EventStoreDB that answers; or what is wrong with the address, the server or the credentials. */
export const openEventStoreDb = async (connection: string, prefix: string): Promise<Either<CliError, EventStoreDb>> => {
  // The client takes half a second to load, and most commands do without it.
  const { eventStore } = await import('@refund-case/store-eventstore')
  const store = eventStore(connection, { prefix, deadlineMs: PATIENCE })
  if (isLeft(store)) return store
  const checked = await store.right.check()
  if (isLeft(checked)) {
    await store.right.close()
    return checked
  }
  return store
}
