/** A place in a file's data, as RFC 6901 writes it: `/steps/3/expect/events/0`. */
export type Pointer = string

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1')

export const under = (pointer: Pointer, name: string | number): Pointer => `${pointer}/${escaped(String(name))}`

/** The place one step up; of the whole, the whole. */
export const above = (pointer: Pointer): Pointer => pointer.slice(0, Math.max(0, pointer.lastIndexOf('/')))
