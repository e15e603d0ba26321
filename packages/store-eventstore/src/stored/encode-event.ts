import type { Envelope } from '@refund-case/core'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import { serverId } from './event-id.js'

const { UUID } = shared

/** One event as the server stores it. */
export interface EncodedEvent {
  readonly id: string
  readonly type: string
  readonly data: Uint8Array
  readonly metadata: Uint8Array
}

/**
 * The data of the envelope is the data of the event; everything else of it is metadata, correlation and cause under the
 * names that the server's own tools look for. The envelope can be put together again to the last byte.
 */
export const encodeEvent = (envelope: Envelope): EncodedEvent => {
  const { id, type, schemaVersion, occurredAt, actor, correlationId, causationId } = envelope
  const { command, restedOn, previousHash, hash } = envelope
  const known = serverId(id)
  const metadata = {
    $correlationId: correlationId,
    $causationId: causationId,
    schemaVersion,
    occurredAt,
    actor,
    ...(command === undefined ? {} : { command }),
    restedOn,
    previousHash,
    hash,
    ...(known === id ? {} : { eventId: id }),
  }
  return { id: known, type, data: bytes(envelope.data), metadata: bytes(metadata) }
}

const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))

/**
 * What the server counts of an event: up to 24.6 its data alone, later also its metadata and its type twice. The
 * larger number holds on both.
 */
export const sizeOf = ({ data, metadata, type }: EncodedEvent): number =>
  data.length + metadata.length + 2 * type.length

interface Message {
  readonly setId: (id: InstanceType<typeof UUID>) => unknown
  readonly getMetadataMap: () => { readonly set: (name: string, value: string) => unknown }
  readonly setCustomMetadata: (bytes: Uint8Array) => unknown
  readonly setData: (bytes: Uint8Array) => unknown
}

/** Puts an event into a message of either way to append. */
export const fill = <Into extends Message>(message: Into, { id, type, data, metadata }: EncodedEvent): Into => {
  message.setId(new UUID().setString(id))
  const properties = message.getMetadataMap()
  properties.set('type', type)
  properties.set('content-type', 'application/json')
  message.setData(data)
  message.setCustomMetadata(metadata)
  return message
}
