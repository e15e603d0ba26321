import type shared from '@eventstore/db-client/generated/shared_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { status } from '@grpc/grpc-js'
import {
  batchAccessDenied,
  batchBadRequest,
  batchEventTooBig,
  batchNotAppended,
  batchNotHandled,
  batchStreamDeleted,
  batchTimeout,
  batchTooBig,
  batchUnknown,
} from '../protocol/append-answers.js'
import {
  accessDenied,
  failure,
  invalidPosition,
  maximumAppendSizeExceeded,
  NO_LEADER_INFO,
  notLeader,
  streamDeleted,
  thrown,
  tooSlow,
  wrongExpectedVersion,
  type Endpoint,
  type Failure,
} from '../protocol/failure.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import type { ErrorName } from './fault.js'

/** What an error names. */
export interface ErrorContext {
  readonly stream: string
  readonly expected: ExpectedRevision
  readonly current: number
  readonly leader: Endpoint | undefined
  readonly maxAppendSize: number
}

/** The end of a call with an error. In a batch it ends the stream of all appends. */
export const failureOf = (
  name: ErrorName,
  { stream, expected, current, leader, maxAppendSize }: ErrorContext,
): Failure => {
  switch (name) {
    case 'access-denied':
      return accessDenied
    case 'bad-request':
    case 'unknown':
      return thrown
    case 'cancelled':
      return failure(status.CANCELLED, 'Operation cancelled')
    case 'commit-timeout':
      return failure(status.ABORTED, 'Commit phase timeout.')
    case 'forward-timeout':
      return failure(status.ABORTED, 'Forward phase timeout.')
    case 'prepare-timeout':
      return failure(status.ABORTED, 'Prepare phase timeout.')
    case 'consumer-too-slow':
      return tooSlow
    case 'deadline-exceeded':
      return failure(status.DEADLINE_EXCEEDED, 'Deadline Exceeded')
    case 'internal':
      return failure(status.INTERNAL, 'Internal error')
    case 'invalid-position':
      return invalidPosition
    case 'maximum-append-event-size-exceeded':
      return failure(status.INVALID_ARGUMENT, 'Maximum Append Event Size Exceeded.', {
        exception: 'maximum-append-event-size-exceeded',
      })
    case 'maximum-append-size-exceeded':
      return maximumAppendSizeExceeded(maxAppendSize)
    case 'no-leader-info':
      return failure(status.UNKNOWN, NO_LEADER_INFO)
    case 'not-found':
      return failure(status.NOT_FOUND, 'Not found')
    case 'not-leader':
      return leader === undefined ? failure(status.UNKNOWN, NO_LEADER_INFO) : notLeader(leader)
    case 'reset':
      return reset
    case 'resource-exhausted':
      return failure(status.RESOURCE_EXHAUSTED, 'Received message exceeds the maximum configured message size.')
    case 'server-is-busy':
      return failure(status.UNAVAILABLE, 'Server Is Too Busy')
    case 'server-is-not-ready':
      return failure(status.UNAVAILABLE, 'Server Is Not Ready')
    case 'stream-deleted':
      return streamDeleted(stream)
    case 'unauthenticated':
      return failure(status.UNAUTHENTICATED, 'Unauthenticated')
    case 'unavailable':
      return failure(status.UNAVAILABLE, 'Service Unavailable')
    case 'unimplemented':
      return failure(status.UNIMPLEMENTED, 'Unimplemented')
    case 'wrong-expected-version':
      return wrongExpectedVersion(stream, expected, current)
  }
}

/** What a client sees of a call that an orderly stop ended. */
const reset: Failure = failure(status.INTERNAL, 'Received RST_STREAM with code 0 (Call ended without gRPC status)')

/** The answer to one append of a batch; undefined where the error ends the stream of all of them. */
export const batchAnswerOf = (
  name: ErrorName,
  identifier: shared.StreamIdentifier,
  { expected, current, maxAppendSize }: ErrorContext,
): streams.BatchAppendResp | undefined => {
  switch (name) {
    case 'access-denied':
      return batchAccessDenied()
    case 'bad-request':
      return batchBadRequest('Bad request')
    case 'commit-timeout':
    case 'deadline-exceeded':
    case 'forward-timeout':
    case 'prepare-timeout':
      return batchTimeout()
    case 'maximum-append-event-size-exceeded':
      return batchEventTooBig()
    case 'maximum-append-size-exceeded':
      return batchTooBig(maxAppendSize)
    case 'no-leader-info':
      return batchNotHandled(NO_LEADER_INFO)
    case 'server-is-busy':
      return batchNotHandled('Server Is Busy')
    case 'server-is-not-ready':
      return batchNotHandled('Server Is Not Ready')
    case 'stream-deleted':
      return batchStreamDeleted(identifier)
    case 'unknown':
      return batchUnknown()
    case 'wrong-expected-version':
      return batchNotAppended(expected, current)
    default:
      return undefined
  }
}
