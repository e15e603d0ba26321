import { isLeft } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { pointerStep, type JsonPointer } from '../json/json-pointer.js'
import { anatomyOf, type Anatomy, type Fields } from './anatomy.js'
import { phraseOf } from './phrase.js'
import type { Problem } from './problem.js'
import { unionTagOf } from './union-tag.js'

export interface ExplainOptions {
  /** Whether fields that decoding would leave out are problems too. */
  readonly unknownFields: 'refused' | 'ignored'
  /** Whether names that no codec knows, such as the keys of a dictionary, are shown: they may be data. */
  readonly unknownNames: 'shown' | 'hidden'
}

/** Why a plain JSON value is not what a codec accepts: the first problems, at most 20, each at its place. */
export const explain = (codec: t.Mixed, value: unknown, options: ExplainOptions): ReadonlyArray<Problem> => {
  const problems: Array<Problem> = []
  for (const problem of inCodec(codec, value, { path: '', options })) {
    problems.push(problem)
    if (problems.length === maxProblems) break
  }
  return problems
}

const maxProblems = 20
const maxNameLength = 64

type Problems = Iterable<Problem>

interface Place {
  readonly path: JsonPointer
  readonly options: ExplainOptions
}

const none: Problems = []
const problem = ({ path }: Place, message: string): Problems => [{ path, message }]
const expected = (place: Place, phrase: string): Problems => problem(place, `expected ${phrase}`)

const under = ({ path, options }: Place, name: string | number): Place => ({
  path: path + pointerStep(name),
  options,
})

const underUnknown = (place: Place, name: string): Place => {
  if (place.options.unknownNames === 'hidden') return under(place, '*')
  return under(place, name.length > maxNameLength ? `${name.slice(0, maxNameLength)}…` : name)
}

const inCodec = (codec: t.Mixed, value: unknown, place: Place): Problems =>
  inAnatomy(anatomyOf(codec), codec, value, place)

const inAnatomy = (anatomy: Anatomy, codec: t.Mixed, value: unknown, place: Place): Problems => {
  switch (anatomy.kind) {
    case 'plain':
    case 'opaque':
      return isLeft(codec.validate(value, [])) ? expected(place, phraseOf(codec)) : none
    case 'fields':
      return isObject(value) ? inFields(anatomy.fields, anatomy.open, value, place) : expected(place, 'an object')
    case 'list':
      return Array.isArray(value) ? inList(anatomy.item, value, place) : expected(place, 'a list')
    case 'tuple':
      return inTuple(anatomy.items, value, place)
    case 'dictionary':
      return isObject(value) ? inDictionary(anatomy, value, place) : expected(place, 'an object')
    case 'union':
      return inUnion(anatomy.members, codec, value, place)
    case 'refined':
      return inRefined(anatomy.base, anatomy.holds, codec, value, place)
    default:
      return inCodec(anatomy.definition(), value, place)
  }
}

function* inFields(fields: Fields, open: boolean, value: Plain, place: Place): Problems {
  for (const [name, { optional, codecs }] of fields) {
    const part = Object.hasOwn(value, name) ? value[name] : undefined
    if (part === undefined && optional) continue
    for (const codec of codecs) {
      const problems = [...inCodec(codec, part, under(place, name))]
      if (part === undefined && problems.length > 0) {
        yield* problem(under(place, name), 'missing')
        break
      }
      yield* problems
    }
  }
  if (open || place.options.unknownFields === 'ignored') return
  for (const name of Object.keys(value)) {
    if (!fields.has(name)) yield* problem(underUnknown(place, name), 'unknown field')
  }
}

function* inList(item: t.Mixed, value: ReadonlyArray<unknown>, place: Place): Problems {
  for (const [index, element] of value.entries()) yield* inCodec(item, element, under(place, index))
}

function* inTuple(items: ReadonlyArray<t.Mixed>, value: unknown, place: Place): Problems {
  if (!Array.isArray(value) || value.length !== items.length) yield* expected(place, `a list of ${items.length}`)
  else for (const [index, item] of items.entries()) yield* inCodec(item, value[index], under(place, index))
}

function* inDictionary(anatomy: { key: t.Mixed; value: t.Mixed }, value: Plain, place: Place): Problems {
  for (const [name, entry] of Object.entries(value)) {
    const nameFits = !isLeft(anatomy.key.validate(name, []))
    if (nameFits) yield* inCodec(anatomy.value, entry, underUnknown(place, name))
    else if (place.options.unknownFields === 'refused') yield* problem(underUnknown(place, name), 'unknown field')
  }
}

// The member that the tag names explains best; without a tag, the only one that is of the value's own kind.
const inUnion = (members: ReadonlyArray<t.Mixed>, codec: t.Mixed, value: unknown, place: Place): Problems => {
  const tag = unionTagOf(members)
  if (tag !== undefined) {
    if (!isObject(value)) return expected(place, 'an object')
    const word = Object.hasOwn(value, tag.name) ? value[tag.name] : undefined
    const member = tag.members.get(word)
    if (member !== undefined) return inCodec(member, value, place)
    const words = [...tag.members.keys()].map((known) => JSON.stringify(known))
    const tagged = under(place, tag.name)
    const others = inEvery(members, value, place).filter(({ path }) => path !== tagged.path)
    return [...expected(tagged, `one of ${words.join(', ')}`), ...others]
  }
  const answers = members.map((member) => [...inCodec(member, value, place)])
  if (answers.some((problems) => problems.length === 0)) return none
  const closer = answers.filter((problems) => problems.some(({ path }) => path !== place.path))
  return closer.length === 1 && closer[0] !== undefined ? closer[0] : expected(place, phraseOf(codec))
}

// What is wrong with the value whichever member it was meant to be.
const inEvery = (members: ReadonlyArray<t.Mixed>, value: unknown, place: Place): ReadonlyArray<Problem> => {
  const [first = [], ...others] = members.map((member) => [...inCodec(member, value, place)])
  return first.filter(({ path, message }) =>
    others.every((problems) => problems.some((other) => other.path === path && other.message === message)),
  )
}

// A text that is not the right text is explained by the refinement's name, an object by what is wrong inside it.
const inRefined = (
  base: Anatomy,
  holds: (value: unknown) => boolean,
  codec: t.Mixed,
  value: unknown,
  place: Place,
): Problems => {
  if (base.kind === 'plain') return isLeft(codec.validate(value, [])) ? expected(place, phraseOf(codec)) : none
  const problems = [...inAnatomy(base, codec, value, place)]
  if (problems.length > 0) return problems
  return holds(value) ? none : expected(place, phraseOf(codec))
}

type Plain = { readonly [name: string]: unknown }

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
