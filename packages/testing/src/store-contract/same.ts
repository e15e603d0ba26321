import { stringify } from 'fast-check'

/** Ends a case: what was looked at, and what was found. */
export const broken = (what: string, found: unknown): never => {
  throw new Error(`${what}, and the store answered ${stringify(found)}`)
}

/** Ends a case unless the two values are alike, in whatever order their fields stand. */
export const same = (actual: unknown, expected: unknown, what: string): void => {
  if (!alike(actual, expected))
    throw new Error(`${what}\n  should be ${stringify(expected)}\n  and is    ${stringify(actual)}`)
}

/** Ends a case unless it holds. */
export const holds = (claim: boolean, what: string): void => {
  if (!claim) throw new Error(`This does not hold: ${what}`)
}

const alike = (a: unknown, b: unknown): boolean => {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const fields = new Map<string, unknown>(Object.entries(b))
  const own = Object.entries(a)
  return own.length === fields.size && own.every(([name, value]) => fields.has(name) && alike(value, fields.get(name)))
}
