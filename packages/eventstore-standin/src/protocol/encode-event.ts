import type { ProposedEvent } from '../log/stored-event.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'

const { ReadResp } = streams

/** The answer of a read that holds this one event, as bytes: it is made once, when the event is written. */
export const encodeEvent = (
  stream: string,
  revision: number,
  position: number,
  created: number,
  { id, type, isJson, data, metadata }: ProposedEvent,
): Uint8Array => {
  const at = String(position)
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(wireRevision(revision))
    .setPreparePosition(at)
    .setCommitPosition(at)
    .setCustomMetadata(metadata)
    .setData(data)
  recorded
    .getMetadataMap()
    .set('type', type)
    .set('created', ticks(created))
    .set('content-type', isJson ? 'application/json' : 'application/octet-stream')
  const answer = new ReadResp().setEvent(new ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(at))
  // A copy in a shared slab takes far less memory than an array buffer for each event.
  return Buffer.from(answer.serializeBinary())
}

/** A revision as the wire has it; that of a tombstone is 2⁶³ − 1. */
const wireRevision = (revision: number): string =>
  Number.isFinite(revision) ? String(revision) : '9223372036854775807'

// Units of 100 ns since 1970, of which a number of JavaScript cannot hold all digits.
const ticks = (milliseconds: number): string => {
  const whole = Math.floor(milliseconds)
  return `${whole}${String(Math.floor((milliseconds - whole) * 10_000)).padStart(4, '0')}`
}
