import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js'
import { failureOf } from '../faults/error-answers.js'
import type { Asked } from '../faults/fault.js'
import { streamDeleted, thrown, wrongExpectedVersion } from '../protocol/failure.js'
import { expectedIn, streamNameOf } from '../protocol/requests.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import type { Writer, Written } from '../writing/writer.js'
import { contextOf } from './context-of.js'
import type { Node } from './node.js'
import { perform, type Exits } from './perform.js'

const { DeleteResp, TombstoneResp } = streams

/** The soft delete. */
export const deleteStream =
  (node: Node) =>
  (call: ServerUnaryCall<streams.DeleteReq, streams.DeleteResp>, answer: sendUnaryData<streams.DeleteResp>): void =>
    erase(node, call, 'delete', answer, {
      write: (writer, stream, expected) => writer.delete(stream, expected),
      done: (at) =>
        new DeleteResp().setPosition(new DeleteResp.Position().setCommitPosition(at).setPreparePosition(at)),
      doneBefore: () => new DeleteResp().setNoPosition(new shared.Empty()),
    })

/** The hard delete. */
export const tombstoneStream =
  (node: Node) =>
  (
    call: ServerUnaryCall<streams.TombstoneReq, streams.TombstoneResp>,
    answer: sendUnaryData<streams.TombstoneResp>,
  ): void =>
    erase(node, call, 'tombstone', answer, {
      write: (writer, stream, expected) => writer.tombstone(stream, expected),
      done: (at) =>
        new TombstoneResp().setPosition(new TombstoneResp.Position().setCommitPosition(at).setPreparePosition(at)),
      doneBefore: () => new TombstoneResp().setNoPosition(new shared.Empty()),
    })

interface Erasure<Answer> {
  readonly write: (writer: Writer, stream: string, expected: ExpectedRevision) => Written
  readonly done: (position: string) => Answer
  readonly doneBefore: () => Answer
}

const erase = <Answer>(
  node: Node,
  call: ServerUnaryCall<streams.DeleteReq | streams.TombstoneReq, Answer>,
  name: 'delete' | 'tombstone',
  answer: sendUnaryData<Answer>,
  { write, done, doneBefore }: Erasure<Answer>,
): void => {
  const options = call.request.getOptions()
  const stream = streamNameOf(options?.getStreamIdentifier())
  const expected = options && expectedIn(options, options.hasRevision() ? options.getRevision() : undefined)
  if (expected === undefined || stream === '') return answer(thrown)
  const act = () => node.writer && write(node.writer, stream, expected)
  const asked: Asked = { call: name, stream }
  const exits: Exits<Written | undefined> = {
    answer: (written) => {
      switch (written?.kind) {
        case 'written':
          return answer(null, written.position === undefined ? doneBefore() : done(String(written.position)))
        case 'wrong-expected-version':
          return answer(wrongExpectedVersion(stream, expected, written.current))
        case 'stream-deleted':
          return answer(streamDeleted(stream))
        default:
          return undefined
      }
    },
    refuse: (error) => answer(failureOf(error, contextOf(node, stream, expected))),
    end: () => exits.refuse('internal'),
  }
  perform(node, call, asked, act, exits, node.faults.meet(asked))
}
