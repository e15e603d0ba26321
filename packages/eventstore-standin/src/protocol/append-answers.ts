import anyPb from 'google-protobuf/google/protobuf/any_pb.js'
import empty from 'google-protobuf/google/protobuf/empty_pb.js'
import codes from '@eventstore/db-client/generated/code_pb.js'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import statusPb from '@eventstore/db-client/generated/status_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { NO_EVENT } from '../log/index.js'
import type { ExpectedRevision } from '../writing/expected-revision.js'

const { AppendResp, BatchAppendResp } = streams
const { Code } = codes

/** A success as the classic append answers it. */
export const appended = (revision: number, position: number | undefined): streams.AppendResp => {
  const success = new AppendResp.Success().setCurrentRevision(String(revision))
  if (position === undefined) success.setNoPosition(new shared.Empty())
  else {
    const at = String(position)
    success.setPosition(new AppendResp.Position().setCommitPosition(at).setPreparePosition(at))
  }
  return new AppendResp().setSuccess(success)
}

/** A wrong expected version as the classic append answers it: a message, with status 0. */
export const notAppended = (expected: ExpectedRevision, current: number): streams.AppendResp => {
  const wrong = new AppendResp.WrongExpectedVersion()
  if (current === NO_EVENT) wrong.setCurrentNoStream(new shared.Empty()).setNoStream2060(new shared.Empty())
  else wrong.setCurrentRevision(String(current)).setCurrentRevision2060(current)
  switch (expected) {
    case 'any':
      wrong.setExpectedAny(new shared.Empty()).setAny2060(new shared.Empty())
      break
    case 'stream_exists':
      wrong.setExpectedStreamExists(new shared.Empty()).setStreamExists2060(new shared.Empty())
      break
    case 'no_stream':
      wrong.setExpectedNoStream(new shared.Empty())
      break
    default:
      wrong.setExpectedRevision(String(expected)).setExpectedRevision2060(Number(expected))
  }
  return new AppendResp().setWrongExpectedVersion(wrong)
}

export const batchAppended = (revision: number, position: number | undefined): streams.BatchAppendResp => {
  const success = new BatchAppendResp.Success().setCurrentRevision(String(revision))
  if (position === undefined) success.setNoPosition(new empty.Empty())
  else {
    const at = String(position)
    success.setPosition(new shared.AllStreamPosition().setCommitPosition(at).setPreparePosition(at))
  }
  return new BatchAppendResp().setSuccess(success)
}

interface Detail {
  readonly serializeBinary: () => Uint8Array
}

const refused = (code: codes.Code, name: string, detail: Detail, message = name): streams.BatchAppendResp =>
  withDetails(code, message, `event_store.client.${name}`, detail)

const withDetails = (code: codes.Code, message: string, type: string, detail: Detail): streams.BatchAppendResp => {
  const details = new anyPb.Any()
  details.pack(detail.serializeBinary(), type)
  return new BatchAppendResp().setError(new statusPb.Status().setCode(code).setMessage(message).setDetails(details))
}

export const batchNotAppended = (expected: ExpectedRevision, current: number): streams.BatchAppendResp => {
  const wrong = new shared.WrongExpectedVersion()
  if (current === NO_EVENT) wrong.setCurrentNoStream(new empty.Empty())
  else wrong.setCurrentStreamRevision(String(current))
  switch (expected) {
    case 'any':
      wrong.setExpectedAny(new empty.Empty())
      break
    case 'stream_exists':
      wrong.setExpectedStreamExists(new empty.Empty())
      break
    case 'no_stream':
      wrong.setExpectedNoStream(new empty.Empty())
      break
    default:
      wrong.setExpectedStreamPosition(String(expected))
  }
  return refused(Code.ALREADY_EXISTS, 'WrongExpectedVersion', wrong)
}

export const batchStreamDeleted = (stream: shared.StreamIdentifier): streams.BatchAppendResp =>
  refused(Code.NOT_FOUND, 'StreamDeleted', new shared.StreamDeleted().setStreamIdentifier(stream))

export const batchTooBig = (size: number): streams.BatchAppendResp =>
  refused(
    Code.INVALID_ARGUMENT,
    'MaximumAppendSizeExceeded',
    new shared.MaximumAppendSizeExceeded().setMaxappendsize(size),
  )

export const batchTimeout = (): streams.BatchAppendResp =>
  refused(Code.DEADLINE_EXCEEDED, 'Timeout', new shared.Timeout())

export const batchBadRequest = (message: string): streams.BatchAppendResp =>
  refused(Code.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest().setMessage(message), message)

export const batchAccessDenied = (): streams.BatchAppendResp =>
  refused(Code.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied())

export const batchUnknown = (): streams.BatchAppendResp => refused(Code.UNKNOWN, 'Unknown', new shared.Unknown())

/** What the server did not handle: its reason is in the message only. */
export const batchNotHandled = (message: string): streams.BatchAppendResp =>
  withDetails(Code.OK, message, 'google.protobuf.Empty', new empty.Empty())

// Servers from 24.10 on say so of one event; this client does not know the message.
export const batchEventTooBig = (): streams.BatchAppendResp =>
  refused(Code.INVALID_ARGUMENT, 'MaximumAppendEventSizeExceeded', new empty.Empty())
