import type {
  handleBidiStreamingCall,
  handleClientStreamingCall,
  handleServerStreamingCall,
  handleUnaryCall,
} from '@grpc/grpc-js'
import { StreamsService as Generated } from '@eventstore/db-client/generated/streams_grpc_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { serializeAnswer, type ReadAnswer } from './read-answers.js'

/** The client's own service, but that an event goes out as the bytes it was stored with. */
export const StreamsService = {
  ...Generated,
  read: { ...Generated.read, responseSerialize: serializeAnswer },
} as const

export type StreamsHandlers = {
  readonly read: handleServerStreamingCall<streams.ReadReq, ReadAnswer>
  readonly append: handleClientStreamingCall<streams.AppendReq, streams.AppendResp>
  readonly batchAppend: handleBidiStreamingCall<streams.BatchAppendReq, streams.BatchAppendResp>
  readonly delete: handleUnaryCall<streams.DeleteReq, streams.DeleteResp>
  readonly tombstone: handleUnaryCall<streams.TombstoneReq, streams.TombstoneResp>
}
