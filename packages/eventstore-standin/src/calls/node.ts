import type { User } from '../auth/users.js'
import type { Member } from '../cluster/member.js'
import type { Asked, ErrorName } from '../faults/fault.js'
import type { Faults } from '../faults/faults.js'
import type { EventLog } from '../log/index.js'
import type { Endpoint } from '../protocol/failure.js'
import type { Writer } from '../writing/writer.js'

/** The servers that were watched. Where they differ, a stand-in does as the one it is told to be. */
export type ServerVersion = '23.10' | '24.2'

/** What a call finds: one node with its data. */
export interface Node {
  readonly version: ServerVersion
  readonly endpoint: Endpoint
  readonly log: EventLog
  /** Takes what is written here; a follower hands it to the leader. None while there is no leader. */
  readonly writer: Writer | undefined
  readonly leader: Endpoint | 'this' | undefined
  readonly members: ReadonlyArray<Member>
  /** Who may sign in; without a list everybody may do everything. */
  readonly users: ReadonlyArray<User> | undefined
  readonly faults: Faults
  /** Milliseconds since 1970, with fractions. */
  readonly clock: () => number
  /** How many bytes of data one append may hold; metadata and types are not counted. */
  readonly maxAppendSize: number
  /** The calls that are open: reads, subscriptions, and the streams of batch appends. */
  readonly open: Set<OpenCall>
  /** Ends the connection that comes from there. */
  readonly cut: (peer: string) => void
  /** Runs something later, unless the node has stopped by then; with no delay, at once. */
  readonly later: (milliseconds: number, act: () => void) => void
}

/** A call that is going on. */
export interface OpenCall extends Asked {
  /** Ends it with an error, or with OK. */
  readonly drop: (how: ErrorName | 'end') => void
}
