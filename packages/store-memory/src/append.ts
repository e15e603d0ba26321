import {
  badExpectedRevision,
  badStreamName,
  isExpectedRevision,
  isStreamName,
  keepBatch,
  positionAt,
  storeRefusal,
  type AppendError,
  type Appended,
  type Conflict,
  type Envelope,
  type Instant,
  type RawExpectedRevision,
  type StreamName,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { EventLog, Stream } from './event-log.js'
import { verdictOn } from './expected-revision.js'

/** Decides and writes in one synchronous stretch: nobody comes between, and what is refused leaves no trace. */
export const append = (
  log: EventLog,
  clock: () => Instant,
  name: StreamName,
  expected: RawExpectedRevision,
  events: ReadonlyArray<Envelope>,
): Either<AppendError, Appended> => {
  const stream = log.find(name)
  if (stream === undefined && !isStreamName(name)) return left(badStreamName)
  if (!isExpectedRevision(expected)) return left(badExpectedRevision)
  const batch = keepBatch(events)
  if (isLeft(batch)) return batch
  const verdict = verdictOn(log, stream, expected, batch.right)
  switch (verdict) {
    case 'write': {
      const recordedAt = clock()
      const { length } = log.write(name, recordedAt, batch.right).events
      return right({ revision: length - 1, position: positionAt(log.end), idempotent: false })
    }
    case 'conflict':
      return left(conflict(name, expected, stream))
    case 'unanswered':
      return left(unanswered)
    default:
      return right({ revision: verdict.revision, position: verdict.position, idempotent: true })
  }
}

const conflict = (name: StreamName, expected: RawExpectedRevision, stream: Stream | undefined): Conflict => ({
  kind: 'conflict',
  stream: name,
  expected,
  actual: stream === undefined ? 'no_stream' : stream.events.length - 1,
  missed: stream?.events.slice(firstMissed(expected, stream)) ?? [],
})

// Who named no revision has read nothing, and missed nothing.
const firstMissed = (expected: RawExpectedRevision, stream: Stream): number => {
  if (expected === 'no_stream') return 0
  return typeof expected === 'number' ? expected + 1 : stream.events.length
}

const unanswered = storeRefusal(
  'STORE_TIMEOUT',
  'A server never answers known ids in this order at no revision. Send them in the order they were written.',
)
