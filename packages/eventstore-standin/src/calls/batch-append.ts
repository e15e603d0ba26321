import shared from '@eventstore/db-client/generated/shared_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ServerDuplexStream } from '@grpc/grpc-js'
import { batchAnswerOf, failureOf } from '../faults/error-answers.js'
import type { Asked, ErrorName } from '../faults/fault.js'
import {
  batchAppended,
  batchBadRequest,
  batchNotAppended,
  batchStreamDeleted,
  batchTimeout,
  batchTooBig,
} from '../protocol/append-answers.js'
import { streamNameOf } from '../protocol/requests.js'
import { parseUuid } from '../protocol/uuid.js'
import { beginBatch, collect, type Batch } from './batch.js'
import { contextOf } from './context-of.js'
import type { Node, OpenCall } from './node.js'
import { perform, type Exits } from './perform.js'

type Call = ServerDuplexStream<streams.BatchAppendReq, streams.BatchAppendResp>

/** The batch append: one call for all appends of a client, each with its correlation id. */
export const batchAppend =
  (node: Node) =>
  (call: Call): void => {
    const pending = new Map<string, Batch>()
    let isOpen = true

    const fail = (name: ErrorName, stream = ''): void => {
      if (isOpen) call.emit('error', failureOf(name, contextOf(node, stream)))
      close()
    }
    const open: OpenCall = {
      call: 'append',
      stream: '',
      path: 'batch',
      drop: (how) => (how === 'end' ? end() : fail(how)),
    }
    const close = (): void => {
      isOpen = false
      pending.clear()
      node.open.delete(open)
    }
    const end = (): void => {
      if (isOpen) call.end()
      close()
    }

    const settle = (correlation: string, batch: Batch): void => {
      const stream = streamNameOf(batch.identifier)
      const answer = (response: streams.BatchAppendResp | undefined): void => {
        if (response !== undefined && isOpen) call.write(addressed(response, correlation, batch))
      }
      const asked: Asked = { call: 'append', stream, path: 'batch' }
      const exits: Exits<streams.BatchAppendResp | undefined> = {
        answer,
        refuse: (name) => {
          const response = batchAnswerOf(name, batch.identifier, contextOf(node, stream, batch.expected))
          if (response === undefined) fail(name, stream)
          else answer(response)
        },
        end,
      }
      perform(node, call, asked, () => write(node, stream, batch), exits, node.faults.meet(asked))
    }

    node.open.add(open)
    call.on('data', (request: streams.BatchAppendReq) => {
      const correlation = parseUuid(request.getCorrelationId())
      if (correlation === undefined || !isOpen) return
      const batch = pending.get(correlation) ?? beginBatch(request.getOptions())
      if (batch === undefined) return
      collect(batch, request, node.maxAppendSize)
      pending.set(correlation, batch)
      if (!request.getIsFinal()) return
      pending.delete(correlation)
      settle(correlation, batch)
    })
    call.on('end', end)
    call.on('cancelled', close)
  }

const write = (
  node: Node,
  stream: string,
  { identifier, options, expected, events, size, isBad }: Batch,
): streams.BatchAppendResp | undefined => {
  if (isBad || expected === undefined || stream === '') return batchBadRequest('The append is not well formed')
  if (size > node.maxAppendSize) return batchTooBig(node.maxAppendSize)
  // The deadline is an instant by the client's clock.
  const deadline = options.getDeadline()
  const expires = deadline && deadline.getSeconds() * 1000 + deadline.getNanos() / 1_000_000
  if (expires !== undefined && expires <= node.clock()) return batchTimeout()
  const written = node.writer?.append(stream, expected, events)
  switch (written?.kind) {
    case 'written':
      return batchAppended(written.revision, written.position)
    case 'wrong-expected-version':
      return batchNotAppended(expected, written.current)
    case 'stream-deleted':
      return batchStreamDeleted(identifier)
    default:
      return undefined
  }
}

// An answer says which append it is for, and repeats what was expected.
const addressed = (
  answer: streams.BatchAppendResp,
  correlation: string,
  { identifier, options }: Batch,
): streams.BatchAppendResp => {
  answer.setCorrelationId(new shared.UUID().setString(correlation)).setStreamIdentifier(identifier)
  if (options.hasStreamPosition()) return answer.setStreamPosition(options.getStreamPosition())
  if (options.hasNoStream()) return answer.setNoStream(options.getNoStream())
  return options.hasAny() ? answer.setAny(options.getAny()) : answer.setStreamExists(options.getStreamExists())
}
