import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import type { Json } from '../envelope.js'
import { quoted, writeCanonical } from '../json/canonical-json.js'
import { jsonCopy } from '../json/json-copy.js'
import { isWellFormed } from '../json/well-formed.js'
import { anatomyOf, type Anatomy, type Field, type Fields, type Word } from './anatomy.js'
import { deriveGuard } from './derive-guard.js'
import { unionTagOf } from './union-tag.js'

/** A copy that nobody else holds, frozen deep, and its canonical JSON. */
export interface CanonicalCopy<A> {
  readonly value: A
  readonly text: string
}

/**
 * A copier for a codec, put together once: it checks, copies, freezes and writes a value in one walk, its names in
 * canonical order. It answers undefined for whatever is not plain JSON that decoding would give back unchanged, and for
 * some odd values that are: `jsonCopy` and the codec itself say more, slowly. Each property is read once.
 *
 * `besides` is how many fields may stand beside those of the codec, which its caller has read.
 */
export function deriveCopy<A>(
  codec: t.Type<A, unknown>,
): (value: unknown, besides?: number) => CanonicalCopy<A> | undefined
// What copying gives is what the codec accepts, for every part of it was asked: TypeScript sees no link.
export function deriveCopy(codec: t.Mixed): (value: unknown, besides?: number) => CanonicalCopy<unknown> | undefined {
  const copyOf = copyFor(codec)
  return (value, besides = 0) => {
    const out: Out = { text: '' }
    try {
      const copy = copyOf(value, out, besides)
      return copy === undefined ? undefined : { value: copy, text: out.text }
    } catch {
      // Only what is no plain data throws when it is read.
      return undefined
    }
  }
}

/** What is written so far. Of a value that is refused, something may be. */
interface Out {
  text: string
}

// JSON has no undefined: it stands for what is refused.
type Copy = (value: unknown, out: Out, besides: number) => Json | undefined

const known = new WeakMap<t.Mixed, Copy>()

const copyFor = (codec: t.Mixed): Copy => {
  const found = known.get(codec)
  if (found !== undefined) return found
  const copy = copyOfAnatomy(anatomyOf(codec), codec)
  known.set(codec, copy)
  return copy
}

const copyOfAnatomy = (anatomy: Anatomy, codec: t.Mixed): Copy => {
  switch (anatomy.kind) {
    case 'plain':
      return anatomy.values === undefined ? plainCopy(anatomy.codec, codec) : wordCopy(anatomy.values)
    case 'fields':
      return isSimple(anatomy.fields) && !anatomy.open ? fieldsCopy(anatomy.fields) : anyCopy(codec)
    case 'list':
      return listCopy(copyFor(anatomy.item))
    case 'union':
      return unionCopy(anatomy.members, codec)
    case 'refined': {
      const base = copyOfAnatomy(anatomy.base, codec)
      return (value, out, besides) => {
        const copy = base(value, out, besides)
        return copy !== undefined && anatomy.holds(copy) ? copy : undefined
      }
    }
    default:
      return anyCopy(codec)
  }
}

/** What is seldom met is copied first, then checked, then written. */
const anyCopy = (codec: t.Mixed): Copy => {
  const accepts = deriveGuard(codec)
  return (value, out) => {
    const copy = jsonCopy(value)
    if (isLeft(copy) || !accepts(copy.right)) return undefined
    out.text += writeCanonical(copy.right)
    return copy.right
  }
}

const plainCopy = (plain: t.Mixed, codec: t.Mixed): Copy => {
  if (plain instanceof t.StringType) return textCopy
  if (plain instanceof t.NumberType) return numberCopy
  return plain instanceof t.BooleanType ? wordCopy([true, false]) : anyCopy(codec)
}

const textCopy: Copy = (value, out) => {
  if (typeof value !== 'string' || !isWellFormed(value)) return undefined
  out.text += quoted(value)
  return value
}

const numberCopy: Copy = (value, out) => {
  if (typeof value !== 'number' || !Number.isFinite(value) || Object.is(value, -0)) return undefined
  out.text += value
  return value
}

const wordCopy = (words: ReadonlyArray<Word>): Copy => {
  const byWord = new Map<unknown, { readonly word: Word; readonly text: string }>(
    words.map((word) => [word, { word, text: writeCanonical(word) }]),
  )
  return (value, out) => {
    const found = Object.is(value, -0) ? undefined : byWord.get(value)
    if (found === undefined) return undefined
    out.text += found.text
    return found.word
  }
}

// Written plainly, `__proto__` would set the prototype; and what two codecs must accept is for a guard to say.
const isSimple = (fields: Fields): boolean =>
  [...fields].every(([name, { codecs }]) => name !== '__proto__' && codecs.length === 1)

interface Place {
  readonly name: string
  readonly optional: boolean
  readonly copyOf: Copy
  readonly opening: string
  readonly following: string
}

const placeOf = (name: string, { optional, codecs: [codec] }: Field): ReadonlyArray<Place> => {
  const label = `${JSON.stringify(name)}:`
  return codec === undefined
    ? []
    : [{ name, optional, copyOf: copyFor(codec), opening: `{${label}`, following: `,${label}` }]
}

const fieldsCopy = (fields: Fields): Copy => {
  const names = [...fields.keys()].toSorted()
  const places = names.flatMap((name) => {
    const field = fields.get(name)
    return field === undefined ? [] : placeOf(name, field)
  })
  return (value, out, besides) => {
    if (!isPlain(value)) return undefined
    const copy: { [name: string]: Json } = {}
    let present = 0
    for (const { name, optional, copyOf, opening, following } of places) {
      const part = value[name]
      if (part === undefined && optional) continue
      out.text += present === 0 ? opening : following
      const copied = copyOf(part, out, 0)
      if (copied === undefined) return undefined
      copy[name] = copied
      present++
    }
    if (Object.keys(value).length !== present + besides) return undefined
    out.text += present === 0 ? '{}' : '}'
    return Object.freeze(copy)
  }
}

const listCopy =
  (copyOf: Copy): Copy =>
  (value, out) => {
    if (!Array.isArray(value) || Object.getPrototypeOf(value) !== Array.prototype) return undefined
    const copies: Array<Json> = []
    for (let index = 0; index < value.length; index++) {
      out.text += index === 0 ? '[' : ','
      const copy = copyOf(value[index], out, 0)
      if (copy === undefined) return undefined
      copies.push(copy)
    }
    out.text += copies.length === 0 ? '[]' : ']'
    return Object.freeze(copies)
  }

const unionCopy = (members: ReadonlyArray<t.Mixed>, codec: t.Mixed): Copy => {
  const tag = unionTagOf(members)
  if (tag !== undefined) {
    const byWord = new Map([...tag.members].map(([word, member]) => [word, copyFor(member)]))
    return (value, out, besides) => (isPlain(value) ? byWord.get(value[tag.name])?.(value, out, besides) : undefined)
  }
  // Decoding takes the first member that accepts the value at all, even one that would leave something out.
  const accepts = deriveGuard(codec)
  const choices = members.map((member) => ({ isFor: deriveGuard(member), copyOf: copyFor(member) }))
  return (value, out) => (accepts(value) ? choices.find(({ isFor }) => isFor(value))?.copyOf(value, out, 0) : undefined)
}

type Plain = { readonly [name: string]: unknown }

const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== 'object' || value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
