import {
  adoptEnvelope,
  isBuiltEnvelope,
  type Envelope,
  type RawExpectedRevision,
  type StoreError,
  type StreamName,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { refused } from './store-error.js'

// Half of a surrogate pair has no UTF-8: two such names would be one on a server.
const loneSurrogate = /\p{Surrogate}/u

/** `{category}-{id}`, neither of them empty; names that begin with `$` belong to a server itself. */
export const isStreamName = (name: unknown): name is StreamName => {
  if (typeof name !== 'string') return false
  const dash = name.indexOf('-')
  return dash > 0 && dash < name.length - 1 && !name.startsWith('$') && !loneSurrogate.test(name)
}

export const badStreamName = refused('BAD_STREAM_NAME', 'Name the stream {category}-{id}, and do not begin with $.')

/** Whether it is the number of an event in its stream. */
export const isRevision = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0

export const isExpectedRevision = (value: unknown): value is RawExpectedRevision =>
  isRevision(value) || value === 'no_stream' || value === 'any' || value === 'stream_exists'

export const badExpectedRevision = refused(
  'BAD_REVISION',
  'Expect the last revision that was read, a whole number from 0, or no_stream, stream_exists or any.',
)

const notAnArray = refused('BAD_ENVELOPE', 'Hand in an array of envelopes.')
const batchEmpty = refused('BATCH_EMPTY', 'Append at least one event, or do not append.')
const idRepeated = refused('BATCH_ID_REPEATED', 'Give each event of the batch an id of its own.')

/**
 * The batch as it can be kept: what core built as it is, since nobody can change it, and anything else as a frozen copy
 * once it is found to be an envelope.
 */
export const keepBatch = (events: ReadonlyArray<Envelope>): Either<StoreError, ReadonlyArray<Envelope>> => {
  const isArray: boolean = Array.isArray(events)
  if (!isArray) return left(notAnArray)
  if (events.length === 0) return left(batchEmpty)
  const kept = [...events]
  for (let index = 0; index < kept.length; index++) {
    const event = kept[index]
    if (isBuiltEnvelope(event)) continue
    const adopted = adoptEnvelope(event)
    if (isLeft(adopted)) return left(inBatch(adopted.left, index))
    kept[index] = adopted.right
  }
  return kept.length > 1 && hasRepeatedId(kept) ? left(idRepeated) : right(kept)
}

const inBatch = (refusal: StoreError, index: number): StoreError => ({ ...refusal, facts: { ...refusal.facts, index } })

const hasRepeatedId = (batch: ReadonlyArray<Envelope>): boolean =>
  new Set(batch.map((envelope) => envelope.id)).size < batch.length
