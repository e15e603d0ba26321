import * as fc from 'fast-check'
import type { Envelope, Json, JsonObject } from '../../src/eventsourcing/index.js'

/** One way in which a stored event may have gone wrong, and what to call it. */
export interface Mutation {
  readonly called: string
  readonly spoil: (envelope: Envelope) => unknown
}

type Path = ReadonlyArray<string | number>

const isObject = (json: Json): json is JsonObject => typeof json === 'object' && json !== null && !Array.isArray(json)

/** Every place in a value, its root first. */
const placesIn = (json: Json, path: Path = []): ReadonlyArray<Path> => {
  const inside = Array.isArray(json)
    ? json.flatMap((item: Json, index) => placesIn(item, [...path, index]))
    : isObject(json)
      ? Object.entries(json).flatMap(([name, item]) => placesIn(item, [...path, name]))
      : []
  return [path, ...inside]
}

/** The value with another at this place; nothing of it is changed. */
const withAt = (json: Json, [step, ...rest]: Path, value: (was: Json) => unknown): unknown => {
  if (step === undefined) return value(json)
  if (Array.isArray(json)) return json.map((item: Json, index) => (index === step ? withAt(item, rest, value) : item))
  return isObject(json)
    ? Object.fromEntries(
        Object.entries(json).map(([name, item]) => [name, name === step ? withAt(item, rest, value) : item]),
      )
    : json
}

// No field of any event takes these: texts are no objects, and neither amounts nor lists are fractions.
const otherThan = (was: Json): unknown => (typeof was === 'object' && was !== null ? 17.5 : { unexpected: [true] })

const without = (field: keyof Envelope) => (envelope: Envelope) =>
  Object.fromEntries(Object.entries(envelope).filter(([name]) => name !== field))

const ofEnvelope: ReadonlyArray<Mutation> = [
  { called: 'no envelope at all', spoil: () => null },
  { called: 'a text', spoil: () => '{"type":"Requested"}' },
  { called: 'an unknown type', spoil: (envelope) => ({ ...envelope, type: 'Teleported' }) },
  { called: 'a type of Object.prototype', spoil: (envelope) => ({ ...envelope, type: 'constructor' }) },
  { called: 'a later version', spoil: (envelope) => ({ ...envelope, schemaVersion: envelope.schemaVersion + 1 }) },
  { called: 'version 0', spoil: (envelope) => ({ ...envelope, schemaVersion: 0 }) },
  { called: 'no instant', spoil: (envelope) => ({ ...envelope, occurredAt: 'yesterday' }) },
  { called: 'no actor', spoil: without('actor') },
  { called: 'no hash', spoil: without('hash') },
  { called: 'what is no JSON', spoil: (envelope) => ({ ...envelope, data: { ...envelope.data, more: () => 1 } }) },
  { called: 'not a number', spoil: (envelope) => ({ ...envelope, data: { ...envelope.data, more: Number.NaN } }) },
]

/** An envelope gone wrong as a whole, or anything inside its data replaced by what can never stand there. */
export const mutations = (envelope: Envelope): fc.Arbitrary<Mutation> => {
  const places = placesIn(envelope.data)
  return fc.oneof(
    fc.constantFrom(...ofEnvelope),
    fc.constantFrom(...places).map((path) => ({
      called: `another value at /${path.join('/')}`,
      spoil: (stored: Envelope) => ({ ...stored, data: withAt(stored.data, path, otherThan) }),
    })),
  )
}

/** A field taken away, or one more put in, anywhere: it may be one that can be missing, or that a later version added. */
export const changesOfFields = (envelope: Envelope): fc.Arbitrary<Mutation> => {
  const objects = placesIn(envelope.data).filter((path) => path.length > 0)
  const added = fc.constantFrom<Path>([], ...objects).map((path) => ({
    called: `one more field at /${path.join('/')}`,
    spoil: (stored: Envelope) => ({
      ...stored,
      data: withAt(stored.data, path, (was) => (isObject(was) ? { ...was, fromLater: { version: [2] } } : was)),
    }),
  }))
  const gone = fc.constantFrom(...Object.keys(envelope.data), 'no such field').map((field) => ({
    called: `no ${field}`,
    spoil: (stored: Envelope) => ({
      ...stored,
      data: Object.fromEntries(Object.entries(stored.data).filter(([name]) => name !== field)),
    }),
  }))
  return fc.oneof(added, gone)
}
