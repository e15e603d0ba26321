import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { adoptEnvelope } from './adopt-envelope.js'
import { isBuiltEnvelope } from './built-envelope.js'
import type { Envelope } from './envelope.js'
import type { StoreError, StoreErrorCode } from './event-store.js'
import type { RawExpectedRevision, Revision } from './revision.js'
import type { StreamName } from './stream-name.js'

// What every store asks of its callers, so that all refuse the same in the same words.

/** A refusal of a store that wrote nothing. */
export const storeRefusal = (code: StoreErrorCode, message: string, facts: StoreError['facts'] = {}): StoreError => ({
  kind: 'storeError',
  code,
  written: 'no',
  message,
  facts,
})

// Half of a surrogate pair has no UTF-8: two such names would be one on a server.
const loneSurrogate = /\p{Surrogate}/u

/** `{category}-{id}`, neither of them empty; names that begin with `$` belong to a server itself. */
export const isStreamName = (name: unknown): name is StreamName => {
  if (typeof name !== 'string') return false
  const dash = name.indexOf('-')
  return dash > 0 && dash < name.length - 1 && !name.startsWith('$') && !loneSurrogate.test(name)
}

/** Whether it is the number of an event in its stream. */
export const isRevision = (value: unknown): value is Revision => Number.isSafeInteger(value) && Number(value) >= 0

export const isExpectedRevision = (value: unknown): value is RawExpectedRevision =>
  isRevision(value) || value === 'no_stream' || value === 'any' || value === 'stream_exists'

/** Whether it is a number of events to ask for: at least one. */
export const isLimit = (value: unknown): value is number => isRevision(value) && value > 0

export const badStreamName = storeRefusal(
  'BAD_STREAM_NAME',
  'Name the stream {category}-{id}, and do not begin with $.',
)
export const badExpectedRevision = storeRefusal(
  'BAD_REVISION',
  'Expect the last revision that was read, a whole number from 0, or no_stream, stream_exists or any.',
)
export const badFrom = storeRefusal('BAD_REVISION', 'Read from the number of an event, a whole number from 0.')
export const badLimit = storeRefusal('BAD_LIMIT', 'Ask for a whole number of events, at least one.')
/** What was handed in threw when it was looked at. */
export const unreadableInput = storeRefusal('STORE_FAILED', 'What was handed in cannot be read: hand in plain data.')

const notAnArray = storeRefusal('BAD_ENVELOPE', 'Hand in an array of envelopes.')
const batchEmpty = storeRefusal('BATCH_EMPTY', 'Append at least one event, or do not append.')
const idRepeated = storeRefusal('BATCH_ID_REPEATED', 'Give each event of the batch an id of its own.')

/**
 * The batch as a store can keep it: what was built here as it is, since nobody can change it, and anything else as a
 * frozen copy once it is found to be an envelope. An empty batch and a repeated id are refused.
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
