import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Json, JsonObject } from '../envelope.js'
import { pointerTo } from './json-pointer.js'
import type { NotJson, NotJsonReason } from './not-json.js'
import { oddProperty } from './odd-property.js'
import { isWellFormed } from './well-formed.js'

/** How a value is read that may be anything. */
export interface JsonCopyOptions {
  /** Also refuse what only a close look shows: properties that JSON leaves out or that compute their value. */
  readonly thorough?: boolean
  /** Take a property that is `undefined` for one that is not there, as JavaScript callers mean it. */
  readonly undefinedIsAbsent?: boolean
}

/**
 * A copy that nobody else holds, frozen deep: plain objects and arrays with their enumerable own properties, each read
 * once, in their order. Or where and why the value is not JSON. Never throws.
 */
export function jsonCopy<Value extends Json>(value: Value, options?: JsonCopyOptions): Either<NotJson, Value>
export function jsonCopy(value: unknown, options?: JsonCopyOptions): Either<NotJson, Json>
export function jsonCopy(value: unknown, options?: JsonCopyOptions): Either<NotJson, Json> {
  const reading: Reading = {
    thorough: options?.thorough === true,
    undefinedIsAbsent: options?.undefinedIsAbsent === true,
    reason: 'unreadable',
    steps: undefined,
  }
  try {
    const copy = copyOf(value, 0, reading)
    return copy === undefined ? left(refusal(reading)) : right(copy)
  } catch {
    return left({ kind: 'notJson', code: 'NOT_JSON', path: '', reason: 'unreadable' })
  }
}

/** As `jsonCopy`, of what must be an object. */
export const jsonObjectCopy = (value: unknown, options?: JsonCopyOptions): Either<NotJson, JsonObject> => {
  const copy = jsonCopy(value, options)
  if (isLeft(copy)) return copy
  return isJsonObject(copy.right) ? right(copy.right) : left(notAnObject)
}

const notAnObject: NotJson = { kind: 'notJson', code: 'NOT_JSON', path: '', reason: 'notAnObject' }

const isJsonObject = (value: Json): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const maxDepth = 100

// What is refused reads as undefined, which JSON has not. How it came to that is put down on the way out.
interface Reading {
  readonly thorough: boolean
  readonly undefinedIsAbsent: boolean
  reason: NotJsonReason
  /** From the inside out: what was looked into, and where in it. */
  steps: Array<readonly [holder: object, name: string | number]> | undefined
}

const refuse = (reading: Reading, reason: NotJsonReason): undefined => {
  reading.reason = reason
  return undefined
}

const refuseIn = (reading: Reading, holder: object, name: string | number): undefined => {
  reading.steps ??= []
  reading.steps.push([holder, name])
  return undefined
}

const refusal = (reading: Reading): NotJson => {
  const steps = (reading.steps ?? []).toReversed()
  const holders = steps.map(([holder]) => holder)
  const again = holders.findIndex((holder, index) => holders.indexOf(holder) < index)
  const [way, reason] = again === -1 ? [steps, reading.reason] : [steps.slice(0, again), 'cycle' as const]
  return { kind: 'notJson', code: 'NOT_JSON', path: pointerTo(way.map(([, name]) => name)), reason }
}

const copyOf = (value: unknown, depth: number, reading: Reading): Json | undefined => {
  switch (typeof value) {
    case 'string':
      return isWellFormed(value) ? value : refuse(reading, 'loneSurrogate')
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) return refuse(reading, 'notFinite')
      return Object.is(value, -0) ? refuse(reading, 'negativeZero') : value
    case 'object':
      if (value === null) return value
      if (depth === maxDepth) return refuse(reading, 'tooDeep')
      return Array.isArray(value) ? copyOfArray(value, depth, reading) : copyOfObject(value, depth, reading)
    case 'function':
      return refuse(reading, 'function')
    case 'symbol':
      return refuse(reading, 'symbol')
    case 'bigint':
      return refuse(reading, 'bigint')
    default:
      return refuse(reading, 'undefined')
  }
}

const copyOfArray = (array: ReadonlyArray<unknown>, depth: number, reading: Reading): Json | undefined => {
  // Array.prototype is an array itself; the prototype of a class that extends it is not.
  if (!Array.isArray(Object.getPrototypeOf(array))) return refuse(reading, 'notPlain')
  const copies: Array<Json> = []
  for (let index = 0; index < array.length; index++) {
    const element = array[index]
    const isHole = element === undefined && !(index in array)
    const copy = isHole ? refuse(reading, 'hole') : copyOf(element, depth + 1, reading)
    if (copy === undefined) return refuseIn(reading, array, index)
    copies.push(copy)
  }
  return reading.thorough ? withoutOddity(array, copies, reading) : Object.freeze(copies)
}

const copyOfObject = (object: object, depth: number, reading: Reading): Json | undefined => {
  if (!isPlain(object)) return refuse(reading, 'notPlain')
  const copies: { [name: string]: Json } = {}
  for (const name of Object.keys(object)) {
    const value = object[name]
    if (value === undefined && reading.undefinedIsAbsent) continue
    const copy = isWellFormed(name) ? copyOf(value, depth + 1, reading) : refuse(reading, 'loneSurrogate')
    if (copy === undefined) return refuseIn(reading, object, name)
    // Written plainly, `__proto__` would set the prototype instead of a property.
    if (name === '__proto__') Object.defineProperty(copies, name, { value: copy, enumerable: true })
    else copies[name] = copy
  }
  return reading.thorough ? withoutOddity(object, copies, reading) : Object.freeze(copies)
}

const withoutOddity = (holder: object, copy: JsonObject | ReadonlyArray<Json>, reading: Reading): Json | undefined => {
  const odd = oddProperty(holder)
  if (odd === undefined) return Object.freeze(copy)
  refuse(reading, odd.reason)
  return odd.name === undefined ? undefined : refuseIn(reading, holder, odd.name)
}

type Plain = { readonly [name: string]: unknown }

// Of this realm or another: its prototype ends the chain, and owns what the root of all objects owns.
const isPlain = (object: object): object is Plain => {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype === Object.prototype || prototype === null) return true
  return typeof prototype === 'object' && Object.hasOwn(prototype, 'isPrototypeOf') && isRoot(prototype)
}

const isRoot = (prototype: object): boolean => Object.getPrototypeOf(prototype) === null
