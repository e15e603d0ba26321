import { Metadata, status } from '@grpc/grpc-js'
import { asNumber, type ExpectedRevision } from '../writing/expected-revision.js'

/** The end of a call that did not go well, as gRPC has it. */
export interface Failure {
  readonly code: status
  readonly details: string
  readonly metadata?: Metadata
}

export const failure = (code: status, details: string, trailers: Readonly<Record<string, string>> = {}): Failure => {
  const metadata = new Metadata()
  for (const [key, value] of Object.entries(trailers)) metadata.set(key, headerText(value))
  return { code, details, metadata }
}

// A header holds ASCII only.
const headerText = (value: string): string => value.replaceAll(/[^ -~]/gu, '?')

/** What a server says whose own code threw: it does not say more. */
export const thrown: Failure = failure(status.UNKNOWN, 'Exception was thrown by handler.')

export const streamDeleted = (stream: string): Failure =>
  failure(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, {
    exception: 'stream-deleted',
    'stream-name': stream,
  })

export const wrongExpectedVersion = (stream: string, expected: ExpectedRevision, actual: number): Failure => {
  const versions = { 'expected-version': asNumber(expected), 'actual-version': String(actual) }
  return failure(
    status.FAILED_PRECONDITION,
    `Delete failed due to WrongExpectedVersion. Stream: ${stream}, Expected version: ${versions['expected-version']}, Actual version: ${actual}`,
    { exception: 'wrong-expected-version', 'stream-name': stream, ...versions },
  )
}

export const maximumAppendSizeExceeded = (size: number): Failure =>
  failure(status.INVALID_ARGUMENT, `Maximum Append Size of ${size} Exceeded.`, {
    exception: 'maximum-append-size-exceeded',
    'maximum-append-size': String(size),
  })

export const missingProperties = (names: ReadonlyArray<string>): Failure =>
  failure(status.INVALID_ARGUMENT, `Required Metadata Property '${names.join(',')}' is missing`, {
    exception: 'missing-required-metadata-property',
    'required-metadata-properties': names.join(','),
  })

export const tooSlow: Failure = failure(
  status.ABORTED,
  'Operation timed out: Consumer too slow to handle event while live. Client resubscription required.',
)

export const invalidPosition: Failure = failure(status.INVALID_ARGUMENT, 'Trying to read from an invalid position.')

export const accessDenied: Failure = failure(status.PERMISSION_DENIED, 'Access Denied', { exception: 'access-denied' })

/** Where a node listens. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

export const notLeader = ({ host, port }: Endpoint): Failure =>
  failure(status.NOT_FOUND, 'Leader info available', {
    exception: 'not-leader',
    'leader-endpoint-host': host,
    'leader-endpoint-port': String(port),
  })

export const NO_LEADER_INFO = 'No leader info available in response'
