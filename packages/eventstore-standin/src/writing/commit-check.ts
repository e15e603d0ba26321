import { NO_EVENT, TOMBSTONE, metastreamOf, type EventLog } from '../log/index.js'
import type { ExpectedRevision } from './expected-revision.js'
import type { RecentIds } from './recent-ids.js'

/** What comes of a write. */
export type Verdict =
  | { readonly kind: 'write'; readonly current: number; readonly recreates: boolean }
  /** It stands there already, up to this revision. */
  | { readonly kind: 'idempotent'; readonly revision: number }
  | { readonly kind: 'wrong-expected-version'; readonly current: number }
  | { readonly kind: 'stream-deleted' }
  /** The server stumbles over its own answer, and gives none. */
  | { readonly kind: 'unanswered' }

/** The server's check before each write. Only ids are compared: another body under the same id is ignored. */
export const checkCommit = (
  log: EventLog,
  recent: RecentIds,
  stream: string,
  expected: ExpectedRevision,
  ids: ReadonlyArray<string>,
  current = log.lastRevision(stream),
): Verdict => {
  if (current === TOMBSTONE) return deleted
  if (expected === 'stream_exists') {
    if (log.isSoftDeleted(stream)) return deleted
    if (!exists(log, stream)) return { kind: 'wrong-expected-version', current }
  }
  if (expected === 'any' || expected === 'stream_exists') return atNoRevision(log, recent, stream, current, ids)
  const after = expected === 'no_stream' ? NO_EVENT : Number(expected)
  if (after > current) return { kind: 'wrong-expected-version', current }
  return after === current ? write(log, stream, current) : belowTheEnd(log, stream, after, current, ids, expected)
}

/** Whether it has events or, at least, metadata. */
export const exists = (log: EventLog, stream: string): boolean =>
  log.lastRevision(stream) !== NO_EVENT || log.lastRevision(metastreamOf(stream)) !== NO_EVENT

const deleted: Verdict = { kind: 'stream-deleted' }

const write = (log: EventLog, stream: string, current: number): Verdict => ({
  kind: 'write',
  current,
  recreates: log.isSoftDeleted(stream),
})

// The first id decides whether it is a repeat; once it is one, all must be known, in whatever order.
const atNoRevision = (
  log: EventLog,
  recent: RecentIds,
  stream: string,
  current: number,
  ids: ReadonlyArray<string>,
): Verdict => {
  const places = ids.map((id) => recent.placeOf(id, stream)?.revision)
  const [first] = places
  const last = places.at(-1)
  if (first === undefined || last === undefined)
    return first === undefined ? write(log, stream, current) : { kind: 'wrong-expected-version', current }
  if (places.includes(undefined)) return { kind: 'wrong-expected-version', current }
  return last < first - 1 ? { kind: 'unanswered' } : { kind: 'idempotent', revision: last }
}

const belowTheEnd = (
  log: EventLog,
  stream: string,
  after: number,
  current: number,
  ids: ReadonlyArray<string>,
  expected: ExpectedRevision,
): Verdict => {
  const events = log.find(stream)?.events ?? []
  const differs = ids.findIndex((id, index) => events[after + 1 + index]?.id !== id)
  if (differs === -1 && ids.length > 0) return { kind: 'idempotent', revision: after + ids.length }
  if (differs === 0 && expected === 'no_stream' && log.isSoftDeleted(stream)) return write(log, stream, current)
  return { kind: 'wrong-expected-version', current }
}
