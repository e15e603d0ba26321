import type { Pointer } from '../source/pointer.js'

/** A case as a file names it. A class, so that whoever walks a body finds the ones to put ids for. */
export class CaseAlias {
  readonly alias: string
  /** Where it was written. */
  readonly path: Pointer

  constructor(alias: string, path: Pointer) {
    this.alias = alias
    this.path = path
  }
}

/** All cases named in a value, however deep. */
export function* aliasesIn(value: unknown): Generator<CaseAlias> {
  if (value instanceof CaseAlias) yield value
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) yield* aliasesIn(part)
}

/** The value with each case by its id. */
export const withCaseIds = (value: unknown, idOf: (alias: string) => string): unknown => {
  if (value instanceof CaseAlias) return idOf(value.alias)
  if (Array.isArray(value)) return value.map((part) => withCaseIds(part, idOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, withCaseIds(part, idOf)]))
}
