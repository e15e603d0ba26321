import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import { streamDeleted, thrown, wrongExpectedVersion } from '../protocol/failure.js'
import { expectedIn, streamNameOf } from '../protocol/requests.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import type { Written } from '../writing/writer.js'
import type { Node } from './node.js'

const { DeleteResp, TombstoneResp } = streams

/** The soft delete. */
export const deleteStream =
  (node: Node) =>
  (call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>, answer: sendUnaryData<streams.DeleteResp>): void =>
    erase(
      call.request.getOptions(),
      (stream, expected) => node.writer.delete(stream, expected),
      answer,
      (at) => {
        if (at === undefined) return new DeleteResp().setNoPosition(new shared.Empty())
        return new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at))
      },
    )

/** The hard delete. */
export const tombstoneStream =
  (node: Node) =>
  (
    call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
    answer: sendUnaryData<streams.TombstoneResp>,
  ): void =>
    erase(
      call.request.getOptions(),
      (stream, expected) => node.writer.tombstone(stream, expected),
      answer,
      (at) => {
        if (at === undefined) return new TombstoneResp().setNoPosition(new shared.Empty())
        return new TombstoneResp().setPosition(
          new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at),
        )
      },
    )

const erase = <Answer>(
  options: streams.DeleteReq.Options | streams.TombstoneReq.Options | undefined,
  write: (stream: string, expected: ExpectedRevision) => Written,
  answer: sendUnaryData<Answer>,
  done: (position: string | undefined) => Answer,
): void => {
  const stream = streamNameOf(options?.getStreamIdentifier())
  const expected = options && expectedIn(options, options.hasRevision() ? options.getRevision() : undefined)
  if (expected === undefined || stream === '') return answer(thrown)
  const written = write(stream, expected)
  switch (written.kind) {
    case 'written':
      return answer(null, done(written.position?.toString()))
    case 'wrong-expected-version':
      return answer(wrongExpectedVersion(stream, expected, written.current))
    case 'stream-deleted':
      return answer(streamDeleted(stream))
    case 'unanswered':
  }
}
