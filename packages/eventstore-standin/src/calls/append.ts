import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerReadableStream, sendUnaryData } from '@grpc/grpc-js'
import { failureOf } from '../faults/error-answers.js'
import type { Asked } from '../faults/fault.js'
import type { ProposedEvent } from '../log/index.js'
import { appended, notAppended } from '../protocol/append-answers.js'
import { maximumAppendSizeExceeded, streamDeleted, thrown, type Failure } from '../protocol/failure.js'
import { expectedIn, parseEvent, streamNameOf } from '../protocol/requests.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import { contextOf } from './context-of.js'
import type { Node } from './node.js'
import { perform, type Exits } from './perform.js'

type Call = ServerReadableStream<streams.AppendReq, streams.AppendResp>
type Answer = sendUnaryData<streams.AppendResp>

/** The classic append: one call for each, the options first and then one event a message. */
export const append =
  (node: Node) =>
  (call: Call, answer: Answer): void => {
    const incoming = new Incoming(node.maxAppendSize)
    call.on('data', (request: streams.AppendReq) => incoming.take(request))
    call.on('end', () => {
      const { stream, expected, refused } = incoming
      if (refused !== undefined || expected === undefined) return answer(refused ?? thrown)
      const refuse = (failure: Failure) => answer(failure)
      const asked: Asked = { call: 'append', stream, path: 'classic' }
      const exits: Exits<(answer: Answer) => void> = {
        answer: (outcome) => outcome(answer),
        refuse: (name) => refuse(failureOf(name, contextOf(node, stream, expected))),
        end: () => exits.refuse('internal'),
      }
      perform(node, call, asked, () => write(node, incoming, expected), exits, node.faults.meet(asked))
    })
  }

const write = (node: Node, { stream, events }: Incoming, expected: ExpectedRevision): ((answer: Answer) => void) => {
  const written = node.writer?.append(stream, expected, events)
  switch (written?.kind) {
    case 'written':
      return (answer) => answer(null, appended(written.revision, written.position))
    case 'wrong-expected-version':
      return (answer) => answer(null, notAppended(expected, written.current))
    case 'stream-deleted':
      return (answer) => answer(streamDeleted(stream))
    default:
      return () => undefined
  }
}

/** What has come in so far. */
class Incoming {
  stream = ''
  expected: ExpectedRevision | undefined
  refused: Failure | undefined
  readonly events: Array<ProposedEvent> = []
  readonly #maxSize: number
  #size = 0

  constructor(maxSize: number) {
    this.#maxSize = maxSize
  }

  take(request: streams.AppendReq): void {
    const options = request.getOptions()
    const message = request.getProposedMessage()
    if (options !== undefined) {
      this.stream = streamNameOf(options.getStreamIdentifier())
      this.expected = expectedIn(options, options.hasRevision() ? options.getRevision() : undefined)
      if (this.stream === '' || this.expected === undefined) this.refused = thrown
    }
    if (message === undefined || this.refused !== undefined) return
    const parsed = parseEvent(message)
    if ('refused' in parsed) this.refused = parsed.refused
    else this.#add(parsed.event)
  }

  #add(event: ProposedEvent): void {
    this.#size += event.data.length
    if (this.#size > this.#maxSize) this.refused = maximumAppendSizeExceeded(this.#maxSize)
    else this.events.push(event)
  }
}
