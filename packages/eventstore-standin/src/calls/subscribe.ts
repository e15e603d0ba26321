import streams from '@eventstore/db-client/generated/streams_pb.js'
import type { StoredEvent } from '../log/index.js'
import { filterOf } from '../reading/filter.js'
import { isBoundary } from '../reading/stretch.js'
import { AllSource, type Position, type Selection } from '../subscriptions/all-source.js'
import { runSubscription } from '../subscriptions/run.js'
import type { Source } from '../subscriptions/source.js'
import { StreamSource } from '../subscriptions/stream-source.js'
import { invalidPosition, thrown, type Failure } from '../protocol/failure.js'
import { confirmation, type ReadAnswer } from '../protocol/read-answers.js'
import { streamNameOf } from '../protocol/requests.js'
import type { Node } from './node.js'
import type { Outlet } from './outlet.js'

/** A subscription: what is there after its start, and then whatever comes. */
export const subscribe = (
  node: Node,
  options: streams.ReadReq.Options,
  outlet: Outlet,
  present: (event: StoredEvent) => ReadAnswer,
): void => {
  const source = sourceOf(node, options, outlet)
  if (source === undefined) return
  if ('code' in source) return outlet.fail(source)
  outlet.say(confirmation())
  void runSubscription(node, source, outlet, present).catch(() => outlet.fail(thrown))
}

const sourceOf = (node: Node, options: streams.ReadReq.Options, outlet: Outlet): Source | Failure | undefined => {
  const [ofStream, ofAll] = [options.getStream(), options.getAll()]
  if (ofStream !== undefined) return streamSource(node, ofStream)
  if (ofAll === undefined) return thrown
  const start = startOf(node, ofAll)
  if (start.prepare > start.commit) return thrown
  if (!isBoundary(node.log, start.commit)) {
    if (node.version === '23.10') return thrown
    outlet.say(confirmation())
    return invalidPosition
  }
  const filter = options.getFilter()
  if (filter === undefined) return new AllSource(node.log, start)
  const selection = selectionOf(filter)
  return selection === undefined ? thrown : new AllSource(node.log, start, selection)
}

const streamSource = (node: Node, of: streams.ReadReq.Options.StreamOptions): Source | Failure => {
  const name = streamNameOf(of.getStreamIdentifier())
  if (name === '') return thrown
  const after = of.hasRevision() ? Number(of.getRevision()) + 1 : 0
  return new StreamSource(node.log, name, node.clock, of.hasEnd() ? 'end' : after)
}

const startOf = ({ log }: Node, of: streams.ReadReq.Options.AllOptions): Position => {
  const position = of.getPosition()
  if (position === undefined) return of.hasEnd() ? { commit: log.end, prepare: 0 } : { commit: 0, prepare: 0 }
  return { commit: Number(position.getCommitPosition()), prepare: Number(position.getPreparePosition()) }
}

/** How many events a server looks at in one step, if it is not told. */
const WINDOW = 32

const selectionOf = (options: streams.ReadReq.Options.FilterOptions): Selection | undefined => {
  const [ofStream, ofType] = [options.getStreamIdentifier(), options.getEventType()]
  const expression = ofStream ?? ofType
  if (expression === undefined) return undefined
  const window =
    options.getWindowCase() === streams.ReadReq.Options.FilterOptions.WindowCase.MAX ? options.getMax() : WINDOW
  try {
    const filter = filterOf({
      on: ofStream === undefined ? 'event-type' : 'stream-name',
      prefixes: expression.getPrefixList(),
      regex: expression.getRegex(),
    })
    return { filter, window, interval: window * options.getCheckpointintervalmultiplier() }
  } catch {
    return undefined
  }
}
