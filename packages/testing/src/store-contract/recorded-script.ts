import type { AppendError, Envelope, StreamName } from '@refund-case/core'
import { chainW, isLeft, isRight } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as Json from 'fp-ts/lib/Json.js'
import { inOrder } from './in-order.js'
import {
  RecordedScript,
  type RecordedAppend,
  type RecordedOther,
  type RecordedRead,
  type RecordedStep,
} from './recorded-step.js'
import { holds, same } from './same.js'
import { conflictIn, event, stretch, type Scene } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

/** Does to a stream, by its name in the port, what the port has no operation for; answers whether the server did it. */
export type Administer = (stream: StreamName, step: RecordedOther) => Promise<boolean>

/**
 * The scripts of a recording (JSON lines, as in `fixtures/recorded.jsonl`) as cases: the store should answer what the
 * server answered. Where nobody administers the streams, a script is followed up to its first step that the port has no
 * operation for.
 */
export const recordedCases = (jsonLines: string, administer?: Administer): StoreCaseGroup => ({
  name: 'what a server answered',
  cases: jsonLines
    .split('\n')
    .filter((line) => line !== '')
    .map((line, index) => {
      const script = pipe(
        Json.parse(line),
        chainW((value) => RecordedScript.decode(value)),
      )
      return isRight(script)
        ? storeCase(script.right.name, (scene) => follow(scene, script.right.steps, administer))
        : storeCase(`line ${index + 1}`, () => Promise.reject(new Error('This line should be a recorded script')))
    }),
})

const follow = async (
  scene: Scene,
  steps: ReadonlyArray<RecordedStep>,
  administer: Administer | undefined,
): Promise<void> => {
  const cast = new Cast(scene)
  const end = administer === undefined ? steps.findIndex(({ op }) => op !== 'append' && op !== 'read') : -1
  await inOrder(end === -1 ? steps : steps.slice(0, end), async (step, index) => {
    const where = `step ${index + 1}, ${JSON.stringify(step)}`
    if (step.op === 'append') await checkAppend(cast, step, where)
    else if (step.op === 'read') await checkRead(cast, step, where)
    else same(await administer?.(cast.stream(step.stream), step), 'ok' in step.result, where)
  })
}

const checkAppend = async (cast: Cast, { stream, expected, events, result }: RecordedAppend, where: string) => {
  const answer = await cast.scene.append(
    cast.stream(stream),
    expected,
    events.map((id) => cast.event(id)),
  )
  if ('next' in result) {
    // Of ids that were deleted with their stream a server says that they are written. A store must not.
    const isDeleted =
      isLeft(answer) &&
      answer.left.kind === 'storeError' &&
      answer.left.code === 'STREAM_DELETED' &&
      (await cast.scene.read(cast.stream(stream))).lastRevision === 'no_stream'
    return isDeleted
      ? undefined
      : same(isRight(answer) ? { next: answer.right.revision } : answer.left, { next: result.next }, where)
  }
  if (result.error === 'stream-deleted') return holds(isLeft(answer) && isGone(answer.left), `it is gone at ${where}`)
  if (result.error !== 'wrong-expected-version') return holds(isLeft(answer), `nothing was written at ${where}`)
  const conflict = conflictIn(answer)
  return same([conflict.actual, conflict.expected], [result.actual, result.expected], where)
}

// What a server takes for deleted is not there, where it was deleted softly.
const isGone = (error: AppendError): boolean =>
  error.kind === 'conflict' ? error.actual === 'no_stream' : error.code === 'STREAM_DELETED'

const checkRead = async (cast: Cast, { stream, direction, from, limit, result }: RecordedRead, where: string) => {
  if ('error' in result && result.error === 'stream-deleted') {
    const answer = await cast.scene.store.readStream(cast.stream(stream))()
    return holds(isLeft(answer) && answer.left.code === 'STREAM_DELETED', `it is gone at ${where}`)
  }
  const slice = await cast.scene.read(
    cast.stream(stream),
    stretch(direction, typeof from === 'number' ? from : undefined, limit),
  )
  const read = slice.events.map(({ revision, envelope }) => [revision, cast.idOf(envelope)])
  if ('events' in result) same(read, result.events, where)
  else same([read, slice.lastRevision], [[], 'no_stream'], where)
}

/** The streams and events of one script: a recording has numbers and short ids in their place. */
class Cast {
  readonly scene: Scene
  readonly #streams = new Map<number, StreamName>()
  readonly #events = new Map<string, Envelope>()
  readonly #ids = new Map<string, string>()

  constructor(scene: Scene) {
    this.scene = scene
  }

  stream(number: number): StreamName {
    const stream = this.#streams.get(number) ?? this.scene.stream()
    this.#streams.set(number, stream)
    return stream
  }

  event(id: string): Envelope {
    const envelope = this.#events.get(id) ?? event({ data: { id } })
    this.#events.set(id, envelope)
    this.#ids.set(envelope.id, id)
    return envelope
  }

  idOf(envelope: Envelope): string {
    return this.#ids.get(envelope.id) ?? envelope.id
  }
}
