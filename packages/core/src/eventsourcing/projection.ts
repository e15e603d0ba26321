import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { decodeRecorded } from './codec/decode-recorded.js'
import type { EventRegistry } from './codec/event-registry.js'
import type { Undecodable } from './codec/undecodable.js'
import type { DomainEvent, Stored } from './decider.js'
import type { Position, RecordedEvent } from './envelope.js'
import type { EventStore, StoreError } from './event-store.js'
import { comparePositions } from './position.js'
import { categoryOf, type StreamName } from './stream-name.js'

/**
 * A reading of the global order: what is known from the events of some categories. Its state is plain JSON, so that it
 * can be kept as it is and taken up again.
 */
export interface Projection<Event extends DomainEvent, State> {
  readonly name: string
  /** The categories it reads, each with the events of its streams. All other events pass by unread. */
  readonly reads: { readonly [category: string]: EventRegistry<Event> }
  /** A state of its own for each run. */
  readonly initial: () => State
  /** May change the state it is handed and answer with it: a run owns its state, and nobody else holds it meanwhile. */
  readonly evolve: (state: State, event: Projected<Event>) => State
}

/** An event as a projection sees it: with its stream and its place in the global order. */
export type Projected<Event extends DomainEvent> = Stored<Event> & {
  readonly stream: StreamName
  readonly position: Position
}

/**
 * How far a projection has come: state and checkpoint belong together and are kept together. A run that went on is used
 * up: the one that came of it holds its state.
 */
export interface ProjectionRun<State> {
  readonly state: State
  /** The place up to which everything is in the state; not there before the first event. */
  readonly checkpoint?: Position
}

/** A projection that cannot go on. It can be taken up again from `run` once the cause is mended. */
export interface ProjectionStopped<State> {
  readonly kind: 'projectionStopped'
  readonly projection: string
  readonly cause: StoreError | Undecodable
  readonly run: ProjectionRun<State>
}

/** Before the first event. */
export const startProjection = <State>({ initial }: { readonly initial: () => State }): ProjectionRun<State> => ({
  state: initial(),
})

/**
 * Takes further events of the global order into a run. An event at or before the checkpoint is in the state already and
 * changes nothing: duplicates and restarts are harmless. One that does not decode stops the run before it.
 */
export const runProjection = <Event extends DomainEvent, State>(
  projection: Projection<Event, State>,
  run: ProjectionRun<State>,
  recorded: Iterable<RecordedEvent>,
): Either<ProjectionStopped<State>, ProjectionRun<State>> => {
  for (const event of recorded) {
    const { stream, position } = event
    if (run.checkpoint !== undefined && comparePositions(position, run.checkpoint) <= 0) continue
    const registry = registryFor(projection, stream)
    if (registry === undefined) continue
    const decoded = decodeRecorded(registry, event)
    if (isLeft(decoded)) return left(stopped(projection, decoded.left, run))
    run = { state: projection.evolve(run.state, { ...decoded.right, stream, position }), checkpoint: position }
  }
  return right(run)
}

/** Takes everything that the store holds after the run's checkpoint into it, up to the end as it stands then. */
export const catchUp = async <Event extends DomainEvent, State>(
  store: EventStore,
  projection: Projection<Event, State>,
  from: ProjectionRun<State> = startProjection(projection),
): Promise<Either<ProjectionStopped<State>, ProjectionRun<State>>> => {
  const filter = { categories: Object.keys(projection.reads) }
  const after = from.checkpoint === undefined ? { filter } : { filter, after: from.checkpoint }
  let run = from
  for await (const batch of store.readAll(after)) {
    if (isLeft(batch)) return left(stopped(projection, batch.left, run))
    const further = runProjection(projection, run, batch.right.events)
    if (isLeft(further)) return further
    run = advancedTo(further.right, batch.right.upTo)
  }
  return right(run)
}

// Past what matched nothing, and never back: what is before the checkpoint is in the state.
const advancedTo = <State>(run: ProjectionRun<State>, place: Position): ProjectionRun<State> =>
  run.checkpoint === undefined || comparePositions(run.checkpoint, place) < 0
    ? { state: run.state, checkpoint: place }
    : run

const registryFor = <Event extends DomainEvent, State>(
  { reads }: Projection<Event, State>,
  stream: StreamName,
): EventRegistry<Event> | undefined => {
  const category = categoryOf(stream)
  return Object.hasOwn(reads, category) ? reads[category] : undefined
}

const stopped = <Event extends DomainEvent, State>(
  { name }: Projection<Event, State>,
  cause: StoreError | Undecodable,
  run: ProjectionRun<State>,
): ProjectionStopped<State> => ({ kind: 'projectionStopped', projection: name, cause, run })
