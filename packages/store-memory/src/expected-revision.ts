import type { Envelope, RawExpectedRevision } from '@refund-case/core'
import type { EventLog, Stream } from './event-log.js'
import type { Recorded } from './recorded.js'

/**
 * What comes of a batch at an expected revision: it is written, or stood there already up to the event answered, or is
 * in conflict. A server gives some batches no answer at all.
 */
export type Verdict = 'write' | 'conflict' | 'unanswered' | Recorded

/** The verdict of a real server, by the ids alone: another body under the same ids is ignored. */
export const verdictOn = (
  log: EventLog,
  stream: Stream | undefined,
  expected: RawExpectedRevision,
  batch: ReadonlyArray<Envelope>,
): Verdict => {
  const last = stream === undefined ? -1 : stream.events.length - 1
  if (expected === 'any') return atNoRevision(log, stream, batch)
  if (expected === 'stream_exists') return stream === undefined ? 'conflict' : atNoRevision(log, stream, batch)
  const after = expected === 'no_stream' ? -1 : expected
  if (after === last) return 'write'
  return after > last || stream === undefined ? 'conflict' : belowTheEnd(stream, after, batch)
}

const belowTheEnd = (stream: Stream, after: number, batch: ReadonlyArray<Envelope>): Verdict => {
  const isStored = batch.every((envelope, index) => stream.events[after + 1 + index]?.envelope.id === envelope.id)
  return (isStored ? stream.events[after + batch.length] : undefined) ?? 'conflict'
}

// By best effort, as a server does it. It looks each id up where it was first written, in any stream, and takes only
// the first one for the sign of a repeat. Once that one is known all must be, in whatever order; but it never answers
// when the last stands further before the first than right before it.
const atNoRevision = (log: EventLog, stream: Stream | undefined, batch: ReadonlyArray<Envelope>): Verdict => {
  const stored = batch.map((envelope) => {
    const event = log.firstWithId(envelope.id)
    return event?.stream === stream?.name ? event : undefined
  })
  const first = stored[0]
  const last = stored.at(-1)
  if (first === undefined) return 'write'
  if (last === undefined || stored.includes(undefined)) return 'conflict'
  return last.revision < first.revision - 1 ? 'unanswered' : last
}
