import shared from '@eventstore/db-client/generated/shared_pb.js'
import type streams from '@eventstore/db-client/generated/streams_pb.js'
import type { ProposedEvent } from '../log/index.js'
import { expectedIn, parseEvent } from '../protocol/requests.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'

/** One append of a batch stream, as far as it has come in: it may take several messages. */
export interface Batch {
  readonly identifier: shared.StreamIdentifier
  readonly options: streams.BatchAppendReq.Options
  readonly expected: ExpectedRevision | undefined
  readonly events: Array<ProposedEvent>
  size: number
  isBad: boolean
}

/** Only the first message of an append has options. */
export const beginBatch = (options: streams.BatchAppendReq.Options | undefined): Batch | undefined =>
  options && {
    identifier: options.getStreamIdentifier() ?? new shared.StreamIdentifier(),
    options,
    expected: expectedIn(options, options.hasStreamPosition() ? options.getStreamPosition() : undefined),
    events: [],
    size: 0,
    isBad: false,
  }

/** Adds a message to its append; what is too big is counted and not kept. */
export const collect = (batch: Batch, request: streams.BatchAppendReq, maxSize: number): void => {
  for (const message of request.getProposedMessagesList()) {
    const parsed = parseEvent(message)
    if ('refused' in parsed) batch.isBad = true
    else {
      batch.size += parsed.event.data.length
      if (batch.size <= maxSize) batch.events.push(parsed.event)
    }
  }
}
