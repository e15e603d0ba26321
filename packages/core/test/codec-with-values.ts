import fc from 'fast-check'
import * as t from 'io-ts'

/** A codec, and values that it accepts (most of the time, where codecs are combined). */
interface Specimen {
  readonly codec: t.Mixed
  readonly value: fc.Arbitrary<unknown>
}

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value > 0
const custom = new t.Type<number>(
  'positive',
  isPositive,
  (value, context) => (isPositive(value) ? t.success(value) : t.failure(value, context)),
  t.identity,
)
const trimmed = new t.Type<string>(
  'trimmed',
  t.string.is,
  (value, context) => (typeof value === 'string' ? t.success(value.trim()) : t.failure(value, context)),
  t.identity,
)
interface Tree {
  readonly label: string
  readonly children: ReadonlyArray<Tree>
}
const tree: t.Type<Tree> = t.recursion('Tree', (self) => t.strict({ label: t.string, children: t.readonlyArray(self) }))
const treeValue = fc.letrec<{ tree: Tree; children: ReadonlyArray<Tree> }>((tie) => ({
  tree: fc.record({ label: fc.string(), children: tie('children') }),
  children: fc.oneof(
    { maxDepth: 2, depthIdentifier: 'tree' },
    fc.constant([]),
    fc.array(tie('tree'), { maxLength: 2 }),
  ),
})).tree

const short = (text: string): boolean => text.length < 4
const leaf = fc.constantFrom<Specimen>(
  { codec: t.string, value: fc.string() },
  { codec: t.number, value: fc.integer() },
  { codec: t.boolean, value: fc.boolean() },
  { codec: t.null, value: fc.constant(null) },
  { codec: t.literal('a'), value: fc.constant('a') },
  { codec: t.literal(1), value: fc.constant(1) },
  { codec: t.keyof({ x: null, y: null }), value: fc.constantFrom('x', 'y') },
  { codec: t.Int, value: fc.integer() },
  { codec: t.refinement(t.string, short, 'short'), value: fc.string({ maxLength: 3 }) },
  { codec: custom, value: fc.integer({ min: 1 }) },
  { codec: trimmed, value: fc.string() },
  { codec: t.unknown, value: fc.jsonValue({ maxDepth: 2 }) },
  { codec: t.UnknownRecord, value: fc.dictionary(fc.string(), fc.integer()) },
  { codec: tree, value: treeValue },
)

const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', '0', 'kind'), { maxLength: 4 })
type Fields = ReadonlyArray<readonly [string, Specimen]>
// Where two parts of an intersection name a field, they agree on it: else io-ts mixes what each makes of it.
const agreeing = ([one, other]: readonly [Fields, Fields]): readonly [Fields, Fields] => {
  const known = new Map(one)
  return [one, other.map(([name, specimen]) => [name, known.get(name) ?? specimen] as const)]
}
const propsOf = (fields: Fields): t.Props => Object.fromEntries(fields.map(([name, { codec }]) => [name, codec]))
const valuesOf = (fields: Fields) => Object.fromEntries(fields.map(([name, { value }]) => [name, value]))
const required = (fields: Fields) => fc.record(valuesOf(fields))
const optional = (fields: Fields) => fc.record(valuesOf(fields), { requiredKeys: [] })
const both = (one: fc.Arbitrary<object>, other: fc.Arbitrary<object>) =>
  fc.tuple(one, other).map(([first, second]): object => Object.assign({}, first, second))

const specimen = fc.letrec<{ any: Specimen; fields: Fields }>((tie) => ({
  fields: names.chain((list) => fc.tuple(...list.map((name) => fc.tuple(fc.constant(name), tie('any'))))),
  any: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'codec' },
    leaf,
    tie('any').map(({ codec, value }) => ({ codec: t.array(codec), value: fc.array(value, { maxLength: 3 }) })),
    tie('any').map(({ codec, value }) => ({ codec: t.readonlyArray(codec), value: fc.array(value, { maxLength: 3 }) })),
    tie('any').map(({ codec, value }) => ({ codec: t.readonly(codec), value })),
    tie('any').map(({ codec, value }) => ({ codec: t.union([codec, t.null]), value: fc.option(value) })),
    tie('any').map(({ codec, value }) => ({
      codec: t.record(t.string, codec),
      value: fc.dictionary(fc.string({ maxLength: 3 }), value, { maxKeys: 3 }),
    })),
    tie('any').map(({ codec, value }) => ({
      codec: t.record(t.refinement(t.string, short, 'short'), codec),
      value: fc.dictionary(fc.string({ maxLength: 4 }), value, { maxKeys: 3 }),
    })),
    tie('any').map(({ codec, value }) => ({
      codec: t.record(t.keyof({ a: null, b: null }), codec),
      value: fc.record({ a: value, b: value }),
    })),
    fc.tuple(tie('any'), tie('any')).map(([one, other]) => ({
      codec: t.tuple([one.codec, other.codec]),
      value: fc.tuple(one.value, other.value),
    })),
    fc.tuple(tie('any'), tie('any'), tie('any')).map(([one, two, three]) => ({
      codec: t.union([one.codec, two.codec, three.codec]),
      value: fc.oneof(one.value, two.value, three.value),
    })),
    tie('fields').map((fields) => ({ codec: t.type(propsOf(fields)), value: required(fields) })),
    tie('fields').map((fields) => ({ codec: t.strict(propsOf(fields)), value: required(fields) })),
    tie('fields').map((fields) => ({ codec: t.partial(propsOf(fields)), value: optional(fields) })),
    tie('fields').map((fields) => ({ codec: t.exact(t.partial(propsOf(fields))), value: optional(fields) })),
    tie('fields').map((fields) => ({
      codec: t.refinement(t.strict(propsOf(fields)), (value) => Object.keys(value).length !== 2, 'not two'),
      value: required(fields),
    })),
    fc
      .tuple(tie('fields'), tie('fields'))
      .map(agreeing)
      .map(([one, other]) => ({
        codec: t.exact(t.intersection([t.type(propsOf(one)), t.partial(propsOf(other))])),
        value: both(optional(other), required(one)),
      })),
    fc
      .tuple(tie('fields'), tie('fields'))
      .map(agreeing)
      .map(([one, other]) => ({
        codec: t.intersection([t.strict(propsOf(one)), t.exact(t.partial(propsOf(other)))]),
        value: both(optional(other), required(one)),
      })),
    fc.tuple(tie('any'), tie('any')).map(([one, other]) => ({
      codec: t.intersection([t.strict({ own: one.codec }), other.codec]),
      value: both(
        fc.record({ own: one.value }),
        other.value.map((value) => Object(value) as object),
      ),
    })),
    fc.tuple(tie('fields'), tie('fields')).map(([one, other]) => ({
      codec: t.union([
        t.strict({ ...propsOf(one), kind: t.literal('one') }),
        t.strict({ ...propsOf(other), kind: t.keyof({ one: null, two: null }) }),
      ]),
      value: fc.oneof(
        both(required(one), fc.constant({ kind: 'one' })),
        both(required(other), fc.constantFrom({ kind: 'one' }, { kind: 'two' })),
      ),
    })),
    fc.tuple(tie('fields'), tie('fields')).map(([one, other]) => ({
      codec: t.union([
        t.strict({ ...propsOf(one), kind: t.literal('one') }),
        t.readonly(t.strict({ ...propsOf(other), kind: t.keyof({ two: null, three: null }) })),
      ]),
      value: fc.oneof(
        both(required(one), fc.constant({ kind: 'one' })),
        both(required(other), fc.constantFrom({ kind: 'two' }, { kind: 'three' })),
      ),
    })),
  ),
})).any

/** Another JSON value than this one, at one place of it. */
type Mutation = (value: unknown) => unknown
const mutation: fc.Arbitrary<Mutation> = fc
  .record({
    way: fc.array(fc.nat(5), { maxLength: 4 }),
    kind: fc.constantFrom('replace', 'remove', 'add'),
    name: fc.constantFrom('a', 'b', 'z', 'kind', '__proto__', 'constructor'),
    junk: fc.oneof(
      fc.constantFrom<unknown>(null, '', 'a', ' a ', 0, -1, 1.5, true, [], {}),
      fc.jsonValue({ maxDepth: 1 }),
    ),
  })
  .map(({ way, kind, name, junk }) => {
    const mutate = (value: unknown, [step, ...further]: ReadonlyArray<number>): unknown => {
      if (typeof value !== 'object' || value === null) return junk
      const entries = Object.entries<unknown>({ ...value })
      const place = entries.length === 0 || step === undefined ? -1 : step % entries.length
      const changed =
        place === -1
          ? kind === 'add'
            ? [...entries, [name, junk] as const]
            : entries
          : kind === 'remove' && further.length === 0
            ? entries.toSpliced(place, 1)
            : entries.map(([key, part], index) => [key, index === place ? mutate(part, further) : part] as const)
      return Array.isArray(value) ? changed.map(([, part]) => part) : Object.fromEntries<unknown>(changed)
    }
    return (value) => mutate(value, way)
  })

const mutated = (value: fc.Arbitrary<unknown>) =>
  fc.tuple(value, fc.array(mutation, { maxLength: 2 })).map(([sound, mutations]) => {
    // Values as they come out of JSON.parse.
    const plain = JSON.parse(JSON.stringify(sound)) as unknown
    return mutations.reduce((changed, mutate) => mutate(changed), plain)
  })

/** A codec of any make, and values: some that it accepts, others with a part changed, added or taken away. */
export const codecWithValues = specimen.chain(({ codec, value }) =>
  fc.array(mutated(value), { minLength: 25, maxLength: 25 }).map((values) => ({
    codec,
    values,
    [fc.toStringMethod]: () => `${codec.name}: ${fc.stringify(values)}`,
  })),
)
