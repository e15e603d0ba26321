import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js'
import type { ProposedEvent } from '../log/index.js'
import { appended, notAppended } from '../protocol/append-answers.js'
import { maximumAppendSizeExceeded, streamDeleted, thrown, type Failure } from '../protocol/failure.js'
import { expectedIn, parseEvent, streamNameOf } from '../protocol/requests.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import { MAX_APPEND_SIZE, type Node } from './node.js'

type Call = ServerReadableStream<streams.AppendReq, streams.AppendResp>

/** The classic append: one call for each, the options first and then one event a message. */
export const append =
  (node: Node) =>
  (call: Call, answer: sendUnaryData<streams.AppendResp>): void => {
    let stream = ''
    let expected: ExpectedRevision | undefined
    let refused: Failure | undefined
    let size = 0
    const events: Array<ProposedEvent> = []

    const take = (request: streams.AppendReq): void => {
      const options = request.getOptions()
      const message = request.getProposedMessage()
      if (options !== undefined) {
        stream = streamNameOf(options.getStreamIdentifier())
        expected = expectedIn(options, options.hasRevision() ? options.getRevision() : undefined)
        if (stream === '' || expected === undefined) refused = thrown
      }
      if (message === undefined || refused !== undefined) return
      const parsed = parseEvent(message)
      if ('refused' in parsed) refused = parsed.refused
      else {
        size += parsed.event.data.length
        events.push(parsed.event)
        if (size > MAX_APPEND_SIZE) refused = maximumAppendSizeExceeded(MAX_APPEND_SIZE)
      }
    }

    call.on('data', take)
    call.on('end', () => {
      if (refused !== undefined || expected === undefined) return answer(refused ?? thrown)
      const written = node.writer.append(stream, expected, events)
      switch (written.kind) {
        case 'written':
          return answer(null, appended(written.revision, written.position))
        case 'wrong-expected-version':
          return answer(null, notAppended(expected, written.current))
        case 'stream-deleted':
          return answer(streamDeleted(stream))
        case 'unanswered':
      }
    })
  }
