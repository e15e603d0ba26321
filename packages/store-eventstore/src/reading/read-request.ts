import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import type { LogPosition } from '../wire/position-token.js'
import type { ServerFilter } from './server-filter.js'

const { ReadReq } = pb
const { Empty, StreamIdentifier } = shared
const { Options } = ReadReq

const { ReadDirection } = Options
const ALL = Number.MAX_SAFE_INTEGER

const optionsFor = (direction: pb.ReadReq.Options.ReadDirection): pb.ReadReq.Options => {
  const options = new Options()
  options.setReadDirection(direction)
  options.setResolveLinks(false)
  options.setUuidOption(new Options.UUIDOption().setString(new Empty()))
  options.setNoFilter(new Empty())
  return options
}

/** A stretch of one stream, by its name on the server. */
export const streamRequest = (
  stream: string,
  direction: 'forwards' | 'backwards',
  from: number | undefined,
  limit: number = ALL,
): pb.ReadReq => {
  const of = new Options.StreamOptions().setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
  if (from !== undefined) of.setRevision(String(from))
  else if (direction === 'forwards') of.setStart(new Empty())
  else of.setEnd(new Empty())
  const options = optionsFor(direction === 'forwards' ? ReadDirection.FORWARDS : ReadDirection.BACKWARDS)
  options.setStream(of)
  options.setCount(String(limit))
  return new ReadReq().setOptions(options)
}

const allFrom = (place: LogPosition | undefined): pb.ReadReq.Options.AllOptions => {
  const all = new Options.AllOptions()
  if (place === undefined) return all.setStart(new Empty())
  const position = new Options.Position()
  return all.setPosition(position.setCommitPosition(String(place.commit)).setPreparePosition(String(place.prepare)))
}

/** The last event of the log. */
export const endRequest = (): pb.ReadReq => {
  const options = optionsFor(ReadDirection.BACKWARDS)
  options.setAll(new Options.AllOptions().setEnd(new Empty()))
  options.setCount('1')
  return new ReadReq().setOptions(options)
}

/** Events of the log in its order, from the place on, the event at it included. The server filters nothing here. */
export const pageRequest = (place: LogPosition | undefined, limit: number): pb.ReadReq => {
  const options = optionsFor(ReadDirection.FORWARDS)
  options.setAll(allFrom(place))
  options.setCount(String(limit))
  return new ReadReq().setOptions(options)
}

/** How many events the server looks at, in 32s, before it says where it is. */
const CHECKPOINT_EVERY = 16

/** Events of the log after the place, as far as the filter takes them, and whatever comes later. */
export const subscriptionRequest = (place: LogPosition | undefined, filter: ServerFilter): pb.ReadReq => {
  const options = optionsFor(ReadDirection.FORWARDS)
  options.setAll(allFrom(place))
  options.setSubscription(new Options.SubscriptionOptions())
  options.clearNoFilter()
  const { FilterOptions } = Options
  const expression = new FilterOptions.Expression()
  if ('regex' in filter) expression.setRegex(filter.regex)
  else expression.setPrefixList([...filter.prefixes])
  const by = new FilterOptions()
  if (filter.on === 'stream') by.setStreamIdentifier(expression)
  else by.setEventType(expression)
  by.setCount(new Empty())
  by.setCheckpointintervalmultiplier(CHECKPOINT_EVERY)
  options.setFilter(by)
  return new ReadReq().setOptions(options)
}
