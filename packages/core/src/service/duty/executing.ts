import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import {
  loadStream,
  runCommand,
  type Attempt,
  type Decision,
  type DomainEvent,
  type Loaded,
  type Stored,
  type StreamKind,
  type StreamName,
} from '../../eventsourcing/index.js'
import type { StaffActor } from '../../staff/index.js'
import type { Failure } from '../api.js'
import type { ServiceContext } from '../context.js'
import { eventIds } from '../ids.js'
import { keyedCommand, writtenBefore, type KeyedCommand } from '../keys.js'

/** One command on one stream. */
export interface DutyRun<Event extends DomainEvent, State> {
  readonly kind: StreamKind<Event, State>
  readonly stream: StreamName
  readonly name: string
  readonly actor: StaffActor
  readonly key: string | undefined
  readonly correlationId: string | undefined
  /** The canonical JSON of the plain fields, which the fingerprint of a keyed command is made of. */
  readonly text: string
  readonly decide: (attempt: Attempt<Event, State>) => Promise<Either<Failure, Decision<Event>>>
}

export interface DutyWritten<Event extends DomainEvent, State> {
  readonly loaded: Loaded<Event, State>
  readonly events: ReadonlyArray<Stored<Event>>
  readonly repeated: boolean
}

type Answered<T> = Promise<Either<Failure, T>>

/** Decides and writes one command; a keyed one that was written before answers with its events. */
const attemptRun = async <Event extends DomainEvent, State>(
  service: ServiceContext,
  run: DutyRun<Event, State>,
  command: KeyedCommand | undefined,
  seen: (loaded: Loaded<Event, State>) => void,
): Answered<DutyWritten<Event, State>> => {
  const { kind, stream, actor, correlationId = stream } = run
  let repeated: ReadonlyArray<Stored<Event>> = []
  const executed = await runCommand<Event, State, Failure>(service.platform, kind, {
    stream,
    actor,
    correlationId,
    causationId: stream,
    command: command === undefined ? undefined : { key: command.key, fingerprint: command.fingerprint },
    ids: eventIds(service, stream, command),
    decide: async (attempt) => {
      seen(attempt.loaded)
      if (command !== undefined) {
        const before = writtenBefore(command, attempt.loaded.events, false)
        if (isLeft(before)) return before
        if (before.right.length > 0) {
          repeated = before.right
          return right({ events: [] })
        }
      }
      return run.decide(attempt)
    },
  })
  if (isLeft(executed)) return executed
  const { loaded, appended } = executed.right
  return right({ loaded, events: repeated.length > 0 ? repeated : appended, repeated: repeated.length > 0 })
}

/**
 * Carries out one command. The decision also rests on other streams, read one after the other: a refusal on a stream
 * that has moved on meanwhile is decided again, so that it is one that some order of the calls gives.
 */
export const executeDuty = async <Event extends DomainEvent, State>(
  service: ServiceContext,
  run: DutyRun<Event, State>,
): Answered<DutyWritten<Event, State>> => {
  const command: Either<Failure, KeyedCommand | undefined> =
    run.key === undefined
      ? right(undefined)
      : keyedCommand(service, run.name, run.key, { caseId: run.stream, text: run.text })
  if (isLeft(command)) return command
  for (let attempt = 1; ; attempt++) {
    let seen: Loaded<Event, State> | undefined
    const written = await attemptRun(service, run, command.right, (loaded) => (seen = loaded))
    if (!isLeft(written) || written.left.kind !== 'refusal' || attempt >= service.maxAttempts) return written
    const present = await loadStream(service.platform.store, run.kind, run.stream)
    if (isLeft(present)) return left(written.left)
    if (present.right.revision === seen?.revision) return written
  }
}
