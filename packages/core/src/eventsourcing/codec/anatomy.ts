// oxlint-disable no-underscore-dangle -- io-ts tells its codecs apart by `_tag`.
import type * as t from 'io-ts'

/**
 * What a codec is made of, as far as the library looks into it. The only place that knows how io-ts builds its codecs;
 * guards, explanations and sealing walk this instead.
 */
export type Anatomy =
  /** Decodes what `codec.is` accepts, unchanged, and nothing else: one of `values`, where they can be listed. */
  | { readonly kind: 'plain'; readonly codec: t.Mixed; readonly values?: ReadonlyArray<Word> }
  /** Nobody knows but its own `validate`. */
  | { readonly kind: 'opaque'; readonly codec: t.Mixed }
  | { readonly kind: 'fields'; readonly fields: Fields; readonly open: boolean }
  | { readonly kind: 'list'; readonly item: t.Mixed }
  | { readonly kind: 'tuple'; readonly items: ReadonlyArray<t.Mixed> }
  | { readonly kind: 'dictionary'; readonly key: t.Mixed; readonly value: t.Mixed }
  | { readonly kind: 'union'; readonly members: ReadonlyArray<t.Mixed> }
  | {
      readonly kind: 'refined'
      readonly base: Anatomy
      readonly holds: (value: unknown) => boolean
      readonly codec: t.Mixed
    }
  | { readonly kind: 'recursive'; readonly codec: t.Mixed; readonly definition: () => t.Mixed }

export type Word = string | number | boolean

/** Named fields. Where `open`, others may stand beside them; else decoding strips those. */
export type Fields = ReadonlyMap<string, Field>

export interface Field {
  readonly optional: boolean
  /** All of them must accept the value: more than one where an intersection names the field twice. */
  readonly codecs: ReadonlyArray<t.Mixed>
}

// io-ts tells its codecs apart by this tag, which the type of a codec in general does not show.
type Known =
  | t.StringC
  | t.NumberC
  | t.BooleanC
  | t.NullC
  | t.UndefinedC
  | t.UnknownC
  | t.UnknownArrayC
  | t.UnknownRecordC
  | t.LiteralC<Word>
  | t.KeyofType<{ [key: string]: unknown }>
  | t.RefinementType<t.Mixed>
  | t.RecursiveType<t.Mixed>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.UnionType<Array<t.Mixed>>
  | t.IntersectionType<Array<t.Mixed>>
  | t.TupleType<Array<t.Mixed>>
  | t.ReadonlyType<t.Mixed>
  | t.ExactType<t.Mixed>

const isKnown = (codec: t.Mixed): codec is t.Mixed & Known => '_tag' in codec

export const anatomyOf = (codec: t.Mixed): Anatomy => {
  if (!isKnown(codec)) return { kind: 'opaque', codec }
  switch (codec._tag) {
    case 'StringType':
    case 'NumberType':
    case 'BooleanType':
    case 'NullType':
    case 'UndefinedType':
    case 'UnknownType':
    case 'AnyArrayType':
    case 'AnyDictionaryType':
      return { kind: 'plain', codec }
    case 'LiteralType':
      return { kind: 'plain', codec, values: [codec.value] }
    case 'KeyofType':
      return { kind: 'plain', codec, values: Object.keys(codec.keys) }
    case 'InterfaceType':
      return { kind: 'fields', fields: fieldsOf(codec.props, false), open: true }
    case 'PartialType':
      return { kind: 'fields', fields: fieldsOf(codec.props, true), open: true }
    case 'ExactType':
      return closed(anatomyOf(codec.type), codec)
    case 'ReadonlyType':
      return anatomyOf(codec.type)
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return { kind: 'list', item: codec.type }
    case 'TupleType':
      return { kind: 'tuple', items: codec.types }
    case 'UnionType':
      return { kind: 'union', members: codec.types }
    case 'IntersectionType':
      return together(codec.types.map(anatomyOf), codec)
    case 'RefinementType':
      return { kind: 'refined', base: anatomyOf(codec.type), holds: codec.predicate, codec }
    case 'RecursiveType':
      return { kind: 'recursive', codec, definition: codec.runDefinition }
    case 'DictionaryType':
      return dictionary(codec)
    default:
      return { kind: 'opaque', codec }
  }
}

const fieldsOf = (props: t.Props, optional: boolean): Fields =>
  new Map(Object.entries(props).map(([name, codec]) => [name, { optional, codecs: [codec] }]))

const closed = (anatomy: Anatomy, codec: t.Mixed): Anatomy => {
  if (anatomy.kind === 'fields') return { ...anatomy, open: false }
  if (anatomy.kind === 'refined') return { ...anatomy, base: closed(anatomy.base, codec) }
  return { kind: 'opaque', codec }
}

// Fields of several codecs together: decoding merges what each one keeps, so only where all strip is anything stripped.
const together = (members: ReadonlyArray<Anatomy>, codec: t.Mixed): Anatomy => {
  const merged = new Map<string, Field>()
  let open = false
  for (const member of members) {
    if (member.kind !== 'fields') return { kind: 'opaque', codec }
    open ||= member.open
    for (const [name, field] of member.fields) {
      const known = merged.get(name)
      merged.set(
        name,
        known === undefined
          ? field
          : { optional: known.optional && field.optional, codecs: [...known.codecs, ...field.codecs] },
      )
    }
  }
  return { kind: 'fields', fields: merged, open }
}

// io-ts asks for every key where the keys can be listed, and strips others; else it strips keys that do not fit.
const dictionary = (codec: t.DictionaryType<t.Mixed, t.Mixed>): Anatomy => {
  const names = listedKeys(codec.domain)
  if (names === undefined) return { kind: 'dictionary', key: codec.domain, value: codec.codomain }
  const props = Object.fromEntries(names.map((name) => [name, codec.codomain]))
  return { kind: 'fields', fields: fieldsOf(props, false), open: false }
}

const listedKeys = (domain: t.Mixed): ReadonlyArray<string> | undefined => {
  const words = wordsOf(domain)
  return words?.every((word) => typeof word === 'string') === true ? words : undefined
}

/** All words that a codec accepts, where it accepts a list of words and nothing else. */
export const wordsOf = (codec: t.Mixed): ReadonlyArray<Word> | undefined => {
  const anatomy = anatomyOf(codec)
  if (anatomy.kind === 'plain') return anatomy.values
  if (anatomy.kind !== 'union') return undefined
  const lists = anatomy.members.map(wordsOf)
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined
}
