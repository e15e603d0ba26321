/** The way to a piece of a file's data. */
export type Path = ReadonlyArray<string | number>
export type Data = { readonly [name: string]: unknown }

export const isObject = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every place in a value, the whole first. */
export function* placesIn(value: unknown, path: Path): Generator<Path> {
  yield path
  if (Array.isArray(value)) for (const [index, part] of value.entries()) yield* placesIn(part, [...path, index])
  else if (isObject(value)) for (const [name, part] of Object.entries(value)) yield* placesIn(part, [...path, name])
}

export const partAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((part, step) => {
    if (Array.isArray(part)) return part[Number(step)]
    return isObject(part) ? part[step] : undefined
  }, value)

/** The value with one piece changed. */
export const changedAt = (value: unknown, path: Path, change: (part: unknown) => unknown): unknown => {
  const [step, ...rest] = path
  if (step === undefined) return change(value)
  if (Array.isArray(value))
    return value.map((part: unknown, index) => (index === step ? changedAt(part, rest, change) : part))
  return isObject(value) ? { ...value, [step]: changedAt(value[step], rest, change) } : value
}
