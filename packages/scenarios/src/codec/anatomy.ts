// oxlint-disable no-underscore-dangle -- io-ts tells its codecs apart by `_tag`.
import type * as t from 'io-ts'

/** What a codec of the core is made of, as far as a form has to know it. */
export type Anatomy =
  | { readonly kind: 'words'; readonly words: ReadonlyArray<string> }
  | { readonly kind: 'constant'; readonly value: boolean | number | null }
  | { readonly kind: 'flag' }
  | { readonly kind: 'fields'; readonly fields: ReadonlyMap<string, CodecField> }
  | { readonly kind: 'list'; readonly item: t.Mixed }
  | { readonly kind: 'record'; readonly value: t.Mixed }
  | { readonly kind: 'union'; readonly members: ReadonlyArray<t.Mixed> }
  /** Known by what it accepts only. */
  | { readonly kind: 'scalar' }

export interface CodecField {
  readonly codec: t.Mixed
  readonly optional: boolean
}

type Known =
  | t.BooleanC
  | t.NullC
  | t.LiteralC<string | number | boolean>
  | t.KeyofType<{ [key: string]: unknown }>
  | t.RefinementType<t.Mixed>
  | t.ArrayType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.UnionType<Array<t.Mixed>>
  | t.IntersectionType<Array<t.Mixed>>
  | t.ReadonlyType<t.Mixed>
  | t.ExactType<t.Mixed>

const isKnown = (codec: t.Mixed): codec is t.Mixed & Known => '_tag' in codec

const named = (props: t.Props, optional: boolean): ReadonlyMap<string, CodecField> =>
  new Map(Object.entries(props).map(([name, codec]) => [name, { codec, optional }]))

const unionOf = (members: ReadonlyArray<t.Mixed>): Anatomy => {
  const anatomies = members.map(anatomyOf)
  const words = anatomies.flatMap((anatomy) => (anatomy.kind === 'words' ? anatomy.words : []))
  return anatomies.every(({ kind }) => kind === 'words') ? { kind: 'words', words } : { kind: 'union', members }
}

const together = (members: ReadonlyArray<t.Mixed>): Anatomy => ({
  kind: 'fields',
  fields: new Map(
    members.flatMap((member) => {
      const anatomy = anatomyOf(member)
      return anatomy.kind === 'fields' ? [...anatomy.fields] : []
    }),
  ),
})

export const anatomyOf = (codec: t.Mixed): Anatomy => {
  if (!isKnown(codec)) return { kind: 'scalar' }
  switch (codec._tag) {
    case 'BooleanType':
      return { kind: 'flag' }
    case 'NullType':
      return { kind: 'constant', value: null }
    case 'LiteralType':
      return typeof codec.value === 'string'
        ? { kind: 'words', words: [codec.value] }
        : { kind: 'constant', value: codec.value }
    case 'KeyofType':
      return { kind: 'words', words: Object.keys(codec.keys) }
    case 'InterfaceType':
      return { kind: 'fields', fields: named(codec.props, false) }
    case 'PartialType':
      return { kind: 'fields', fields: named(codec.props, true) }
    case 'ExactType':
    case 'ReadonlyType':
      return anatomyOf(codec.type)
    case 'ArrayType':
    case 'ReadonlyArrayType':
      return { kind: 'list', item: codec.type }
    case 'DictionaryType':
      return { kind: 'record', value: codec.codomain }
    case 'UnionType':
      return unionOf(codec.types)
    case 'IntersectionType':
      return together(codec.types)
    default:
      return { kind: 'scalar' }
  }
}

/** The names of the fields of a codec that has some. */
export const fieldNamesOf = (codec: t.Mixed): ReadonlyArray<string> => {
  const anatomy = anatomyOf(codec)
  return anatomy.kind === 'fields' ? [...anatomy.fields.keys()] : []
}
