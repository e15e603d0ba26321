import fc from 'fast-check'
import { hostileValues, type HostileValue } from './hostile-values.js'

/** A body that was well formed, with one thing wrong at one place. */
export interface Malformed {
  readonly what: string
  /** JSON pointer of what is wrong. */
  readonly place: string
  /** Made anew for each use: some of it breaks when it is looked at. */
  readonly make: () => unknown
}

type Path = ReadonlyArray<string | number>

const pointer = (path: Path): string => path.map((step) => `/${String(step)}`).join('')

const isPlain = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place in a value that something stands at. */
const placesIn = (value: unknown, path: Path = []): ReadonlyArray<Path> => {
  const own = path.length === 0 ? [] : [path]
  if (Array.isArray(value)) return [...own, ...value.flatMap((part: unknown, at) => placesIn(part, [...path, at]))]
  if (isPlain(value))
    return [...own, ...Object.entries(value).flatMap(([name, part]) => placesIn(part, [...path, name]))]
  return own
}

const objectsIn = (value: unknown, path: Path = []): ReadonlyArray<Path> => {
  if (Array.isArray(value)) return value.flatMap((part: unknown, at) => objectsIn(part, [...path, at]))
  if (!isPlain(value)) return []
  return [path, ...Object.entries(value).flatMap(([name, part]) => objectsIn(part, [...path, name]))]
}

/** A copy with what stands at a place changed; `undefined` takes it away. */
const changedAt = (value: unknown, path: Path, change: (part: unknown) => unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((part: unknown, at) => (at === step ? changedAt(part, rest, change) : part))
  if (!isPlain(value)) return value
  return { ...value, [step]: changedAt(value[step], rest, change) }
}

const without = (value: unknown, path: Path): unknown => {
  const name = path.at(-1)
  return changedAt(value, path.slice(0, -1), (part) =>
    isPlain(part) ? Object.fromEntries(Object.entries(part).filter(([known]) => known !== name)) : part,
  )
}

const extraNames = ['unknown', 'constructor', 'toString', 'actor', 'occurredAt', 'now', 'order', 'hasOwnProperty', '']

const withExtra = (value: unknown, path: Path, name: string): unknown =>
  changedAt(value, path, (part) => ({ ...(isPlain(part) ? part : {}), [name]: 1 }))

/** An own field that is called `__proto__`: what JSON.parse makes of a body that an attacker wrote. */
const withProto = (value: unknown, path: Path): unknown =>
  changedAt(value, path, (part) => {
    const own = Object.fromEntries(Object.entries(isPlain(part) ? part : {}))
    return Object.defineProperty(own, '__proto__', { value: { role: 'court' }, enumerable: true, configurable: true })
  })

export interface MalformationConstraints {
  /** Whether a body without the field at a place is still well formed; only then it is not taken away. */
  readonly mayMiss: (body: unknown) => boolean
}

const someOf = <T>(list: ReadonlyArray<T>): fc.Arbitrary<T> => fc.constantFrom(...list)

const wrongAt = (body: unknown): fc.Arbitrary<Malformed> =>
  fc.tuple(someOf(placesIn(body)), hostileValues()).map(([path, { name, make }]: [Path, HostileValue]) => ({
    what: `${name} at ${pointer(path)}`,
    place: pointer(path),
    make: () => changedAt(body, path, () => make()),
  }))

const extraAt = (body: unknown): fc.Arbitrary<Malformed> =>
  fc.tuple(someOf(objectsIn(body)), someOf(extraNames)).map(([path, name]) => ({
    what: `an unknown field "${name}" at ${pointer(path)}`,
    place: pointer(path),
    make: () => withExtra(body, path, name),
  }))

const protoAt = (body: unknown): fc.Arbitrary<Malformed> =>
  someOf(objectsIn(body)).map((path) => ({
    what: `a field of its own called __proto__ at ${pointer(path)}`,
    place: pointer(path),
    make: () => withProto(body, path),
  }))

const missing = (body: unknown, places: ReadonlyArray<Path>): fc.Arbitrary<Malformed> =>
  someOf(places).map((path) => ({
    what: `nothing at ${pointer(path)}`,
    place: pointer(path),
    make: () => without(body, path),
  }))

/**
 * Bodies with one thing wrong: a field missing that must be there, one that nobody knows, or a hostile value at any
 * place. `body` is well formed, and plain JSON.
 */
export const malformations = (body: object, { mayMiss }: MalformationConstraints): fc.Arbitrary<Malformed> => {
  const needed = placesIn(body).filter((path) => typeof path.at(-1) === 'string' && !mayMiss(without(body, path)))
  return fc.oneof(
    { arbitrary: placesIn(body).length === 0 ? extraAt(body) : wrongAt(body), weight: 4 },
    { arbitrary: extraAt(body), weight: 2 },
    { arbitrary: protoAt(body), weight: 1 },
    ...(needed.length === 0 ? [] : [{ arbitrary: missing(body, needed), weight: 2 }]),
  )
}
