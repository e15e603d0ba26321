import { randomUUID } from 'node:crypto'
import shared from '@eventstore/db-client/generated/shared_pb.js'
import streams from '@eventstore/db-client/generated/streams_pb.js'
import { linkType, type StoredEvent } from '../log/index.js'
import { structured } from './uuid.js'

const { ReadResp } = streams

/** A message of a read: already in bytes, or still to be. */
export type ReadAnswer = Uint8Array | streams.ReadResp

export const serializeAnswer = (answer: ReadAnswer): Buffer => {
  const bytes = answer instanceof Uint8Array ? answer : answer.serializeBinary()
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export const confirmation = (): streams.ReadResp =>
  new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId(randomUUID()))

export const caughtUp = (): streams.ReadResp => new ReadResp().setCaughtUp(new ReadResp.CaughtUp())

export const checkpoint = (commit: number, prepare: number): streams.ReadResp =>
  new ReadResp().setCheckpoint(
    new ReadResp.Checkpoint().setCommitPosition(String(commit)).setPreparePosition(String(prepare)),
  )

export const streamNotFound = (stream: string): streams.ReadResp =>
  new ReadResp().setStreamNotFound(
    new ReadResp.StreamNotFound().setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream))),
  )

/** How a reader wants its events. */
export interface Presentation {
  /** Where a link points to; undefined if that is gone. */
  readonly resolve: ((stream: string, revision: number) => StoredEvent | undefined) | undefined
  readonly structuredIds: boolean
}

export const presented =
  ({ resolve, structuredIds }: Presentation) =>
  (event: StoredEvent): ReadAnswer => {
    const isLink = resolve !== undefined && event.type === linkType
    if (!isLink && !structuredIds) return event.bytes
    const answer = ReadResp.deserializeBinary(event.bytes)
    if (isLink) resolveIn(answer, resolve)
    if (structuredIds) [answer.getEvent()?.getEvent(), answer.getEvent()?.getLink()].forEach(withStructuredId)
    return answer
  }

// `12@stream`: the link stays, and what it points to stands beside it, if it is still there.
const resolveIn = (answer: streams.ReadResp, resolve: NonNullable<Presentation['resolve']>): void => {
  const read = answer.getEvent()
  const link = read?.getEvent()
  if (read === undefined || link === undefined) return
  const [, revision, stream] = /^(\d+)@(.*)$/su.exec(Buffer.from(link.getData_asU8()).toString('utf8')) ?? []
  const target = stream === undefined ? undefined : resolve(stream, Number(revision))
  const event = target === undefined ? undefined : ReadResp.deserializeBinary(target.bytes).getEvent()?.getEvent()
  read.setLink(link).setEvent(event)
}

const withStructuredId = (recorded: streams.ReadResp.ReadEvent.RecordedEvent | undefined): void => {
  const id = recorded?.getId()?.getString()
  if (recorded !== undefined && id !== undefined) recorded.setId(structured(id))
}
