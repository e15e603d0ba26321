import type { EventStoreDBClient } from '@eventstore/db-client'
import streams from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type { CallOptions as GrpcOptions, Metadata } from '@grpc/grpc-js'
import type pb from '@eventstore/db-client/generated/streams_pb.js'

const { StreamsClient } = streams
type Stubs = streams.StreamsClient

export type ReadCall = ReturnType<Stubs['read']>
export type BatchCall = ReturnType<Stubs['batchAppend']>
type CallArguments = [metadata: Metadata, options: Partial<GrpcOptions>]

/** How a call is made: whether only a leader may answer it, and how long it may take (milliseconds). */
interface CallOptions {
  readonly requiresLeader: boolean
  readonly timeoutMs?: number
}

/**
 * The server's calls over the client's own connection: discovery, credentials, TLS and finding a new leader stay the
 * client's affair. What the client puts on top of the calls is left out, since its appends can hang for ever or end the
 * process, and its reads hide where they are.
 */
export interface Connection {
  readonly read: (request: pb.ReadReq, options: CallOptions) => Promise<ReadCall>
  readonly batchAppend: (options: CallOptions) => Promise<BatchCall>
  /** Answers what the server answered, rejects with what it failed with. `cancel` ends the call at once. */
  readonly append: (
    messages: ReadonlyArray<pb.AppendReq>,
    options: CallOptions,
    onCancel: (cancel: () => void) => void,
  ) => Promise<pb.AppendResp>
}

/** The parts of the client that its own appends and reads are made of, in version 6.2.1. */
interface ClientInside {
  GRPCStreamCreator: <Call>(stubs: typeof StreamsClient, name: string, open: (stubs: Stubs) => Call) => () => Promise<Call>
  execute: <Answer>(
    stubs: typeof StreamsClient,
    name: string,
    action: (stubs: Stubs) => Promise<Answer>,
  ) => Promise<Answer>
  callArguments: (options: { requiresLeader: boolean; deadline?: number }, more?: { deadline: number }) => CallArguments
  handleError: (stubs: unknown, error: Error) => Promise<void>
}

const parts = ['GRPCStreamCreator', 'execute', 'callArguments', 'handleError'] as const

const hasInside = (client: unknown): client is ClientInside =>
  typeof client === 'object' && client !== null && parts.every((name) => typeof Reflect.get(client, name) === 'function')

/** The calls of a client; undefined for what is no client of the version that is known here. */
export const connectionOf = (client: EventStoreDBClient): Connection | undefined => {
  const inside: unknown = client
  if (!hasInside(inside)) return undefined
  keepFromRejecting(inside)
  const argumentsOf = ({ requiresLeader, timeoutMs }: CallOptions): CallArguments =>
    timeoutMs === undefined
      ? inside.callArguments({ requiresLeader }, { deadline: Infinity })
      : inside.callArguments({ requiresLeader, deadline: timeoutMs })
  return {
    read: (request, options) =>
      inside.GRPCStreamCreator(StreamsClient, 'read', (stubs) => listened(stubs.read(request, ...argumentsOf(options))))(),
    batchAppend: (options) =>
      inside.GRPCStreamCreator(StreamsClient, 'batchAppend', (stubs) => listened(stubs.batchAppend(...argumentsOf(options))))(),
    append: (messages, options, onCancel) =>
      inside.execute(
        StreamsClient,
        'append',
        (stubs) =>
          new Promise((resolve, reject) => {
            const call = listened(
              stubs.append(...argumentsOf(options), (error, answer) => (error === null ? resolve(answer) : reject(error))),
            )
            onCancel(() => call.cancel())
            for (const message of messages) call.write(message)
            call.end()
          }),
      ),
  }
}

// An error that nobody listens for ends the process; whoever uses the call listens in a later turn.
const listened = <Call extends { on: (event: 'error', listener: () => void) => unknown }>(call: Call): Call => {
  call.on('error', () => undefined)
  return call
}

const guarded = new WeakSet()

// The client looks for another node in the background. When that fails too, its promise is held by nobody.
const keepFromRejecting = (client: ClientInside): void => {
  if (guarded.has(client)) return
  guarded.add(client)
  const handleError = client.handleError
  client.handleError = async (stubs, error) => {
    try {
      await handleError(stubs, error)
    } catch {
      // The next call says what is wrong.
    }
  }
}
