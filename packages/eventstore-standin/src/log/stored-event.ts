/** An event as it stands in the log. */
export interface StoredEvent {
  readonly stream: string
  /** Its number in its stream, from 0; a tombstone's is `TOMBSTONE`. */
  readonly revision: number
  /** The place in the log at which its record begins: commit and prepare position are the same. */
  readonly position: number
  readonly id: string
  readonly type: string
  /** When it was written, in milliseconds since 1970. */
  readonly created: number
  /** The answer of a read that holds this event, as it goes over the wire. */
  readonly bytes: Uint8Array
}

/** An event as a client proposes it. */
export interface ProposedEvent {
  readonly id: string
  readonly type: string
  readonly isJson: boolean
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/** The revision of a tombstone: beyond every other. The wire has 9223372036854775807 for it. */
export const TOMBSTONE = Number.POSITIVE_INFINITY

/** The revision of a stream that has no event. */
export const NO_EVENT = -1

export const tombstoneType = '$streamDeleted'
export const metadataType = '$metadata'
export const linkType = '$>'
