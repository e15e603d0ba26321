import streams from '@eventstore/db-client/generated/streams_pb.js'
import { TOMBSTONE, type ProposedEvent, type StoredEvent } from '../log/stored-event.js'

const { ReadResp } = streams

/** An event from the bytes that it was stored with. */
export const decodeEvent = (bytes: Uint8Array): { readonly stored: StoredEvent; readonly proposed: ProposedEvent } => {
  const recorded = ReadResp.deserializeBinary(bytes).getEvent()?.getEvent()
  const properties = recorded?.getMetadataMap()
  const id = recorded?.getId()?.getString() ?? ''
  const type = properties?.get('type') ?? ''
  const revision = Number(recorded?.getStreamRevision())
  return {
    stored: {
      stream: Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString('utf8'),
      revision: Number.isSafeInteger(revision) ? revision : TOMBSTONE,
      position: Number(recorded?.getCommitPosition()),
      id,
      type,
      created: Number(properties?.get('created')) / 10_000,
      bytes,
    },
    proposed: {
      id,
      type,
      isJson: properties?.get('content-type') === 'application/json',
      data: recorded?.getData_asU8() ?? new Uint8Array(),
      metadata: recorded?.getCustomMetadata_asU8() ?? new Uint8Array(),
    },
  }
}
