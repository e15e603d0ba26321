import { isRight } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { anatomyOf, type Anatomy, type Field, type Fields } from './anatomy.js'
import { unionTagOf } from './union-tag.js'

/** Whether a value is already exactly what decoding it would give back. */
export type Guard = (value: unknown) => boolean

/**
 * A guard for a codec, put together once: true only for what `codec.decode` accepts and gives back unchanged, so that
 * there is no need to decode it, at several times the speed, for it builds nothing.
 *
 * Of JSON values it accepts all of those, odd corners aside: a property called `__proto__`, and a field that two parts
 * of an intersection name and each change in its own way. There, and of stranger values, it may refuse more: decoding
 * tells.
 */
export const deriveGuard = <A>(codec: t.Type<A, unknown>): ((value: unknown) => value is A) => {
  const guard = guardOf(codec)
  return (value): value is A => guard(value)
}

const known = new WeakMap<t.Mixed, Guard>()

const guardOf = (codec: t.Mixed): Guard => {
  const found = known.get(codec)
  if (found !== undefined) return found
  const guard = guardFor(anatomyOf(codec))
  known.set(codec, guard)
  return guard
}

const guardFor = (anatomy: Anatomy): Guard => {
  switch (anatomy.kind) {
    case 'plain':
      return anatomy.codec.is
    case 'opaque':
      return (value) => {
        const decoded = anatomy.codec.validate(value, [])
        return isRight(decoded) && isSame(decoded.right, value)
      }
    case 'fields':
      return fieldsGuard(anatomy.fields, anatomy.open)
    case 'list': {
      const item = guardOf(anatomy.item)
      return (value) => Array.isArray(value) && eachOf(value, item)
    }
    case 'tuple': {
      const items = anatomy.items.map(guardOf)
      return (value) =>
        Array.isArray(value) && value.length <= items.length && items.every((accepts, place) => accepts(value[place]))
    }
    case 'dictionary': {
      const key = guardOf(anatomy.key)
      const entry = guardOf(anatomy.value)
      return (value) => isPlain(value) && Object.keys(value).every((name) => key(name) && entry(value[name]))
    }
    case 'union':
      return unionGuard(anatomy.members)
    case 'refined': {
      const base = guardFor(anatomy.base)
      return (value) => base(value) && anatomy.holds(value)
    }
    default: {
      // Its definition names the codec itself: look inside when the first value comes.
      let inner: Guard | undefined
      return (value) => (inner ??= guardOf(anatomy.definition()))(value)
    }
  }
}

// A codec nobody looks into may copy what it does not change.
const isSame = (one: unknown, other: unknown): boolean => {
  if (Object.is(one, other)) return true
  if (Array.isArray(one) || Array.isArray(other))
    return Array.isArray(one) && Array.isArray(other) && hasSameParts(one, other)
  return isPlain(one) && isPlain(other) && hasSameParts(one, other)
}

const hasSameParts = (one: object, other: object): boolean => {
  const parts = new Map(Object.entries(other))
  const entries = Object.entries(one)
  return (
    entries.length === parts.size && entries.every(([name, part]) => parts.has(name) && isSame(part, parts.get(name)))
  )
}

// `every` would pass over the holes of an array, which decoding takes for undefined.
const eachOf = (values: Iterable<unknown>, accepts: Guard): boolean => {
  for (const value of values) if (!accepts(value)) return false
  return true
}

interface FieldGuard {
  readonly name: string
  readonly accepts: Guard
}

const fieldsGuard = (fields: Fields, open: boolean): Guard => {
  const named = [...fields].map(([name, field]) => ({ name, optional: field.optional, accepts: fieldGuard(field) }))
  const required: ReadonlyArray<FieldGuard> = named.filter(({ optional }) => !optional)
  const others: ReadonlyArray<FieldGuard> = named.filter(({ optional }) => optional)
  return (value) => {
    if (!isPlain(value)) return false
    for (const { name, accepts } of required) {
      const part = value[name]
      if (!accepts(part) || (part === undefined && !Object.hasOwn(value, name))) return false
    }
    let present = required.length
    for (const { name, accepts } of others) {
      const part = value[name]
      if (part === undefined) continue
      if (!accepts(part)) return false
      present++
    }
    // Where others may stand beside them, decoding may copy them; under this name one would not arrive.
    return open ? !Object.hasOwn(value, '__proto__') : Object.getOwnPropertyNames(value).length === present
  }
}

const fieldGuard = ({ codecs }: Field): Guard => {
  const [first, ...more] = codecs.map(guardOf)
  if (first !== undefined && more.length === 0) return first
  const all = codecs.map(guardOf)
  return (value) => all.every((accepts) => accepts(value))
}

const unionGuard = (members: ReadonlyArray<t.Mixed>): Guard => {
  const tag = unionTagOf(members)
  if (tag !== undefined) {
    const byWord = new Map([...tag.members].map(([word, member]) => [word, guardOf(member)]))
    return (value) => isPlain(value) && byWord.get(value[tag.name])?.(value) === true
  }
  const choices = members.map((member) => ({ accepts: guardOf(member), codec: member, mayStrip: mayStrip(member) }))
  return (value) => {
    for (const { accepts, codec, mayStrip: strips } of choices) {
      if (accepts(value)) return true
      // Decoding takes the first member that accepts the value at all, even one that would leave something out.
      if (strips(value) && isRight(codec.validate(value, []))) return false
    }
    return false
  }
}

// For which values a codec may answer with something else than what it was given.
const mayStrip = (codec: t.Mixed): Guard => {
  const anatomy = anatomyOf(codec)
  switch (anatomy.kind) {
    case 'plain':
      return () => false
    case 'fields':
    case 'list':
    case 'tuple':
    case 'dictionary':
      return (value) => typeof value === 'object' && value !== null
    default:
      return () => true
  }
}

type Plain = { readonly [name: string]: unknown }

const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
