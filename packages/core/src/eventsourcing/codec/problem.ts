import type { JsonPointer } from '../json/json-pointer.js'

/** What is wrong with a value at one place. Says what was expected there, never what was found. */
export interface Problem {
  readonly path: JsonPointer
  /** `expected a positive integer`, `missing`, `unknown field`. */
  readonly message: string
}

/** One line: `/lines/0/quantity: expected a positive integer`. */
export const problemText = ({ path, message }: Problem): string => `${path === '' ? '/' : path}: ${message}`
