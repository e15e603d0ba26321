import type { EventLog } from '../log/index.js'
import type { Writer } from '../writing/writer.js'

/** The servers that were watched. Where they differ, a stand-in does as the one it is told to be. */
export type ServerVersion = '23.10' | '24.2'

/** What a call finds: one node with its data. */
export interface Node {
  readonly version: ServerVersion
  readonly log: EventLog
  readonly writer: Writer
  /** Milliseconds since 1970, with fractions. */
  readonly clock: () => number
}

/** How many bytes of data one append may hold; metadata and types are not counted. */
export const MAX_APPEND_SIZE = 1_048_576
