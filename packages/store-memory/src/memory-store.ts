import { unreadableInput, type EventStore, type Instant } from '@refund-case/core'
import { left } from 'fp-ts/lib/Either.js'
import { append } from './append.js'
import { EventLog } from './event-log.js'
import { readAll } from './read-all.js'
import { readStream } from './read-stream.js'
import { subscribe } from './subscription.js'
import { systemClock } from './system-clock.js'

export interface MemoryStoreOptions {
  /** When events are recorded. Default: the system's clock. */
  readonly clock?: () => Instant
}

/**
 * A store that forgets with its process, and is else as strict as a server: it keeps every promise of the port.
 *
 * - Nothing that was handed in or read can change history: envelopes built by core are kept as they are, and anything
 *   else as a frozen copy.
 * - An append costs the same however many streams there are. The first one at `any` or `stream_exists` builds an index
 *   of all ids, and from then on each id is kept in it.
 * - At `any` and `stream_exists` it recognises repeats as well, and as badly, as a server does. What a server never
 *   answers (three or more known ids backwards) is STORE_TIMEOUT at once.
 * - A position that it has not reached is BAD_POSITION: it comes from another store, or from before a restart.
 */
export const memoryStore = (options: MemoryStoreOptions = {}): EventStore => {
  const log = new EventLog()
  const clock = options.clock ?? systemClock()
  return {
    append: (stream, expected, events) => () => {
      try {
        return Promise.resolve(append(log, clock, stream, expected, events))
      } catch {
        return failed
      }
    },
    readStream:
      (stream, readOptions = {}) =>
      () => {
        try {
          return Promise.resolve(readStream(log, stream, readOptions))
        } catch {
          return failed
        }
      },
    readAll: (readOptions = {}) => readAll(log, readOptions),
    subscribe: (readOptions = {}) => subscribe(log, readOptions),
  }
}

// Only what was handed in can throw, a getter or a clock, and it is asked before anything is written.
const failed = Promise.resolve(left(unreadableInput))
