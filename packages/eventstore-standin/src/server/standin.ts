import type { Asked, ErrorName } from '../faults/fault.js'
import type { Faults } from '../faults/faults.js'
import type { Endpoint } from '../protocol/failure.js'

/** A running stand-in. */
export interface Standin {
  readonly endpoint: Endpoint
  /** What a client is given: `esdb://127.0.0.1:34567?tls=false`. */
  readonly connectionString: string
  readonly faults: Pick<Faults, 'inject' | 'clear'>
  /** The calls that are open: reads, subscriptions, and the streams on which clients append in batches. */
  readonly openCalls: ReadonlyArray<Asked>
  /** What was written, in its global order, or of one stream. */
  readonly stored: (stream?: string) => ReadonlyArray<Stored>
  /** Ends every connection at once. Clients may connect again. */
  readonly cutConnections: () => void
  /** Ends every subscription with an error, or with OK. */
  readonly dropSubscriptions: (how: ErrorName | 'end') => void
  /** Puts the server's clock forward, or back, by so many milliseconds in all. */
  readonly skewClock: (milliseconds: number) => void
  /** Is leader no more; another is, or nobody is known to be. */
  readonly resign: (leader?: Endpoint) => void
  readonly lead: () => void
  /** Stops listening: at once, as if killed, or in an orderly way. The data stay. */
  readonly stop: (how?: 'killed' | 'orderly') => Promise<void>
  /** Listens again, where it did. */
  readonly start: () => Promise<void>
  /** Stops and starts, with or without its data. Even with them it forgets which ids were written lately. */
  readonly restart: (options?: RestartOptions) => Promise<void>
  /** Stops for good. */
  readonly close: () => Promise<void>
}

export interface RestartOptions {
  /** `kept` if nothing is said. */
  readonly data?: 'kept' | 'lost'
  /** `killed` if nothing is said. */
  readonly how?: 'killed' | 'orderly'
  /** For how many milliseconds nobody listens: 20 if nothing is said, in which a client on this machine notices. */
  readonly down?: number
}

/** An event as it stands in the log. */
export interface Stored {
  readonly stream: string
  readonly revision: number
  readonly position: number
  readonly id: string
  readonly type: string
}
