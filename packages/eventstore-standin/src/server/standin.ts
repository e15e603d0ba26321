import { performance } from 'node:perf_hooks'
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js'
import { append } from '../calls/append.js'
import { batchAppend } from '../calls/batch-append.js'
import { deleteStream, tombstoneStream } from '../calls/delete.js'
import type { Node, ServerVersion } from '../calls/node.js'
import { read } from '../calls/read.js'
import { supportedMethods } from '../calls/server-features.js'
import { EventLog } from '../log/index.js'
import { StreamsService, type StreamsHandlers } from '../protocol/streams-service.js'
import { Writer } from '../writing/writer.js'
import { listen } from './listener.js'

export interface StandinOptions {
  /** Which server to be, where they differ. 23.10 if nothing is said. */
  readonly version?: ServerVersion
  /** 0, or none, is a free one. */
  readonly port?: number
  readonly host?: string
  /** Milliseconds since 1970, with fractions. */
  readonly clock?: () => number
}

/** A running stand-in. */
export interface Standin {
  readonly host: string
  readonly port: number
  /** What a client is given: `esdb://127.0.0.1:34567?tls=false`. */
  readonly connectionString: string
  readonly close: () => Promise<void>
}

/** Starts a server that answers as EventStoreDB does. */
export const startStandin = async (options: StandinOptions = {}): Promise<Standin> => {
  const { version = '23.10', host = '127.0.0.1', clock = systemClock } = options
  const log = new EventLog(clock)
  const node: Node = { version, log, writer: new Writer(log, clock), clock }
  const handlers: StreamsHandlers = {
    read: read(node),
    append: append(node),
    batchAppend: batchAppend(node),
    delete: deleteStream(node),
    tombstone: tombstoneStream(node),
  }
  const listener = await listen(
    [
      { definition: StreamsService, handlers },
      { definition: ServerFeaturesService, handlers: { getSupportedMethods: supportedMethods(node) } },
    ],
    host,
    options.port ?? 0,
  )
  return {
    host,
    port: listener.port,
    connectionString: `esdb://${host}:${listener.port}?tls=false`,
    close: listener.close,
  }
}

const systemClock = (): number => performance.timeOrigin + performance.now()
