import {
  comparePositions,
  type Batch,
  type EitherBatch,
  type Envelope,
  type EventStore,
  type ReadAllOptions,
  type RecordedEvent,
  type StreamName,
} from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import { inOrder } from './in-order.js'
import { broken, holds } from './same.js'
import { event, type Scene } from './scene.js'

/** An event that a case wrote, in the order in which it was written. */
export interface Written {
  readonly stream: StreamName
  readonly envelope: Envelope
}

export const TYPES = ['Requested', 'Reviewed', 'Approved'] as const

/** Writes to several streams of two categories in turns, in batches of one and two, and answers what was written. */
export const populate = async (scene: Scene, turns: number): Promise<ReadonlyArray<Written>> => {
  const other = otherCategory(scene)
  const streams = [scene.stream(), scene.stream(other), scene.stream(), scene.stream(other)]
  const batches = await inOrder(
    Array.from({ length: turns }, (_, turn) => turn),
    async (turn) => {
      const stream = streams[(turn * 7) % 4] ?? scene.stream()
      const batch = Array.from({ length: 1 + (turn % 2) }, (_, at) =>
        event({ type: TYPES[(turn + at) % 3] ?? TYPES[0] }),
      )
      const { lastRevision } = await scene.read(stream, { direction: 'backwards', limit: 1 })
      await scene.write(stream, lastRevision, batch)
      return batch.map((envelope): Written => ({ stream, envelope }))
    },
  )
  return batches.flat()
}

/** A category whose name begins as the case's own does. */
export const otherCategory = (scene: Scene): string => `${scene.category}b`

export const bothCategories = (scene: Scene): ReadonlyArray<string> => [scene.category, otherCategory(scene)]

/** All batches up to the end. Breaks the case on an error, and when a batch promises what it does not keep. */
export const batchesOf = async (store: EventStore, options: ReadAllOptions): Promise<ReadonlyArray<Batch>> => {
  const batches: Array<Batch> = []
  for await (const each of store.readAll(options)) batches.push(keptPromises(each, options, batches.at(-1)))
  holds(batches.at(-1)?.caughtUp === true, 'the last batch says that there was nothing further')
  holds(
    batches.slice(0, -1).every(({ caughtUp }) => !caughtUp),
    'no batch before the last one says so',
  )
  return batches
}

export const eventsOf = async (store: EventStore, options: ReadAllOptions): Promise<ReadonlyArray<RecordedEvent>> =>
  (await batchesOf(store, options)).flatMap(({ events }) => events)

/** The batch, if it holds no more than asked for, in order, after everything before it and up to where it says. */
export const keptPromises = (each: EitherBatch, options: ReadAllOptions, before: Batch | undefined): Batch => {
  if (!isRight(each)) return broken('Reading in global order', each.left)
  const batch = each.right
  const positions = batch.events.map(({ position }) => position)
  const from = before?.upTo ?? options.after
  holds(batch.events.length <= (options.batchSize ?? 512), 'no batch is longer than was asked for')
  for (const [index, position] of positions.entries()) {
    const previous = positions[index - 1] ?? from
    holds(previous === undefined || comparePositions(previous, position) < 0, 'events come in the order of positions')
    holds(comparePositions(position, batch.upTo) <= 0, 'no event lies after the place its batch was read up to')
  }
  holds(from === undefined || comparePositions(from, batch.upTo) <= 0, 'no batch goes back')
  return batch
}

/** The stream and id of what was written, for comparing. */
export const written = ({ stream, envelope }: Written): string => `${stream} ${envelope.id}`
