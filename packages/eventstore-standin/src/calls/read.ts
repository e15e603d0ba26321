import type streams from '@eventstore/db-client/generated/streams_pb.js'
import { failureOf } from '../faults/error-answers.js'
import type { Asked } from '../faults/fault.js'
import type { EventLog, StoredEvent } from '../log/index.js'
import { thrown } from '../protocol/failure.js'
import { presented, streamNotFound, type Presentation } from '../protocol/read-answers.js'
import { streamNameOf } from '../protocol/requests.js'
import { contextOf } from './context-of.js'
import type { Node, OpenCall } from './node.js'
import { Outlet, type ReadCall } from './outlet.js'
import { perform, strike, type Exits } from './perform.js'
import { allEvents, streamEvents } from './selected-events.js'
import { subscribe } from './subscribe.js'

/** Reads and subscriptions: they are one call, told apart by their options. */
export const read =
  (node: Node) =>
  (call: ReadCall): void => {
    const outlet = new Outlet(call)
    const options = call.request.getOptions()
    if (options === undefined) return outlet.fail(thrown)
    const asked = askedBy(options)
    const exits: Exits<void> = {
      answer: () => undefined,
      refuse: (name) => outlet.fail(failureOf(name, contextOf(node, asked.stream))),
      end: () => outlet.end(),
    }
    const open: OpenCall = { ...asked, drop: (how) => (how === 'end' ? exits.end() : exits.refuse(how)) }
    node.open.add(open)
    outlet.onClose(() => node.open.delete(open))

    const fault = node.faults.meet(asked)
    const isLater = fault?.afterEvents !== undefined
    if (isLater) outlet.brake(fault.afterEvents, () => strike(node, call, fault, exits, () => outlet.release()))
    perform(node, call, asked, () => answer(node, options, outlet), exits, isLater ? undefined : fault)
  }

const askedBy = (options: streams.ReadReq.Options): Asked => ({
  call: options.hasSubscription() ? 'subscribe' : 'read',
  stream: options.hasStream() ? streamNameOf(options.getStream()?.getStreamIdentifier()) : '$all',
})

const answer = (node: Node, options: streams.ReadReq.Options, outlet: Outlet): void => {
  const present = presented(presentationOf(node.log, options))
  if (options.hasSubscription()) return subscribe(node, options, outlet, present)
  const selected = options.hasStream() ? streamEvents(node, options) : allEvents(node, options)
  if (selected === 'never') return undefined
  if ('failure' in selected) return outlet.fail(selected.failure)
  if ('missing' in selected) {
    outlet.say(streamNotFound(selected.missing))
    return outlet.end()
  }
  void pour(selected.events, outlet, present).catch(() => outlet.fail(thrown))
}

const pour = async (events: Iterable<StoredEvent>, outlet: Outlet, present: ReturnType<typeof presented>) => {
  for (const event of events) {
    if (outlet.isFull) await outlet.room()
    if (outlet.isClosed) return
    outlet.sendEvent(present(event))
  }
  if (outlet.isFull) await outlet.room()
  outlet.end()
}

const presentationOf = (log: EventLog, options: streams.ReadReq.Options): Presentation => ({
  resolve: options.getResolveLinks() ? (stream, revision) => log.find(stream)?.events[revision] : undefined,
  structuredIds: options.getUuidOption()?.hasStructured() ?? false,
})
