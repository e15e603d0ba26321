import { afterEach, describe, expect, it } from 'vitest'
import { errorNames, type ErrorName } from '../src/index.js'
import { append, errorFrom, outcomeOf, paths, scene } from './scene.js'

const where = scene()
afterEach(() => where.server.faults.clear())

/** What the client makes of each error, on either path. */
const asSeen: Readonly<Record<ErrorName, readonly [batch: string, classic: string]>> = {
  'access-denied': ['access-denied', 'access-denied'],
  'bad-request': ['unknown', 'unknown'],
  cancelled: ['cancelled', 'cancelled'],
  'commit-timeout': ['deadline-exceeded', 'timeout'],
  'consumer-too-slow': ['timeout', 'timeout'],
  'deadline-exceeded': ['deadline-exceeded', 'deadline-exceeded'],
  'forward-timeout': ['deadline-exceeded', 'timeout'],
  internal: ['unknown', 'unknown'],
  'invalid-position': ['unknown', 'unknown'],
  'maximum-append-event-size-exceeded': ['unknown', 'unknown'],
  'maximum-append-size-exceeded': ['maximum-append-size-exceeded', 'maximum-append-size-exceeded'],
  'no-leader-info': ['unknown', 'unknown'],
  'not-found': ['not-found', 'not-found'],
  'not-leader': ['not-leader', 'not-leader'],
  'prepare-timeout': ['deadline-exceeded', 'timeout'],
  reset: ['unknown', 'unknown'],
  'resource-exhausted': ['unknown', 'unknown'],
  'server-is-busy': ['unknown', 'unavailable'],
  'server-is-not-ready': ['unknown', 'unavailable'],
  'stream-deleted': ['stream-deleted', 'stream-deleted'],
  unauthenticated: ['access-denied', 'access-denied'],
  unavailable: ['unavailable', 'unavailable'],
  unimplemented: ['unknown', 'unknown'],
  unknown: ['unknown', 'unknown'],
  'wrong-expected-version': ['wrong-expected-version', 'wrong-expected-version'],
}

describe.each(paths)('an append on the %s path', (path) => {
  it.each(errorNames)('can be refused with %s', async (outcome) => {
    const stream = `refused-${path}-${outcome}`
    where.server.faults.inject({ on: 'append', outcome })
    const error = await errorFrom(append(where.client(path), stream, 'no_stream'))
    expect(error.type).toBe(asSeen[outcome][path === 'batch' ? 0 : 1])
    expect(where.server.stored(stream)).toEqual([])
    expect(await outcomeOf(append(where.client(path), stream, 'no_stream'))).toBe(0n)
  })
})
