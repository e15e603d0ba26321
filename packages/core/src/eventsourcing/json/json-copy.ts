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
  const reading = new Reading(options)
  try {
    const copy = copyOf(value, 0, reading)
    return copy === undefined ? left(reading.refusal()) : right(copy)
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
class Reading {
  readonly thorough: boolean
  readonly undefinedIsAbsent: boolean
  #reason: NotJsonReason = 'unreadable'
  #steps: Array<readonly [holder: object, name: string | number]> | undefined = undefined

  constructor(options: JsonCopyOptions | undefined) {
    this.thorough = options?.thorough === true
    this.undefinedIsAbsent = options?.undefinedIsAbsent === true
  }

  refuse(reason: NotJsonReason): undefined {
    this.#reason = reason
    return undefined
  }

  refuseIn(holder: object, name: string | number): undefined {
    this.#steps ??= []
    this.#steps.push([holder, name])
    return undefined
  }

  refusal(): NotJson {
    const steps = (this.#steps ?? []).toReversed()
    const holders = steps.map(([holder]) => holder)
    const again = holders.findIndex((holder, index) => holders.indexOf(holder) < index)
    const [way, reason] = again === -1 ? [steps, this.#reason] : [steps.slice(0, again), 'cycle' as const]
    return { kind: 'notJson', code: 'NOT_JSON', path: pointerTo(way.map(([, name]) => name)), reason }
  }
}

const copyOf = (value: unknown, depth: number, reading: Reading): Json | undefined => {
  switch (typeof value) {
    case 'string':
      return isWellFormed(value) ? value : reading.refuse('loneSurrogate')
    case 'boolean':
      return value
    case 'number':
      if (!Number.isFinite(value)) return reading.refuse('notFinite')
      return Object.is(value, -0) ? reading.refuse('negativeZero') : value
    case 'object':
      if (value === null) return value
      if (depth === maxDepth) return reading.refuse('tooDeep')
      return Array.isArray(value) ? copyOfArray(value, depth, reading) : copyOfObject(value, depth, reading)
    case 'function':
      return reading.refuse('function')
    case 'symbol':
      return reading.refuse('symbol')
    case 'bigint':
      return reading.refuse('bigint')
    default:
      return reading.refuse('undefined')
  }
}

const copyOfArray = (array: ReadonlyArray<unknown>, depth: number, reading: Reading): Json | undefined => {
  // Array.prototype is an array itself; the prototype of a class that extends it is not.
  if (!Array.isArray(Object.getPrototypeOf(array))) return reading.refuse('notPlain')
  const copies: Array<Json> = []
  for (let index = 0; index < array.length; index++) {
    const element = array[index]
    const isHole = element === undefined && !(index in array)
    const copy = isHole ? reading.refuse('hole') : copyOf(element, depth + 1, reading)
    if (copy === undefined) return reading.refuseIn(array, index)
    copies.push(copy)
  }
  return reading.thorough ? withoutOddity(array, copies, reading) : Object.freeze(copies)
}

const copyOfObject = (object: object, depth: number, reading: Reading): Json | undefined => {
  if (!isPlain(object)) return reading.refuse('notPlain')
  const copies: { [name: string]: Json } = {}
  for (const name of Object.keys(object)) {
    const value = object[name]
    if (value === undefined && reading.undefinedIsAbsent) continue
    const copy = isWellFormed(name) ? copyOf(value, depth + 1, reading) : reading.refuse('loneSurrogate')
    if (copy === undefined) return reading.refuseIn(object, name)
    // Written plainly, `__proto__` would set the prototype instead of a property.
    if (name === '__proto__') Object.defineProperty(copies, name, { value: copy, enumerable: true })
    else copies[name] = copy
  }
  return reading.thorough ? withoutOddity(object, copies, reading) : Object.freeze(copies)
}

const withoutOddity = (holder: object, copy: JsonObject | ReadonlyArray<Json>, reading: Reading): Json | undefined => {
  const odd = oddProperty(holder)
  if (odd === undefined) return Object.freeze(copy)
  reading.refuse(odd.reason)
  return odd.name === undefined ? undefined : reading.refuseIn(holder, odd.name)
}

type Plain = { readonly [name: string]: unknown }

// Of this realm or another: its prototype ends the chain, and owns what the root of all objects owns.
const isPlain = (object: object): object is Plain => {
  const prototype: unknown = Object.getPrototypeOf(object)
  if (prototype === Object.prototype || prototype === null) return true
  return typeof prototype === 'object' && Object.hasOwn(prototype, 'isPrototypeOf') && isRoot(prototype)
}

const isRoot = (prototype: object): boolean => Object.getPrototypeOf(prototype) === null
