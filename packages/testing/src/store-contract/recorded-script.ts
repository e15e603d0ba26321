import type { Envelope, StreamName } from '@refund-case/core'
import { chainW, isLeft, isRight } from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as Json from 'fp-ts/lib/Json.js'
import { inOrder } from './in-order.js'
import { RecordedScript, type RecordedAppend, type RecordedRead, type RecordedStep } from './recorded-step.js'
import { holds, same } from './same.js'
import { conflictIn, event, stretch, type Scene } from './scene.js'
import { storeCase, type StoreCaseGroup } from './store-case.js'

/**
 * The scripts of a recording (JSON lines, as in `fixtures/recorded.jsonl`) as cases: the store should answer what the
 * server answered. A script is followed up to its first step that the port has no operation for.
 */
export const recordedCases = (jsonLines: string): StoreCaseGroup => ({
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
        ? storeCase(script.right.name, (scene) => follow(scene, script.right.steps))
        : storeCase(`line ${index + 1}`, () => Promise.reject(new Error('This line should be a recorded script')))
    }),
})

const follow = async (scene: Scene, steps: ReadonlyArray<RecordedStep>): Promise<void> => {
  const cast = new Cast(scene)
  const end = steps.findIndex(({ op }) => op !== 'append' && op !== 'read')
  await inOrder(end === -1 ? steps : steps.slice(0, end), async (step, index) => {
    const where = `step ${index + 1}, ${JSON.stringify(step)}`
    if (step.op === 'append') await checkAppend(cast, step, where)
    if (step.op === 'read') await checkRead(cast, step, where)
  })
}

const checkAppend = async (cast: Cast, { stream, expected, events, result }: RecordedAppend, where: string) => {
  const answer = await cast.scene.append(
    cast.stream(stream),
    expected,
    events.map((id) => cast.event(id)),
  )
  if ('next' in result)
    return same(isRight(answer) ? { next: answer.right.revision } : answer.left, { next: result.next }, where)
  if (result.error !== 'wrong-expected-version') return holds(isLeft(answer), `nothing was written at ${where}`)
  const conflict = conflictIn(answer)
  return same([conflict.actual, conflict.expected], [result.actual, result.expected], where)
}

const checkRead = async (cast: Cast, { stream, direction, from, limit, result }: RecordedRead, where: string) => {
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
