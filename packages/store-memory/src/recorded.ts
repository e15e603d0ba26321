import {
  positionAt,
  type Envelope,
  type Instant,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@refund-case/core'

/**
 * One event of the log. It is frozen, and its envelope with it, so that every reader can be handed the same one.
 *
 * The place in the global order is kept as a number, and written as a position only for who asks: a text for each event
 * would cost more memory than all the rest here.
 */
export class Recorded implements RecordedEvent {
  readonly stream: StreamName
  readonly revision: number
  readonly recordedAt: Instant
  readonly envelope: Envelope
  readonly #place: number

  constructor(stream: StreamName, revision: number, place: number, recordedAt: Instant, envelope: Envelope) {
    this.stream = stream
    this.revision = revision
    this.recordedAt = recordedAt
    this.envelope = envelope
    this.#place = place
    Object.freeze(this)
  }

  get position(): Position {
    return positionAt(this.#place)
  }

  /** With the position, which is no field of its own. */
  toJSON(): RecordedEvent {
    const { stream, revision, position, recordedAt, envelope } = this
    return { stream, revision, position, recordedAt, envelope }
  }

  /** The event's number in the global order: 1 for the first. */
  static placeOf(event: Recorded): number {
    return event.#place
  }
}
