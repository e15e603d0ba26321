import {
  EventStoreDBClient,
  jsonEvent,
  type AppendExpectedRevision,
  type AppendResult,
  type EventData,
} from '@eventstore/db-client'
import { afterAll, beforeAll, expect } from 'vitest'
import { startStandin, type Standin, type StandinOptions } from '../src/index.js'

/** The two ways in which this client appends. */
export const paths = ['batch', 'classic'] as const
export type Path = (typeof paths)[number]

/** The client, forced onto one of the two append paths. */
export const forced = (client: EventStoreDBClient, path: Path): EventStoreDBClient =>
  path === 'batch' ? client : Object.assign(client, { supports: () => Promise.resolve(false) })

export const clientOf = (connectionString: string, path: Path = 'batch'): EventStoreDBClient =>
  forced(EventStoreDBClient.connectionString(connectionString), path)

/** A stand-in with a client for each path, for the tests of one describe. */
export const scene = (
  options: StandinOptions = {},
): { readonly server: Standin; readonly client: (path?: Path) => EventStoreDBClient } => {
  let server: Standin | undefined
  const clients = new Map<Path, EventStoreDBClient>()
  beforeAll(async () => {
    server = await startStandin(options)
    for (const path of paths) clients.set(path, clientOf(server.connectionString, path))
  })
  afterAll(async () => {
    for (const client of clients.values()) await client.dispose()
    await server?.close()
  })
  return {
    get server() {
      return there(server)
    },
    client: (path = 'batch') => there(clients.get(path)),
  }
}

export const there = <A>(value: A | undefined): A => {
  if (value === undefined) throw new Error('It should be there by now')
  return value
}

export const event = (id?: string, type = 'T'): EventData =>
  jsonEvent({ type, data: { type }, ...(id === undefined ? {} : { id }) })

export const events = (count: number): Array<EventData> => Array.from({ length: count }, () => event())

export const append = (
  client: EventStoreDBClient,
  stream: string,
  expectedRevision: AppendExpectedRevision,
  what: EventData | Array<EventData> = event(),
): Promise<AppendResult> => client.appendToStream(stream, what, { expectedRevision })

/** What an append gave: the next revision, or the type of its error with the versions it names. */
export const outcomeOf = async (answer: Promise<AppendResult>): Promise<unknown> => {
  try {
    const { nextExpectedRevision } = await answer
    return nextExpectedRevision
  } catch (error) {
    return errorOf(error)
  }
}

const errorOf = (error: unknown): unknown => {
  const { type, actualVersion } = error as { readonly type?: string; readonly actualVersion?: unknown }
  return actualVersion === undefined ? type : [type, actualVersion]
}

/** The error that something ends with. */
export const errorFrom = async (
  answer: Promise<unknown>,
): Promise<{ readonly type?: string; readonly code?: number; readonly message: string }> => {
  try {
    await answer
  } catch (error) {
    return error as { readonly type?: string; readonly code?: number; readonly message: string }
  }
  throw new Error('It should have failed')
}

export const collected = async <A>(items: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const all: Array<A> = []
  for await (const item of items) all.push(item)
  return all
}

export const noAnswer = 'no answer'
/** What comes within some milliseconds, or `no answer`. */
export const within = <A>(milliseconds: number, answer: Promise<A>): Promise<A | typeof noAnswer> =>
  Promise.race([answer, new Promise<typeof noAnswer>((resolve) => setTimeout(resolve, milliseconds, noAnswer))])

/** The type of an error of the client; undefined for any other. */
export const typeOf = (error: unknown): string | undefined => (error as { readonly type?: string }).type

/** Expects something to hold before long. */
export const eventually = <A>(what: () => A) => expect.poll(what, { interval: 5, timeout: 20_000 })
