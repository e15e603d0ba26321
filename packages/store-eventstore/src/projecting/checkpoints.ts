import { isPosition, storeRefusal, type Position, type StoreError } from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { AppendRequest } from '../appending/append-path.js'
import { drain } from '../reading/drain.js'
import { streamRequest } from '../reading/read-request.js'
import type { ReadTools } from '../reading/read-tools.js'
import { forGood, interruption, untilItWorks, type Interruption } from '../reading/until-it-works.js'
import { badRequest } from '../wire/failure.js'
import { placeOf } from '../wire/position-token.js'
import { randomUUID } from 'node:crypto'

/** Keeps how far each reader of the log has come, on the server itself. */
export interface Checkpoints {
  /** The place that was saved last; undefined where none was. */
  readonly load: (reader: string) => TaskEither<StoreError, Position | undefined>
  readonly save: (reader: string, position: Position) => TaskEither<StoreError, void>
}

/** How many places of one reader the server keeps: one is read, and a few tell how it went on. */
const KEPT = 5

const badName = storeRefusal('BAD_STREAM_NAME', 'Name the reader by letters, digits and “-”, “_” or “.”.')
const isReader = (name: unknown): name is string => typeof name === 'string' && /^[\w.-]{1,200}$/.test(name)

/**
 * A stream for each reader, `checkpoint-{reader}` behind the store's prefix, of which the server keeps the last few
 * events. The first save sets that bound, and fails where the user may not; the set-up of access can set it before.
 */
export const checkpoints = (tools: ReadTools): Checkpoints => {
  const bounded = new Set<string>()

  const send =
    (request: AppendRequest): TaskEither<StoreError, void> =>
    () =>
      untilItWorks(tools, tools.now() + tools.deadlineMs, async (): Promise<Either<Interruption, void>> => {
        const answer = await tools.send(request, tools.silenceMs)
        if (answer.kind === 'accepted') return right(undefined)
        return left(answer.kind === 'failed' ? interruption(answer.failure) : interruption(badRequest))
      })

  const streamOf = (reader: string): string => tools.names.onServer(`checkpoint-${reader}`)

  return {
    load: (reader) => async () => {
      if (!isReader(reader)) return left(badName)
      return untilItWorks(tools, tools.now() + tools.deadlineMs, () => lastIn(tools, streamOf(reader)))
    },
    save: (reader, position) => async () => {
      if (!isReader(reader)) return left(badName)
      const place = placeOf(position)
      if (isLeft(place)) return place
      const stream = streamOf(reader)
      if (!bounded.has(stream)) {
        const known = await untilItWorks(tools, tools.now() + tools.deadlineMs, () => lastIn(tools, stream))
        if (isLeft(known)) return known
        if (known.right === undefined) {
          const set = await send(appendOf(`$$${stream}`, '$metadata', { $maxCount: KEPT }))()
          if (isLeft(set)) return set
        }
        bounded.add(stream)
      }
      return send(appendOf(stream, 'CheckpointReached', { position }))()
    },
  }
}

// Nobody else writes there, and a place that is saved twice is the same place: no revision is expected.
const appendOf = (stream: string, type: string, data: object): AppendRequest => {
  const event = { id: randomUUID(), type, data: Buffer.from(JSON.stringify(data)), metadata: Buffer.from('{}') }
  return { stream, expected: 'any', events: [event], size: event.data.length }
}

const lastIn = async (tools: ReadTools, stream: string): Promise<Either<Interruption, Position | undefined>> => {
  let found: Either<StoreError, Position | undefined> = right(undefined)
  const read = await drain(tools, streamRequest(stream, 'backwards', undefined, 1), true, (message) => {
    const event = message.getEvent()?.getEvent()
    if (event !== undefined) found = positionIn(event.getData_asU8(), stream)
    return undefined
  })
  if (isLeft(read)) return read
  return isLeft(found) ? left(forGood(found.left)) : found
}

const positionIn = (data: Uint8Array, stream: string): Either<StoreError, Position | undefined> => {
  try {
    const value: unknown = JSON.parse(Buffer.from(data).toString('utf8'))
    const position: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'position') : undefined
    if (isPosition(position) && !isLeft(placeOf(position))) return right(position)
  } catch {
    // It is none, then.
  }
  return left(
    storeRefusal('EVENT_UNREADABLE', 'The last event of this stream is no checkpoint. Save a new one.', { stream }),
  )
}
