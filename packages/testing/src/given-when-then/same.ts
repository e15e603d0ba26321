/** A place in a value: `/0/data/lines/1`. */
type Place = string

const under = (place: Place, name: string | number): Place =>
  `${place}/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`

const kindOf = (value: object): unknown => Object.getPrototypeOf(value)

const names = (value: object): ReadonlyArray<string> => Object.keys(value)

const entriesOf = (value: Map<unknown, unknown> | Set<unknown>): ReadonlyArray<unknown> => [...value]

const fieldOf = (value: object, name: string): unknown => Object.getOwnPropertyDescriptor(value, name)?.value

/**
 * The first place where two values differ, or undefined where they are the same: of one kind, with the same fields and
 * no others, in lists in the same order, dates to the millisecond. A field that is undefined is not one that is missing,
 * and -0 is not 0.
 */
export const differenceOf = (expected: unknown, actual: unknown, place: Place = ''): Place | undefined => {
  if (Object.is(expected, actual)) return undefined
  if (typeof expected !== 'object' || typeof actual !== 'object' || expected === null || actual === null) return place
  if (kindOf(expected) !== kindOf(actual)) return place
  if (expected instanceof Date && actual instanceof Date)
    return Object.is(expected.getTime(), actual.getTime()) ? undefined : place
  if (expected instanceof Map && actual instanceof Map)
    return differenceOf(entriesOf(expected), entriesOf(actual), place)
  if (expected instanceof Set && actual instanceof Set)
    return differenceOf(entriesOf(expected), entriesOf(actual), place)
  const fields = names(expected)
  const other = new Set(names(actual))
  const missing = fields.find((name) => !other.has(name))
  if (missing !== undefined) return under(place, missing)
  const own = new Set(fields)
  const extra = [...other].find((name) => !own.has(name))
  if (extra !== undefined) return under(place, extra)
  if (Array.isArray(expected) && Array.isArray(actual) && expected.length !== actual.length)
    return under(place, Math.min(expected.length, actual.length))
  for (const name of fields) {
    const found = differenceOf(fieldOf(expected, name), fieldOf(actual, name), under(place, name))
    if (found !== undefined) return found
  }
  return undefined
}
