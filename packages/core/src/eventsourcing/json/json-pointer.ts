/** A place in a JSON value (RFC 6901): `` is the whole, `/lines/0/quantity` a part. */
export type JsonPointer = string

/** One step of a pointer, with its slash. */
export const pointerStep = (name: string | number): JsonPointer =>
  typeof name === 'number' ? `/${name}` : `/${name.includes('~') || name.includes('/') ? escaped(name) : name}`

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

/** The pointer to what is reached by these names and indexes, from the outside in. */
export const pointerTo = (names: ReadonlyArray<string | number>): JsonPointer => names.map(pointerStep).join('')
