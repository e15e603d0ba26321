import type { StoreError } from '@refund-case/core'
import type { Backoff } from '../appending/backoff.js'
import type { AppendPath } from '../appending/append-path.js'
import type { StreamNames } from '../stored/stream-prefix.js'
import type { Connection } from '../wire/connection.js'
import type { Incoming } from './incoming.js'

/** What reading needs of the store it belongs to. */
export interface ReadTools {
  readonly connection: Connection
  readonly names: StreamNames
  /** For the one question that only an append answers. */
  readonly send: AppendPath
  readonly now: () => number
  readonly sleep: (ms: number) => Promise<void>
  readonly chance: () => number
  /** Why nothing is read any more; undefined while the store is open. */
  readonly closed: () => StoreError | undefined
  /** Has a call end with the store, until it is forgotten. */
  readonly track: (incoming: Incoming) => () => void
  readonly backoff: Backoff
  /** How long a reading may take in all. */
  readonly deadlineMs: number
  /** How long the server may say nothing in the middle of a reading. */
  readonly silenceMs: number
}
