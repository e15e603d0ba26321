import { buildEnvelopes, nearestInstant } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'

const TYPES = 30
const hash = '0123456789abcdef'.repeat(4)
const occurredAt = nearestInstant(1_772_443_800_000)

const idOf = (index) => `018f5e2c-7a10-7000-8000-${index.toString(16).padStart(12, '0')}`

/** `{category}-{id}` for so many streams. */
export const streamNames = (count) =>
  Array.from(
    { length: count },
    (_, index) => `refundCase-018f5e2c-7a10-5000-9000-${index.toString(16).padStart(12, '0')}`,
  )

/** Envelopes of about 500 bytes of JSON and 30 types, as core builds them. Their hashes are no hashes. */
export const builtEvents = (count) => {
  const drafts = Array.from({ length: count }, (_, index) => ({
    id: idOf(index),
    type: `Type${index % TYPES}`,
    schemaVersion: 1,
    data: { amount: index % 10_000, currency: 'CNY', lines: [{ lineNo: 1, quantity: 2 }], reason: 'noReason' },
  }))
  const batch = {
    stream: 'refundCase-1',
    previousHash: hash,
    occurredAt,
    actor: { id: 'li', role: 'customerService' },
    correlationId: idOf(count),
    causationId: idOf(count),
  }
  const built = buildEnvelopes(() => hash, batch, drafts)
  if (isLeft(built)) throw new Error(JSON.stringify(built.left))
  return built.right
}

/** The same as plain objects, as anybody can make them: a store has to look through and copy them. */
export const plainEvents = (count) => JSON.parse(JSON.stringify(builtEvents(count)))
