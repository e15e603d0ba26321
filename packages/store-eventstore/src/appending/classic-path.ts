import shared from '@eventstore/db-client/generated/shared_pb.js'
import pb from '@eventstore/db-client/generated/streams_pb.js'
import type { RawExpectedRevision } from '@refund-case/core'
import { fill } from '../stored/encode-event.js'
import type { Connection } from '../wire/connection.js'
import { badRequest, failureOf, noAnswer, noConnection } from '../wire/failure.js'
import { positionToken } from '../wire/position-token.js'
import { failed, type AppendAnswer, type AppendPath, type AppendRequest } from './append-path.js'

const { AppendReq } = pb
const { Empty, StreamIdentifier } = shared

/** A call for each append: slower, and nothing in it is shared with any other append. */
export const classicPath =
  (connection: Connection): AppendPath =>
  (request, timeoutMs) =>
    new Promise((resolve) => {
      let cancel: (() => void) | undefined
      let over = false
      const finish = (answer: AppendAnswer): void => {
        over = true
        clearTimeout(timer)
        resolve(answer)
      }
      // The call's own deadline does not count the time it takes to connect.
      const timer = setTimeout(() => {
        finish(failed(cancel === undefined ? noConnection : noAnswer))
        cancel?.()
      }, timeoutMs)
      connection
        .append(messagesOf(request), { requiresLeader: true, timeoutMs }, (ends) => {
          cancel = ends
          if (over) ends()
        })
        .then(
          (answer) => finish(answerOf(answer)),
          (error: unknown) => finish(failed(failureOf(error))),
        )
    })

const messagesOf = ({ stream, expected, events }: AppendRequest): ReadonlyArray<pb.AppendReq> => {
  const options = new AppendReq.Options()
  options.setStreamIdentifier(new StreamIdentifier().setStreamName(Buffer.from(stream)))
  expect(options, expected)
  return [
    new AppendReq().setOptions(options),
    ...events.map((event) => new AppendReq().setProposedMessage(fill(new AppendReq.ProposedMessage(), event))),
  ]
}

const expect = (options: pb.AppendReq.Options, expected: RawExpectedRevision): void => {
  if (expected === 'no_stream') options.setNoStream(new Empty())
  else if (expected === 'any') options.setAny(new Empty())
  else if (expected === 'stream_exists') options.setStreamExists(new Empty())
  else options.setRevision(String(expected))
}

const answerOf = (answer: pb.AppendResp): AppendAnswer => {
  const wrong = answer.getWrongExpectedVersion()
  if (wrong !== undefined)
    return {
      kind: 'wrongRevision',
      actual: wrong.hasCurrentRevision() ? Number(wrong.getCurrentRevision()) : 'no_stream',
    }
  const success = answer.getSuccess()
  if (success === undefined) return failed(badRequest)
  const position = success.getPosition()
  return {
    kind: 'accepted',
    revision: Number(success.getCurrentRevision()),
    position: position && positionToken(position.getCommitPosition(), position.getPreparePosition()),
  }
}
