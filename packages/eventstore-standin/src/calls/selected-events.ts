import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { StoredEvent } from '../log/index.js'
import { streamDeleted, thrown, type Failure } from '../protocol/failure.js'
import { streamNameOf } from '../protocol/requests.js'
import { readable } from '../reading/readable.js'
import { indexAt, isBoundary, stretch, type Direction } from '../reading/stretch.js'
import type { Node } from './node.js'

type Options = streams.ReadReq.Options

const directionOf = (options: Options): Direction =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS ? 'forwards' : 'backwards'

/** What a read asks for, or why it gets none. */
export type Selected =
  | { readonly events: Iterable<StoredEvent> }
  | { readonly failure: Failure }
  | { readonly missing: string }
  /** A server reads for ever when it should read nothing of all streams. */
  | 'never'

/** The events of a stream that a read asks for. */
export const streamEvents = (node: Node, options: Options): Selected => {
  const of = options.getStream()
  const name = streamNameOf(of?.getStreamIdentifier())
  const limit = Number(options.getCount())
  const direction = directionOf(options)
  const isForwardsFromEnd = direction === 'forwards' && of?.hasEnd() === true
  if (of === undefined || name === '' || limit === 0 || isForwardsFromEnd) return { failure: thrown }
  const slice = readable(node.log, name, node.clock())
  if (slice.kind === 'deleted') return { failure: streamDeleted(name) }
  if (slice.kind === 'missing') return { missing: name }
  const { events, first } = slice
  const last = events.length - 1
  const from = of.hasRevision() ? Number(of.getRevision()) : of.hasEnd() ? last : 0
  const start = direction === 'forwards' ? Math.max(first, from) : Math.min(last, from)
  return { events: stretch(events, direction, start, first, limit) }
}

/** The events of all streams that a read asks for: forwards with the position itself, backwards without. */
export const allEvents = (node: Node, options: Options): Selected => {
  const of = options.getAll()
  const limit = Number(options.getCount())
  if (of === undefined) return { failure: thrown }
  if (limit === 0) return 'never'
  const { all, end } = node.log
  const position = of.getPosition()
  const commit = position === undefined ? (of.hasEnd() ? end : 0) : Number(position.getCommitPosition())
  const isAhead = Number(position?.getPreparePosition() ?? 0) > commit
  if (isAhead || !isBoundary(node.log, commit)) return { failure: thrown }
  const at = indexAt(node.log, commit)
  const direction = directionOf(options)
  return { events: stretch(all, direction, direction === 'forwards' ? at : at - 1, 0, limit) }
}
