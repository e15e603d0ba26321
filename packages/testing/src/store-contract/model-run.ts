import { streamName, type Envelope, type RawExpectedRevision, type StreamName } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import { freshId } from './fresh-id.js'
import { eventsOf } from './global-order.js'
import { inOrder } from './in-order.js'
import { CATEGORIES, STREAMS, TYPES, type Step } from './model-script.js'
import { ReferenceModel, type ModelAnswer } from './reference-model.js'
import { same } from './same.js'
import { conflictIn, event, stretch, type Scene } from './scene.js'

type StepOf<Do extends Step['do']> = Extract<Step, { readonly do: Do }>

/** Runs a script on the store and on the model, and breaks the case where they differ. */
export const runBeside = async (scene: Scene, script: ReadonlyArray<Step>): Promise<void> => {
  const run = new SideBySide(scene)
  await inOrder(script, (step) => run.step(step))
  await inOrder(run.streams, (_, stream) =>
    run.step({ do: 'read', stream, direction: 'forwards', from: undefined, limit: undefined }),
  )
  await run.step({ do: 'readAll', after: 0, category: undefined, types: undefined, batchSize: 3 })
}

class SideBySide {
  readonly streams: ReadonlyArray<StreamName>
  readonly #categories: ReadonlyArray<string>
  readonly #scene: Scene
  readonly #model = new ReferenceModel()
  readonly #envelopes = new Map<string, Envelope>()

  constructor(scene: Scene) {
    this.#scene = scene
    this.#categories = Array.from({ length: CATEGORIES }, (_, index) => `${scene.category}x${index}`)
    this.streams = Array.from({ length: STREAMS }, (_, index) => streamName(this.#categoryOf(index), freshId()))
  }

  step(step: Step): Promise<void> {
    if (step.do === 'append') return this.#appendSome(step)
    if (step.do === 'resend') return this.#resend(step)
    return step.do === 'read' ? this.#read(step) : this.#readAll(step)
  }

  #appendSome({ stream, expected, ids }: StepOf<'append'>): Promise<void> {
    const last = this.#model.eventsIn(stream).length - 1
    return this.#append(
      stream,
      typeof expected === 'object' ? revision(last - expected.fromEnd) : expected,
      ids.map(String),
    )
  }

  #resend({ stream, from, length, expected }: StepOf<'resend'>): Promise<void> {
    const again = this.#model.eventsIn(stream).slice(from, from + length)
    const ids = [...new Set(again.map(({ id }) => id))]
    if (ids.length === 0) return Promise.resolve()
    return this.#append(stream, expected === 'right' ? revision(from - 1) : expected, ids)
  }

  async #append(stream: number, expected: RawExpectedRevision, ids: ReadonlyArray<string>): Promise<void> {
    // What a server never answers would only take time here; a case of its own has it.
    if (this.#model.answerTo(stream, expected, ids).is === 'unanswered') return
    const answer = await this.#scene.append(
      this.#nameOf(stream),
      expected,
      ids.map((id) => this.#envelope(id)),
    )
    const asModelled = this.#model.append(stream, expected, ids)
    const found = (): ModelAnswer => {
      if (isRight(answer))
        return { is: answer.right.idempotent ? 'repeated' : 'written', revision: answer.right.revision }
      const { actual, missed } = conflictIn(answer)
      return { is: 'conflict', actual, missed: missed.map(({ envelope }) => this.#idOf(envelope)) }
    }
    same(found(), asModelled, `the answer to ${ids.join()} at ${expected} of stream ${stream}`)
  }

  async #read({ stream, direction, from, limit }: StepOf<'read'>): Promise<void> {
    const stored = this.#model.eventsIn(stream)
    const slice = await this.#scene.read(this.#nameOf(stream), stretch(direction, from, limit))
    const wanted =
      direction === 'forwards'
        ? stored.filter((each) => each.revision >= (from ?? 0))
        : stored.filter((each) => each.revision <= (from ?? Infinity)).toReversed()
    same(
      slice.events.map((each) => [each.revision, this.#idOf(each.envelope)]),
      wanted.slice(0, limit).map((each) => [each.revision, each.id]),
      `stream ${stream}, ${direction} from ${from}, at most ${limit}`,
    )
    same(slice.lastRevision, stored.length === 0 ? 'no_stream' : stored.length - 1, `the last revision of ${stream}`)
  }

  async #readAll({ after, category, types, batchSize }: StepOf<'readAll'>): Promise<void> {
    const all = await eventsOf(this.#scene.store, { filter: { categories: this.#categories } })
    const position = all[after - 1]?.position
    const read = await eventsOf(this.#scene.store, {
      ...(position === undefined ? {} : { after: position }),
      filter: {
        categories: category === undefined ? this.#categories : [this.#categoryOf(category)],
        ...(types === undefined ? {} : { types: types.map(typeOf) }),
      },
      batchSize,
    })
    const wanted = this.#model.written
      .slice(position === undefined ? 0 : after)
      .filter((each) => category === undefined || each.stream % CATEGORIES === category)
      .filter((each) => types?.some((type) => typeOf(type) === this.#envelope(each.id).type) ?? true)
    same(
      read.map((each) => [each.stream, each.revision, this.#idOf(each.envelope)]),
      wanted.map((each) => [this.#nameOf(each.stream), each.revision, each.id]),
      `everything after ${after} of category ${category} and types ${types?.join()}`,
    )
  }

  #categoryOf(index: number): string {
    return this.#categories[index % CATEGORIES] ?? this.#scene.category
  }

  #nameOf(stream: number): StreamName {
    return this.streams[stream] ?? this.#scene.stream()
  }

  #envelope(id: string): Envelope {
    const known = this.#envelopes.get(id)
    if (known !== undefined) return known
    const envelope = event({ type: typeOf(Number(id)), data: { id } })
    this.#envelopes.set(id, envelope)
    return envelope
  }

  #idOf(envelope: Envelope): string {
    return Array.from(this.#envelopes).find(([, each]) => each.id === envelope.id)?.[0] ?? envelope.id
  }
}

const typeOf = (index: number): string => `Type${index % TYPES}`

const revision = (last: number): RawExpectedRevision => (last < 0 ? 'no_stream' : last)
