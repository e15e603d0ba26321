import type { Actor, CommandMark, Envelope } from './envelope.js'
import { isWellFormed } from './json/well-formed.js'
import type { ExpectedRevision } from './revision.js'
import { dictionary } from './stream-revision.js'

// Each is undefined for anything else, and reads each field once: `EnvelopeCodec` tells what is wrong with it, if it is.

type Plain = { readonly [name: string]: unknown }

export const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

export const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && isWellFormed(value)

export const isWhole = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)

/** A frozen copy of an ordinary actor. */
export const actorOf = (value: unknown): Actor | undefined => {
  if (!isPlain(value)) return undefined
  const { id, role, onBehalfOf: whom } = value
  if (!isText(id) || !isText(role)) return undefined
  if (whom === undefined) return Object.keys(value).length === 2 ? Object.freeze({ id, role }) : undefined
  const onBehalfOf = actorOf(whom)
  return onBehalfOf === undefined || onBehalfOf.onBehalfOf !== undefined || Object.keys(value).length !== 3
    ? undefined
    : Object.freeze({ id, role, onBehalfOf })
}

/** A frozen copy of an ordinary command mark. */
export const markOf = (value: unknown): CommandMark | undefined => {
  if (!isPlain(value)) return undefined
  const { key, fingerprint } = value
  if (typeof key !== 'string' || typeof fingerprint !== 'string' || Object.keys(value).length !== 2) return undefined
  return isWellFormed(key) && isWellFormed(fingerprint) ? Object.freeze({ key, fingerprint }) : undefined
}

/** A frozen copy of ordinary revisions by stream name. */
export const revisionsIn = (value: unknown): Envelope['restedOn'] | undefined => {
  if (!isPlain(value)) return undefined
  const streams = Object.keys(value)
  if (streams.length === 0) return none
  const revisions = dictionary()
  for (const stream of streams) {
    const revision = value[stream]
    if (!isWellFormed(stream) || stream === '__proto__' || !isRevision(revision)) return undefined
    revisions[stream] = revision
  }
  return Object.freeze(revisions)
}

const none = Object.freeze({})

const isRevision = (value: unknown): value is ExpectedRevision => value === 'no_stream' || isWhole(value)
