import type { ProposedEvent } from './stored-event.js'

// Length before and after, kind, version, position, flags, transaction, expected version, two ids, time, two lengths.
const FIXED = 92

/** The bytes that a record takes in the log of a server, so that positions lie as far apart as there. */
export const recordSize = (stream: string, { type, data, metadata }: ProposedEvent): number =>
  FIXED + prefixed(stream) + prefixed(type) + data.length + metadata.length

const prefixed = (text: string): number => {
  const length = Buffer.byteLength(text)
  return length + Math.ceil(Math.max(1, Math.log2(length + 1)) / 7)
}
