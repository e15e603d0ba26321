import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js'
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js'
import { append } from '../calls/append.js'
import { batchAppend } from '../calls/batch-append.js'
import { deleteStream, tombstoneStream } from '../calls/delete.js'
import { gossip } from '../calls/gossip.js'
import type { Node } from '../calls/node.js'
import { read } from '../calls/read.js'
import { supportedMethods } from '../calls/server-features.js'
import { StreamsService, type StreamsHandlers } from '../protocol/streams-service.js'

export interface Service {
  readonly definition: ServiceDefinition
  readonly handlers: UntypedServiceImplementation
}

/** What a node answers. */
export const servicesOf = (node: Node): ReadonlyArray<Service> => {
  const handlers: StreamsHandlers = {
    read: read(node),
    append: append(node),
    batchAppend: batchAppend(node),
    delete: deleteStream(node),
    tombstone: tombstoneStream(node),
  }
  return [
    { definition: StreamsService, handlers },
    { definition: ServerFeaturesService, handlers: { getSupportedMethods: supportedMethods(node) } },
    { definition: GossipService, handlers: { read: gossip(node) } },
  ]
}
