import type { CommandMark, Envelope } from './envelope.js'

// A constructor that hands back what it was given: a class that extends it adds its private field to that object.
// oxlint-disable-next-line no-extraneous-class -- only a constructor can do so
class Itself {
  constructor(envelope: Envelope) {
    return envelope
  }
}

/**
 * A mark on an envelope that nobody outside can set, see or take away, and that leaves the envelope a plain object.
 * `proof` remembers for whom its data was found to decode: what is frozen stays so.
 */
class Mark extends Itself {
  #proof: object | undefined = undefined

  static isOn(envelope: object): boolean {
    return #proof in envelope
  }

  static proves(envelope: object, by: object): boolean {
    return #proof in envelope && envelope.#proof === by
  }

  static prove(envelope: object, by: object): void {
    if (#proof in envelope) envelope.#proof = by
  }
}

/** The fields that all envelopes of one append have in common. */
export type SharedFields = Pick<Envelope, 'occurredAt' | 'actor' | 'correlationId' | 'causationId' | 'restedOn'> & {
  readonly command?: CommandMark | undefined
}

/** An envelope with its fields in the one order that all have, so that all are of one hidden class. */
export const arranged = (shared: SharedFields, own: Omit<Envelope, keyof SharedFields>): Envelope => {
  const { id, type, schemaVersion, data, previousHash, hash } = own
  const { occurredAt, actor, correlationId, causationId, command, restedOn } = shared
  if (command === undefined)
    return {
      id,
      type,
      schemaVersion,
      occurredAt,
      actor,
      correlationId,
      causationId,
      restedOn,
      data,
      previousHash,
      hash,
    }
  return {
    id,
    type,
    schemaVersion,
    occurredAt,
    actor,
    correlationId,
    causationId,
    command,
    restedOn,
    data,
    previousHash,
    hash,
  }
}

/** Freezes an envelope whose parts are frozen, and marks it as built here. */
export const markBuilt = (envelope: Envelope): Envelope => {
  void new Mark(envelope)
  return Object.freeze(envelope)
}

/**
 * Whether an envelope was made by `buildEnvelopes` or `adoptEnvelope`: complete, plain JSON, frozen deep and held by
 * nobody who could change it. A store may keep it as it is; anything else it must adopt first.
 */
export const isBuiltEnvelope = (value: unknown): value is Envelope =>
  typeof value === 'object' && value !== null && Mark.isOn(value)

/** Whether `prove` was called for this envelope with the same `by`, last of all. */
export const isProven = (envelope: Envelope, by: object): boolean => Mark.proves(envelope, by)

/** Remembers that `by` accepts the envelope's data. Nothing for an envelope that was not built here. */
export const prove = (envelope: Envelope, by: object): void => Mark.prove(envelope, by)
