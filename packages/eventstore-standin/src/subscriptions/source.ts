import type { StoredEvent } from '../log/index.js'
import type { Failure } from '../protocol/failure.js'

/** What a subscription says next. */
export type Item =
  | { readonly event: StoredEvent }
  | { readonly checkpoint: { readonly commit: number; readonly prepare: number } }
  /** Nothing more will come. */
  | { readonly failure: Failure }

/** What a subscription reads from. Both readers go on from where the other stopped. */
export interface Source {
  /** What stands there now. */
  readonly catchUp: () => Iterable<Item>
  /** What came since, as it came. */
  readonly live: () => Iterable<Item>
  /** Whether a subscriber to this is told of an event. */
  readonly includes: (event: StoredEvent) => boolean
  /** Whether there is nothing to catch up with because there is no stream. */
  readonly isMissing: () => boolean
}
