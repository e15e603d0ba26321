import { randomUUID } from 'node:crypto'
import {
  BACKWARDS,
  END,
  type EventStoreDBClient,
  FORWARDS,
  jsonEvent,
  START,
  type AppendExpectedRevision,
  type StreamMetadata,
} from '@eventstore/db-client'

type Expected = number | 'any' | 'no_stream' | 'stream_exists'

/** One operation of a recording, with what a real server answered. */
export type Step = { readonly stream: number; readonly result: unknown } & (
  | { readonly op: 'append'; readonly expected: Expected; readonly events: ReadonlyArray<string> }
  | {
      readonly op: 'read'
      readonly direction: 'forwards' | 'backwards'
      readonly from: 'start' | 'end' | number
      readonly limit?: number
    }
  | { readonly op: 'delete'; readonly expected?: Expected }
  | { readonly op: 'tombstone' }
  | { readonly op: 'metadata'; readonly set: StreamMetadata }
)

export interface Script {
  readonly name: string
  readonly steps: ReadonlyArray<Step>
}

const noAnswer = { error: 'no-answer' }

/** What this server answers to each step, in the words of the recording. */
export const play = async (client: EventStoreDBClient, { steps }: Script): Promise<ReadonlyArray<unknown>> => {
  const cast = new Cast()
  const answers: Array<unknown> = []
  for (const step of steps) answers.push(await answered(client, cast, step))
  return answers
}

/** The streams and ids of one script: a recording has numbers and short names in their place. */
class Cast {
  readonly #streams = new Map<number, string>()
  readonly #ids = new Map<string, string>()
  readonly #names = new Map<string, string>()

  stream(number: number): string {
    const stream = this.#streams.get(number) ?? `rec-${randomUUID()}`
    this.#streams.set(number, stream)
    return stream
  }

  id(name: string): string {
    const id = this.#ids.get(name) ?? randomUUID()
    this.#ids.set(name, id)
    this.#names.set(id, name)
    return id
  }

  nameOf(id: string): string {
    return this.#names.get(id) ?? id
  }
}

// Nobody can wait for an answer that never comes: where none is recorded, half a second without one will do.
const answered = async (client: EventStoreDBClient, cast: Cast, step: Step): Promise<unknown> => {
  const answer = run(client, cast, step).catch(failure)
  if (JSON.stringify(step.result) !== JSON.stringify(noAnswer)) return answer
  return Promise.race([answer, new Promise((resolve) => setTimeout(resolve, 500, noAnswer))])
}

const run = async (client: EventStoreDBClient, cast: Cast, step: Step): Promise<unknown> => {
  const stream = cast.stream(step.stream)
  switch (step.op) {
    case 'append': {
      const events = step.events.map((name) => jsonEvent({ id: cast.id(name), type: 'T', data: { name } }))
      const { nextExpectedRevision } = await client.appendToStream(stream, events, {
        expectedRevision: exact(step.expected),
      })
      return { next: Number(nextExpectedRevision) }
    }
    case 'read':
      return { events: await read(client, cast, stream, step) }
    case 'delete':
      // The recorder, written in JavaScript, also sent what the client's types do not let through.
      await client.deleteStream(
        stream,
        step.expected === undefined
          ? {}
          : { expectedRevision: exact(step.expected) as Exclude<AppendExpectedRevision, 'stream_exists'> },
      )
      return { ok: true }
    case 'tombstone':
      await client.tombstoneStream(stream)
      return { ok: true }
    case 'metadata':
      await client.setStreamMetadata(stream, step.set)
      return { ok: true }
  }
}

const read = async (
  client: EventStoreDBClient,
  cast: Cast,
  stream: string,
  { direction, from, limit }: Extract<Step, { op: 'read' }>,
): Promise<ReadonlyArray<readonly [number, string]>> => {
  const events: Array<readonly [number, string]> = []
  const found = client.readStream(stream, {
    direction: direction === 'backwards' ? BACKWARDS : FORWARDS,
    fromRevision: from === 'start' ? START : from === 'end' ? END : BigInt(from),
    ...(limit === undefined ? {} : { maxCount: limit }),
  })
  for await (const { event } of found)
    if (event !== undefined) events.push([Number(event.revision), cast.nameOf(event.id)])
  return events
}

const exact = (expected: Expected): AppendExpectedRevision =>
  typeof expected === 'number' ? BigInt(expected) : expected

const failure = (thrown: unknown): unknown => {
  const error = thrown as {
    readonly type?: string
    readonly actualVersion?: unknown
    readonly expectedVersion?: unknown
  }
  return {
    error: error.type,
    ...(error.actualVersion === undefined ? {} : { actual: plain(error.actualVersion) }),
    ...(error.expectedVersion === undefined ? {} : { expected: plain(error.expectedVersion) }),
  }
}

const plain = (version: unknown): unknown => (typeof version === 'bigint' ? Number(version) : version)
