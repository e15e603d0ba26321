import type { Map as ProtobufMap } from 'google-protobuf'
import type shared from '@eventstore/db-client/generated/shared_pb.js'
import type { ProposedEvent } from '../log/index.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import { missingProperties, thrown, type Failure } from './failure.js'
import { parseUuid } from './uuid.js'

/** An event of a request, or why it is none. */
export type Parsed = { readonly event: ProposedEvent } | { readonly refused: Failure }

interface ProposedMessage {
  readonly getId: () => shared.UUID | undefined
  readonly getMetadataMap: () => ProtobufMap<string, string>
  readonly getCustomMetadata_asU8: () => Uint8Array
  readonly getData_asU8: () => Uint8Array
}

export const parseEvent = (message: ProposedMessage): Parsed => {
  const properties = message.getMetadataMap()
  const [type, contentType] = [properties.get('type'), properties.get('content-type')]
  if (type === undefined || contentType === undefined)
    return {
      refused: missingProperties([
        ...(type === undefined ? ['type'] : []),
        ...(contentType === undefined ? ['content-type'] : []),
      ]),
    }
  const id = parseUuid(message.getId())
  if (id === undefined || type === '') return { refused: thrown }
  const isJson = contentType === 'application/json'
  return { event: { id, type, isJson, data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8() } }
}

export const streamNameOf = (identifier: shared.StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? new Uint8Array()).toString('utf8')

interface ExpectedOption {
  readonly hasNoStream: () => boolean
  readonly hasAny: () => boolean
  readonly hasStreamExists: () => boolean
}

/** The expected revision of a request; undefined if it names none. */
export const expectedIn = (options: ExpectedOption, exact: string | undefined): ExpectedRevision | undefined => {
  if (options.hasAny()) return 'any'
  if (options.hasNoStream()) return 'no_stream'
  if (options.hasStreamExists()) return 'stream_exists'
  return exact === undefined ? undefined : BigInt(exact)
}
