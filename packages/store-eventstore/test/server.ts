import { randomUUID } from 'node:crypto'
import { EventStoreDBClient, streamNameFilter } from '@eventstore/db-client'
import { startStandin, type Standin } from '@refund-case/eventstore-standin'
import { isLeft } from 'fp-ts/lib/Either.js'
import { afterAll } from 'vitest'
import { eventStore, type EventStoreDb, type EventStoreOptions } from '../src/index.js'

/** The server that a spec runs against: the one of EVENTSTORE_URL, else a stand-in of its own. */
export interface ServerInUse {
  /** Undefined for a real server: only a stand-in can be told to misbehave. */
  readonly standin: Standin | undefined
  readonly connectionString: string
  /** What stands before the names of the spec's streams there, so that they are known and can be cleaned up. */
  readonly prefix: string
  readonly client: EventStoreDBClient
  /** A stream's name on the server. */
  readonly onServer: (stream: string) => string
  /** A store on it, in a namespace of the spec's own on a server that holds other data too. Closed after the spec. */
  readonly open: (options?: EventStoreOptions) => EventStoreDb
}

/**
 * Names nobody else uses, since a real server may hold anything, and serve several runs at once: of each spec its own, as
 * a stream that another has deleted goes on counting when it is begun again.
 */
const namespace = (): string => `test${randomUUID().slice(0, 8)}.`

export const useServer = async (): Promise<ServerInUse> => {
  const url = process.env['EVENTSTORE_URL'] ?? ''
  const isReal = url !== ''
  const standin = isReal ? undefined : await startStandin()
  const connectionString = standin?.connectionString ?? url
  const client = EventStoreDBClient.connectionString(connectionString)
  const stores: Array<EventStoreDb> = []
  const prefix = isReal ? namespace() : ''

  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()))
    if (isReal) await cleanUp(client, prefix)
    await client.dispose()
    await standin?.close()
    process.stdout.write(
      `\nThis ran on ${isReal ? 'the EventStoreDB of EVENTSTORE_URL' : 'the stand-in for EventStoreDB'}.\n`,
    )
  })

  return {
    standin,
    connectionString,
    prefix,
    client,
    onServer: (stream) => prefix + stream,
    open: (options = {}) => {
      const store = eventStore(connectionString, { prefix, ...options })
      if (isLeft(store)) throw new Error(JSON.stringify(store.left))
      stores.push(store.right)
      return store.right
    },
  }
}

// Deleted softly, the streams of a run are gone for readers, and their space comes back with the next scavenge.
const cleanUp = async (client: EventStoreDBClient, prefix: string): Promise<void> => {
  const streams = new Set<string>()
  const subscription = client.subscribeToAll({
    filter: streamNameFilter({ prefixes: [prefix] }),
  })
  subscription.on('caughtUp', () => void subscription.unsubscribe())
  try {
    for await (const { event } of subscription) if (event !== undefined) streams.add(event.streamId)
  } catch {
    // What was found until then is deleted all the same.
  }
  for (const stream of streams) await client.deleteStream(stream).catch(() => undefined)
}
