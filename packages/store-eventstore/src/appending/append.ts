import {
  comparePositions,
  type AppendError,
  type Appended,
  type Envelope,
  type Position,
  type RawExpectedRevision,
  type ReadStreamOptions,
  type StoreError,
  type StreamName,
  type StreamSlice,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { isDerived } from '../stored/event-id.js'
import { noAnswer, streamDeleted, toStoreError, type Failure } from '../wire/failure.js'
import type { AppendAnswer, AppendPath, AppendRequest } from './append-path.js'
import { waitAfter, type Backoff } from './backoff.js'
import type { RecentPosition } from './recent-position.js'
import { findRun } from './stored-run.js'

/** What appending needs of the store it belongs to. */
export interface AppendTools {
  readonly send: AppendPath
  /** Reads a stream from the leader, giving up after so many milliseconds. */
  readonly read: (
    stream: StreamName,
    options: ReadStreamOptions,
    timeoutMs: number,
  ) => Promise<Either<StoreError, StreamSlice>>
  readonly recent: RecentPosition
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly chance: () => number
  /** The store was closed meanwhile: no further attempt is made. */
  readonly isClosed: () => boolean
  readonly backoff: Backoff
  readonly deadlineMs: number
  readonly attemptMs: number
}

/** One append of a caller, on the way to its one outcome. */
export interface Appending {
  readonly stream: StreamName
  readonly expected: RawExpectedRevision
  readonly batch: ReadonlyArray<Envelope>
  readonly request: AppendRequest
}

type Outcome = Either<AppendError, Appended>

/**
 * Sends the batch until it is known what became of it, or the time is over.
 *
 * Whatever may have been written is sent again with the same ids at the same revision: the server then writes it once.
 * At `any` and `stream_exists` it does not, so that nothing is sent again there once it may have been written; the
 * stream is searched for the ids instead.
 */
export const append = async (tools: AppendTools, appending: Appending): Promise<Outcome> => {
  const { now, sleep, backoff, chance } = tools
  const { expected, request } = appending
  const until = now() + tools.deadlineMs
  const known = await lookBefore(tools, appending, until)
  if (known !== undefined) return right(known)

  let unsure = false
  let failure: Failure = noAnswer
  for (let attempt = 1; attempt === 1 || until - now() > LEAST_MS; attempt++) {
    if (attempt > 1 && tools.isClosed()) break
    const before = tools.recent.latest
    if (!unsure || isChecked(expected)) {
      const answer = await tools.send(request, Math.min(tools.attemptMs, until - now()))
      if (answer.kind === 'accepted') return accepted(tools, appending, answer, { before, unsure, until })
      if (answer.kind === 'wrongRevision') return refused(tools, appending, answer.actual, { unsure, until })
      failure = answer.failure
      tools.recent.forget()
    }
    unsure ||= failure.acted === 'unknown'
    if (failure.code === 'STREAM_DELETED' && expected === 'stream_exists' && !unsure)
      return softDeleted(tools, appending, until)
    if (!failure.passes) break
    if (unsure && !isChecked(expected)) {
      const found = await search(tools, appending, until)
      if (found !== undefined) return right(found)
      if (attempt >= SEARCHES) break
    }
    await sleep(Math.min(waitAfter(backoff, attempt, chance()), Math.max(0, until - now())))
  }
  return left(outOf(failure, unsure))
}

/** In less time than this an attempt would end as one whose outcome is not known. */
const LEAST_MS = 50

/** How often a stream is searched for a batch that may arrive late. */
const SEARCHES = 3

const isChecked = (expected: RawExpectedRevision): expected is number | 'no_stream' =>
  expected !== 'any' && expected !== 'stream_exists'

const outOf = (failure: Failure, unsure: boolean): StoreError => toStoreError(failure, unsure ? 'unknown' : 'no')

const after = (expected: number | 'no_stream'): number => (expected === 'no_stream' ? 0 : expected + 1)

// The server tells a repeat from a first time by nothing but the place. So it must be known where the log ends; who may
// not ask for that looks what follows the revision. Of ids that others may make too, it is looked afterwards.
const lookBefore = async (
  tools: AppendTools,
  { stream, expected, batch }: Appending,
  until: number,
): Promise<Appended | undefined> => {
  const [first] = batch
  if (first === undefined || isDerived(first.id) || (await tools.recent.refresh()) || !isChecked(expected))
    return undefined
  const slice = await tools.read(
    stream,
    { from: after(expected), limit: batch.length },
    Math.min(tools.attemptMs, until - tools.now()),
  )
  const run = isLeft(slice) ? undefined : findRun(slice.right.events, batch)
  return run?.last.revision === after(expected) + batch.length - 1 ? appended(run.last, true) : undefined
}

/** Where the batch stands. */
interface Stood {
  readonly revision: number
  readonly position: Position | undefined
}

const appended = ({ revision, position }: Stood, idempotent: boolean): Appended =>
  position === undefined ? { revision, idempotent } : { revision, position, idempotent }

interface Circumstances {
  readonly unsure: boolean
  readonly until: number
}

const accepted = async (
  tools: AppendTools,
  { stream, batch }: Appending,
  answer: Extract<AppendAnswer, { kind: 'accepted' }>,
  { before, unsure, until }: Circumstances & { readonly before: Position | undefined },
): Promise<Outcome> => {
  const { revision, position } = answer
  tools.recent.saw(position)
  const isKnownPlace = position !== undefined && before !== undefined && comparePositions(position, before) <= 0
  if (isKnownPlace && !unsure) return right(appended(answer, true))
  if (position !== undefined && !unsure && !batch.some(({ id }) => isDerived(id))) return right(appended(answer, false))

  // Whose events they are says the hash. Without a place the stream may have been deleted with them in it.
  const from = revision - batch.length + 1
  const slice = await tools.read(stream, { from: Math.max(from, 0), limit: batch.length }, until - tools.now())
  // It is written, that much is known. Who takes it for a repeat reads it again, and finds whose it is.
  if (isLeft(slice)) return right(appended(answer, true))
  const run = findRun(slice.right.events, batch)
  if (run === undefined)
    return slice.right.lastRevision === 'no_stream' ? left(toStoreError(streamDeleted)) : right(appended(answer, true))
  return right(appended(run.last, !run.isSame || isKnownPlace))
}

const refused = async (
  tools: AppendTools,
  { stream, expected, batch }: Appending,
  actual: number | 'no_stream',
  { unsure, until }: Circumstances,
): Promise<Outcome> => {
  const conflict = { kind: 'conflict', stream, expected, actual, missed: [] } as const
  if (!isChecked(expected) || actual === 'no_stream' || actual < after(expected)) return left(conflict)
  const slice = await tools.read(stream, { from: after(expected) }, until - tools.now())
  if (isLeft(slice)) return left({ ...slice.left, written: unsure ? 'unknown' : 'no' })
  const { events } = slice.right
  // A stream that was deleted and begun again goes on counting: the batch may stand further on than it was sent for.
  const run = unsure ? findRun(events, batch) : undefined
  if (run !== undefined) return right(appended(run.last, !run.isSame))
  return left({ ...conflict, actual: Math.max(actual, events.at(-1)?.revision ?? 0), missed: events })
}

// The server takes a stream that was deleted softly for deleted at `stream_exists` only; to readers it is not there.
const softDeleted = async (tools: AppendTools, { stream, expected }: Appending, until: number): Promise<Outcome> => {
  const slice = await tools.read(stream, { direction: 'backwards', limit: 1 }, until - tools.now())
  return left(
    isLeft(slice)
      ? { ...slice.left, written: 'no' }
      : { kind: 'conflict', stream, expected, actual: 'no_stream', missed: [] },
  )
}

const search = async (
  tools: AppendTools,
  { stream, batch }: Appending,
  until: number,
): Promise<Appended | undefined> => {
  const slice = await tools.read(stream, {}, until - tools.now())
  const run = isLeft(slice) ? undefined : findRun(slice.right.events, batch)
  return run === undefined ? undefined : appended(run.last, !run.isSame)
}
