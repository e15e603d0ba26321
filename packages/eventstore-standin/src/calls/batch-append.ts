import shared from '@eventstore/db-client/generated/shared_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerDuplexStream } from '@grpc/grpc-js'
import type { ProposedEvent } from '../log/index.js'
import {
  batchAppended,
  batchBadRequest,
  batchNotAppended,
  batchStreamDeleted,
  batchTimeout,
  batchTooBig,
} from '../protocol/append-answers.js'
import { expectedIn, parseEvent, streamNameOf } from '../protocol/requests.js'
import { parseUuid } from '../protocol/uuid.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'
import { MAX_APPEND_SIZE, type Node } from './node.js'

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>

/** An append that is coming in, perhaps in several messages. */
interface Pending {
  readonly identifier: shared.StreamIdentifier
  readonly options: streams.BatchAppendReq.Options
  readonly expected: ExpectedRevision | undefined
  readonly events: Array<ProposedEvent>
  size: number
  bad: boolean
}

/** The batch append: one call for all appends of a client, each with its correlation id. */
export const batchAppend =
  (node: Node) =>
  (call: Call): void => {
    const pending = new Map<string, Pending>()

    const take = (request: streams.BatchAppendReq): void => {
      const correlation = parseUuid(request.getCorrelationId())
      if (correlation === undefined) return
      const entry = pending.get(correlation) ?? begin(request.getOptions())
      if (entry === undefined) return
      collect(entry, request)
      if (!request.getIsFinal()) return void pending.set(correlation, entry)
      pending.delete(correlation)
      const answer = perform(node, entry)
      if (answer !== undefined) call.write(addressed(answer, correlation, entry))
    }

    call.on('data', take)
    call.on('end', () => call.end())
  }

const begin = (options: streams.BatchAppendReq.Options | undefined): Pending | undefined =>
  options && {
    identifier: options.getStreamIdentifier() ?? new shared.StreamIdentifier(),
    options,
    expected: expectedIn(options, options.hasStreamPosition() ? options.getStreamPosition() : undefined),
    events: [],
    size: 0,
    bad: false,
  }

const collect = (entry: Pending, request: streams.BatchAppendReq): void => {
  for (const message of request.getProposedMessagesList()) {
    const parsed = parseEvent(message)
    if ('refused' in parsed) entry.bad = true
    else {
      entry.size += parsed.event.data.length
      if (entry.size <= MAX_APPEND_SIZE) entry.events.push(parsed.event)
    }
  }
}

const perform = (node: Node, { identifier, options, expected, events, size, bad }: Pending) => {
  const stream = streamNameOf(identifier)
  const deadline = options.getDeadline()
  if (bad || expected === undefined || stream === '') return batchBadRequest('The append is not well formed')
  if (size > MAX_APPEND_SIZE) return batchTooBig(MAX_APPEND_SIZE)
  // The deadline is an instant by the client's clock.
  const expires = deadline && deadline.getSeconds() * 1000 + deadline.getNanos() / 1_000_000
  if (expires !== undefined && expires <= node.clock()) return batchTimeout()
  const written = node.writer.append(stream, expected, events)
  switch (written.kind) {
    case 'written':
      return batchAppended(written.revision, written.position)
    case 'wrong-expected-version':
      return batchNotAppended(expected, written.current)
    case 'stream-deleted':
      return batchStreamDeleted(identifier)
    case 'unanswered':
      return undefined
  }
}

// An answer says which append it is for, and repeats what was expected.
const addressed = (
  answer: streams.BatchAppendResp,
  correlation: string,
  { identifier, options }: Pending,
): streams.BatchAppendResp => {
  answer.setCorrelationId(new shared.UUID().setString(correlation)).setStreamIdentifier(identifier)
  if (options.hasStreamPosition()) return answer.setStreamPosition(options.getStreamPosition())
  if (options.hasNoStream()) return answer.setNoStream(options.getNoStream())
  return options.hasAny() ? answer.setAny(options.getAny()) : answer.setStreamExists(options.getStreamExists())
}
