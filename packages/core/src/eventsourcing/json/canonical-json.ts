import { map, type Either } from 'fp-ts/lib/Either.js'
import type { Json, JsonObject } from '../envelope.js'
import { jsonCopy } from './json-copy.js'
import { keyOrderOf } from './key-order.js'
import type { NotJson } from './not-json.js'

/**
 * The canonical JSON (RFC 8785) of a value: one text for one value, whoever writes it. Refuses, with place and reason,
 * whatever would not come back the same from `JSON.parse`.
 */
export const canonicalJson = (value: unknown): Either<NotJson, string> =>
  map(writeCanonical)(jsonCopy(value, { thorough: true }))

/** As `canonicalJson`, of what is known to be JSON. */
export const writeCanonical = (value: Json): string => {
  if (typeof value === 'string') return quoted(value)
  if (value === null || typeof value !== 'object') return String(value)
  return isArray(value) ? writeArray(value) : writeCanonicalObject(value)
}

/** The canonical JSON of an object, leaving out the field of that name if it has one. */
export const writeCanonicalObject = (object: JsonObject, without?: string): string => {
  let text = ''
  for (const { name, opening, following } of keyOrderOf(Object.keys(object))) {
    const value = object[name]
    if (value !== undefined && name !== without) text += (text === '' ? opening : following) + writeCanonical(value)
  }
  return text === '' ? '{}' : `${text}}`
}

/** As `writeCanonical`, of an object whose names are data: no two are alike, so their order is not worth remembering. */
export const writeCanonicalDictionary = (object: JsonObject): string => {
  const names = Object.keys(object)
  if (names.length > 1) names.sort()
  let text = ''
  for (const name of names) {
    const value = object[name]
    if (value !== undefined) text += `${text === '' ? '{' : ','}${quoted(name)}:${writeCanonical(value)}`
  }
  return text === '' ? '{}' : `${text}}`
}

const writeArray = (array: ReadonlyArray<Json>): string => {
  let text = ''
  for (const element of array) text += (text === '' ? '[' : ',') + writeCanonical(element)
  return text === '' ? '[]' : `${text}]`
}

// `Array.isArray` does not tell a readonly array from an object.
const isArray = (value: JsonObject | ReadonlyArray<Json>): value is ReadonlyArray<Json> => Array.isArray(value)

// JSON.stringify writes a string as RFC 8785 asks; most need nothing but the quotes.
export const quoted = (text: string): string => (needsEscape.test(text) ? JSON.stringify(text) : `"${text}"`)

// oxlint-disable-next-line no-control-regex -- they are what must be escaped
const needsEscape = /[\u0000-\u001f"\\]/
