import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { EventLog, StoredEvent } from '../log/index.js'
import { readable } from '../reading/readable.js'
import { indexAt, isBoundary, stretch, type Direction } from '../reading/stretch.js'
import { streamDeleted, thrown } from '../protocol/failure.js'
import { presented, streamNotFound, type Presentation } from '../protocol/read-answers.js'
import { streamNameOf } from '../protocol/requests.js'
import type { Node } from './node.js'
import { Outlet, type ReadCall } from './outlet.js'
import { subscribe } from './subscribe.js'

/** Reads and subscriptions: they are one call, told apart by their options. */
export const read =
  (node: Node) =>
  (call: ReadCall): void => {
    const outlet = new Outlet(call)
    const options = call.request.getOptions()
    if (options === undefined) return outlet.fail(thrown)
    const present = presented(presentationOf(node.log, options))
    if (options.hasSubscription()) return subscribe(node, options, outlet, present)
    const events = options.hasStream() ? streamEvents(node, options, outlet) : allEvents(node, options, outlet)
    if (events !== undefined) void pour(events, outlet, present)
  }

const pour = async (events: Iterable<StoredEvent>, outlet: Outlet, present: ReturnType<typeof presented>) => {
  for (const event of events) {
    outlet.send(present(event))
    if (outlet.isFull) await outlet.room()
    if (outlet.isClosed) return
  }
  outlet.end()
}

const presentationOf = (log: EventLog, options: streams.ReadReq.Options): Presentation => ({
  resolve: options.getResolveLinks() ? (stream, revision) => log.find(stream)?.events[revision] : undefined,
  structuredIds: options.getUuidOption()?.hasStructured() ?? false,
})

const directionOf = (options: streams.ReadReq.Options): Direction =>
  options.getReadDirection() === streams.ReadReq.Options.ReadDirection.FORWARDS ? 'forwards' : 'backwards'

const streamEvents = (node: Node, options: streams.ReadReq.Options, outlet: Outlet) => {
  const of = options.getStream()
  const name = streamNameOf(of?.getStreamIdentifier())
  const limit = Number(options.getCount())
  const direction = directionOf(options)
  if (of === undefined || name === '' || limit === 0 || (direction === 'forwards' && of.hasEnd()))
    return outlet.fail(thrown)
  const slice = readable(node.log, name, node.clock())
  if (slice.kind === 'deleted') return outlet.fail(streamDeleted(name))
  if (slice.kind === 'missing') {
    outlet.send(streamNotFound(name))
    return outlet.end()
  }
  const { events, first } = slice
  const last = events.length - 1
  const from = of.hasRevision() ? Number(of.getRevision()) : of.hasEnd() ? last : 0
  return direction === 'forwards'
    ? stretch(events, direction, Math.max(first, from), first, limit)
    : stretch(events, direction, Math.min(last, from), first, limit)
}

const allEvents = (node: Node, options: streams.ReadReq.Options, outlet: Outlet) => {
  const of = options.getAll()
  const limit = Number(options.getCount())
  const direction = directionOf(options)
  if (of === undefined) return outlet.fail(thrown)
  // A server reads for ever when it should read nothing.
  if (limit === 0) return undefined
  const { all, end } = node.log
  const position = of.getPosition()
  const commit = position === undefined ? (of.hasEnd() ? end : 0) : Number(position.getCommitPosition())
  if (Number(position?.getPreparePosition() ?? 0) > commit || !isBoundary(node.log, commit)) return outlet.fail(thrown)
  const at = indexAt(node.log, commit)
  return stretch(all, direction, direction === 'forwards' ? at : at - 1, 0, limit)
}
