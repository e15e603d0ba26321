import type { StoreError, StoreErrorCode } from '@refund-case/core'

/** Why a call came to nothing, as far as it is known from the server or the network. */
export interface Failure {
  readonly code: StoreErrorCode
  /** What to do about it; never the text of the server, which may hold anything. */
  readonly message: string
  readonly facts: StoreError['facts']
  /** Whether the server may have acted on it. */
  readonly acted: 'no' | 'unknown'
  /** Whether the same call may succeed a little later. */
  readonly passes: boolean
}

/** A failure as the port tells it. */
export const toStoreError = (
  { code, message, facts }: Failure,
  written: StoreError['written'] = 'no',
): StoreError => ({ kind: 'storeError', code, written, message, facts })

/** The failure of whatever a call rejected with, or a stream ended with. Never throws. */
export const failureOf = (error: unknown): Failure => {
  const { type, code, text } = look(error)
  return byType(type, error) ?? byText(text) ?? byCode(code, text)
}

interface Look {
  /** What the server calls it: the trailer `exception`, or the type of the client's own error. */
  readonly type: string
  readonly code: number | undefined
  readonly text: string
}

const look = (error: unknown): Look => {
  try {
    if (typeof error !== 'object' || error === null) return { type: '', code: undefined, text: String(error) }
    const field = (name: string): unknown => Reflect.get(error, name)
    const [type, code, message] = [field('type') ?? trailer(error, 'exception'), field('code'), field('message')]
    return {
      type: typeof type === 'string' ? type : '',
      code: typeof code === 'number' ? code : undefined,
      text: typeof message === 'string' ? message : '',
    }
  } catch {
    return { type: '', code: undefined, text: '' }
  }
}

interface Trailers {
  readonly get: (name: string) => ReadonlyArray<unknown>
}

const hasTrailers = (error: object): error is { readonly metadata: Trailers } => {
  const metadata: unknown = Reflect.get(error, 'metadata')
  return typeof metadata === 'object' && metadata !== null && typeof Reflect.get(metadata, 'get') === 'function'
}

const trailer = (error: unknown, name: string): string | undefined => {
  if (typeof error !== 'object' || error === null || !hasTrailers(error)) return undefined
  const [value] = error.metadata.get(name)
  return typeof value === 'string' ? value : undefined
}

const failure = (
  code: StoreErrorCode,
  acted: Failure['acted'],
  passes: boolean,
  message: string,
  facts: StoreError['facts'] = {},
): Failure => ({ code, acted, passes, message, facts })

export const accessDenied = failure(
  'ACCESS_DENIED',
  'no',
  false,
  'The server refuses this user or password, or the user may not do this. Check the credentials and the access lists.',
)
export const streamDeleted = failure(
  'STREAM_DELETED',
  'no',
  false,
  'The stream was deleted on the server and cannot be used again. Ask whoever runs the server.',
)
export const noAnswer = failure(
  'STORE_TIMEOUT',
  'unknown',
  true,
  'The server did not answer in time. Repeat with the same ids; what was written is found.',
)
export const noConnection = failure(
  'STORE_UNAVAILABLE',
  'no',
  true,
  'No node of the server could be reached in time. Check the addresses, and that one is up.',
)
export const badRequest = failure('STORE_FAILED', 'no', false, 'The server refused the request as one it cannot read.')
export const tooLarge = (facts: StoreError['facts']): Failure =>
  failure(
    'EVENT_TOO_LARGE',
    'no',
    false,
    'The events are larger than the server takes in one append. Write fewer, or keep large contents outside.',
    facts,
  )
const notLeader = failure(
  'STORE_UNAVAILABLE',
  'no',
  true,
  'The node that was asked is not the leader, and no leader was found in time. Repeat when the cluster has one.',
)

const byType = (type: string, error: unknown): Failure | undefined => {
  switch (type) {
    case 'access-denied':
      return accessDenied
    case 'stream-deleted':
      return streamDeleted
    case 'maximum-append-event-size-exceeded':
      return tooLarge({})
    case 'maximum-append-size-exceeded':
      return tooLarge({ maximum: Number(trailer(error, 'maximum-append-size') ?? 0) })
    case 'not-leader':
      return notLeader
    default:
      return undefined
  }
}

const place = (text: string): StoreError['facts'] => {
  const address = /\b(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:]+\]|[\w.-]+):\d{1,5}\b/i.exec(text)
  return address === null ? {} : { address: address[0] }
}

const tlsTrouble = /certificate|\bssl\b|\btls\b|EPROTO|wrong version number|altnames|ERR_TLS/i
const notHttp2 = /protocol error|ERR_HTTP2|Parse Error|HTTP status code|frame|preface/i
const notSent = /No connection established|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|Name resolution failed|DNS|shut ?down/i

const byText = (text: string): Failure | undefined => {
  if (/Failed to discover/.test(text))
    return failure('STORE_UNAVAILABLE', 'no', true, 'No node of the cluster answered. Check the addresses, and that one is up.')
  if (/Server Is Not Ready/i.test(text))
    return failure('STORE_UNAVAILABLE', 'no', true, 'The server is starting and not ready yet. Repeat in a moment.')
  if (/Server Is (?:Too )?Busy|No leader info|Leader info/i.test(text))
    return failure('STORE_UNAVAILABLE', 'unknown', true, 'The server is too busy, or has no leader. Repeat in a moment.')
  if (/Consumer too slow/i.test(text))
    return failure('STORE_TIMEOUT', 'no', true, 'The reader was too slow to be sent events live. It reads on by itself.')
  if (/invalid position/i.test(text)) return badPlace
  if (!notSent.test(text)) return undefined
  if (tlsTrouble.test(text)) return tlsMismatch(text)
  if (notHttp2.test(text)) return notEventStore(text)
  return failure('STORE_UNAVAILABLE', 'no', true, 'Nothing answers at the address of the server. Check host and port, and that it is up.', place(text))
}

export const badPlace = failure('BAD_POSITION', 'no', false, 'The server has no such position. Keep positions as it gave them.')

const tlsMismatch = (text: string): Failure =>
  failure(
    'STORE_MISCONFIGURED',
    'no',
    false,
    'No TLS connection comes about: the server does not use TLS (then say tls=false), or its certificate is not trusted here (then name its CA with tlsCAFile).',
    place(text),
  )

const notEventStore = (text: string): Failure =>
  failure('STORE_MISCONFIGURED', 'no', false, 'What answers at this address is no EventStoreDB, or one that wants TLS. Check host, port and tls.', place(text))

const byCode = (code: number | undefined, text: string): Failure => {
  switch (code) {
    case 3:
      return badRequest
    case 4:
      return noAnswer
    case 7:
    case 16:
      return accessDenied
    case 8:
      return tooLarge({})
    case 10:
      return noAnswer
    case 12:
      return failure('STORE_MISCONFIGURED', 'no', false, 'The server does not know this call: it is no EventStoreDB, or too old a one.', { grpc: 12 })
    case 14:
      return failure('STORE_UNAVAILABLE', 'unknown', true, 'The connection to the server broke. Repeat with the same ids.', place(text))
    default:
      return failure('STORE_FAILED', 'unknown', true, 'The server failed in a way it did not explain. Look at its log, then repeat.', {
        grpc: code ?? 'none',
      })
  }
}
