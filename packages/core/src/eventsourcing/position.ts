import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Position } from './envelope.js'
import type { StoreError } from './event-store.js'

const SLASH = 47
const ZERO = 48
const NINE = 57

/** Whether it is a position's text: whole numbers without leading zeros, `12` or `12810/0`. */
export const isPosition = (value: unknown): value is Position => {
  if (typeof value !== 'string') return false
  let digits = 0
  let isZero = false
  for (let at = 0; at < value.length; at++) {
    const code = value.charCodeAt(at)
    if (code === SLASH ? digits === 0 : code < ZERO || code > NINE || (isZero && digits > 0)) return false
    if (digits === 0) isZero = code === ZERO
    digits = code === SLASH ? 0 : digits + 1
  }
  return digits > 0
}

/** The position that a text says, as it was kept; BAD_POSITION for anything else. */
export const parsePosition = (value: unknown): Either<StoreError, Position> =>
  isPosition(value) ? right(value) : left(badPosition('Hand in a position as a store gave it, like 12 or 12810/0.'))

/** The refusal of a position, with what to do about it. */
export const badPosition = (message: string): StoreError => ({
  kind: 'storeError',
  code: 'BAD_POSITION',
  written: 'no',
  message,
  facts: {},
})

/** The position at a whole number that a store counts by; 0, before every event, for any other number. */
export const positionAt = (place: number | bigint): Position => {
  const text = String(place)
  return isPosition(text) ? text : positionAt(0)
}

// Without leading zeros the longer number is the greater one; numbers of one length stand in the order of their texts.
const compareNumbers = (a: string, b: string): -1 | 0 | 1 => {
  if (a === b) return 0
  return a.length < b.length || (a.length === b.length && a < b) ? -1 : 1
}

/**
 * Which of two positions of one store comes first in the global order: -1 when `a` does, 1 when `b` does, 0 for the
 * same place. Each number is compared as a number, the first one first; a text that another one continues comes first.
 */
export const comparePositions = (a: Position, b: Position): -1 | 0 | 1 => {
  // Most stores count by one number, and a reader asks for every event.
  if (!a.includes('/') && !b.includes('/')) return compareNumbers(a, b)
  const others = b.split('/')
  for (const [index, number] of a.split('/').entries()) {
    const other = others[index]
    if (other === undefined) return 1
    const order = compareNumbers(number, other)
    if (order !== 0) return order
  }
  return a.length < b.length ? -1 : 0
}
