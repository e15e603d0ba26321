import type pb from '@eventstore/db-client/generated/streams_pb.js'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { Incoming } from './incoming.js'
import type { ReadTools } from './read-tools.js'
import { forGood, interruption, type Interruption } from './until-it-works.js'

/** Reads a call to its end. `take` may end it early by answering a Left. */
export const drain = async (
  tools: ReadTools,
  request: pb.ReadReq,
  requiresLeader: boolean,
  take: (message: pb.ReadResp) => Either<Interruption, void> | undefined,
): Promise<Either<Interruption, void>> => {
  const incoming = new Incoming(tools.connection, request, requiresLeader)
  const forget = tools.track(incoming)
  try {
    for (;;) {
      for (let message = incoming.take(); message !== undefined; message = incoming.take()) {
        const taken = take(message)
        if (taken !== undefined) return taken
      }
      const { failure } = incoming
      if (failure !== undefined) return left(interruption(failure))
      const closed = tools.closed()
      if (closed !== undefined) return left(forGood(closed))
      if (incoming.isOver) return right(undefined)
      if (!(await incoming.arrived(tools.silenceMs))) incoming.giveUp()
    }
  } finally {
    forget()
    if (!incoming.isOver) incoming.cancel()
  }
}
