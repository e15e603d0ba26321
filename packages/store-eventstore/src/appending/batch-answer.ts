import shared from '@eventstore/db-client/generated/shared_pb.js'
import type pb from '@eventstore/db-client/generated/streams_pb.js'
import { accessDenied, badRequest, failureOf, noAnswer, streamDeleted, tooLarge } from '../wire/failure.js'
import { positionToken } from '../wire/position-token.js'
import { failed, type AppendAnswer } from './append-path.js'

/** Which append of its call it answers. Servers say the correlation id as a text or in two numbers. */
export const numberOf = (answer: pb.BatchAppendResp): number | undefined => {
  const id = answer.getCorrelationId()
  const structured = id?.getStructured()
  if (structured !== undefined) return Number(BigInt.asUintN(48, BigInt(structured.getLeastSignificantBits())))
  return id === undefined ? undefined : Number.parseInt(id.getString().slice(-12), 16)
}

export const answerOf = (answer: pb.BatchAppendResp): AppendAnswer => {
  const success = answer.getSuccess()
  if (success === undefined) return refusalOf(answer)
  const position = success.getPosition()
  return {
    kind: 'accepted',
    revision: Number(success.getCurrentRevision()),
    position: position && positionToken(position.getCommitPosition(), position.getPreparePosition()),
  }
}

// What the client does not know by its type, the server's "busy" and "not ready" among them, is known by its words.
const refusalOf = (answer: pb.BatchAppendResp): AppendAnswer => {
  const status = answer.getError()
  const details = status?.getDetails()
  switch (details?.getTypeName()) {
    case 'event_store.client.WrongExpectedVersion': {
      const wrong = shared.WrongExpectedVersion.deserializeBinary(details.getValue_asU8())
      const isThere = wrong.hasCurrentStreamRevision()
      return { kind: 'wrongRevision', actual: isThere ? Number(wrong.getCurrentStreamRevision()) : 'no_stream' }
    }
    case 'event_store.client.StreamDeleted':
      return failed(streamDeleted)
    case 'event_store.client.AccessDenied':
      return failed(accessDenied)
    case 'event_store.client.Timeout':
      return failed(noAnswer)
    case 'event_store.client.MaximumAppendSizeExceeded': {
      const { maxappendsize } = shared.MaximumAppendSizeExceeded.deserializeBinary(details.getValue_asU8()).toObject()
      return failed(tooLarge({ maximum: maxappendsize }))
    }
    case 'event_store.client.MaximumAppendEventSizeExceeded':
      return failed(tooLarge({}))
    case 'event_store.client.BadRequest':
      return failed(badRequest)
    default:
      return failed(failureOf({ code: status?.getCode(), message: status?.getMessage() }))
  }
}
