/** The calls of a client. Reading `$all` is reading a stream of that name. */
export type CallName = 'append' | 'read' | 'subscribe' | 'delete' | 'tombstone' | 'server-features' | 'gossip'

/** Every error that a server was seen to answer with, or whose sources can. */
export const errorNames = [
  'access-denied',
  'bad-request',
  'cancelled',
  'commit-timeout',
  'consumer-too-slow',
  'deadline-exceeded',
  'forward-timeout',
  'internal',
  'invalid-position',
  'maximum-append-event-size-exceeded',
  'maximum-append-size-exceeded',
  'no-leader-info',
  'not-found',
  'not-leader',
  'prepare-timeout',
  'reset',
  'resource-exhausted',
  'server-is-busy',
  'server-is-not-ready',
  'stream-deleted',
  'unauthenticated',
  'unavailable',
  'unimplemented',
  'unknown',
  'wrong-expected-version',
] as const
export type ErrorName = (typeof errorNames)[number]

/** What becomes of a call: nothing for ever, the end of its connection, an end with OK and no answer, or an error. */
export type Outcome = 'answer' | 'stall' | 'cut' | 'end' | ErrorName

/** One misbehaviour: which calls it meets, and what becomes of them. */
export interface Fault {
  /** The calls it meets; every call if none is named. */
  readonly on?: CallName | ReadonlyArray<CallName>
  /** Only on this stream, or on those whose name it accepts. */
  readonly stream?: string | ((name: string) => boolean)
  /** Only on this path of an append. */
  readonly path?: 'batch' | 'classic'
  /** How many such calls pass first. 0 if nothing is said. */
  readonly skip?: number
  /** How many it meets then. 1 if nothing is said; `Infinity` is all. */
  readonly times?: number
  /** Whether the write has been made. `before` if nothing is said. */
  readonly when?: 'before' | 'after'
  /** Of a read or subscription: strikes once so many events have been sent. */
  readonly afterEvents?: number
  /** Milliseconds until it strikes. */
  readonly delay?: number
  /** `answer` if nothing is said: then it is late, at most. */
  readonly outcome?: Outcome
}

/** A call, as a fault sees it. */
export interface Asked {
  readonly call: CallName
  readonly stream: string
  readonly path?: 'batch' | 'classic'
}

export const meets = (fault: Fault, { call, stream, path }: Asked): boolean =>
  (fault.on === undefined || [fault.on].flat().includes(call)) &&
  (fault.path === undefined || fault.path === path) &&
  (fault.stream === undefined || (typeof fault.stream === 'string' ? fault.stream === stream : fault.stream(stream)))
