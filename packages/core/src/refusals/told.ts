import type { TermKind } from './terms/vocabulary.js'

/**
 * The facts of one failure as a sentence uses them. Every answer is a text that can be printed, whatever the fact is:
 * one that is missing, or of another type, is said to be unknown.
 */
export interface Told {
  /** A number, a name, a reference, or a list of them. */
  readonly text: (name: string) => string
  /** Minor units, as money of the reader's currency. */
  readonly money: (name: string) => string
  /** Amounts by component, as their sum. */
  readonly total: (name: string) => string
  /** A word, or a list of words, by their terms. */
  readonly word: (kind: TermKind, name: string) => string
  /** What each item of a list says of itself, the first few. */
  readonly each: (name: string, say: (item: Told) => string) => string
  /** Whether there is anything to be said of it. */
  readonly has: (name: string) => boolean
  /** Whether the fact is exactly this. */
  readonly is: (name: string, value: string | number) => boolean
}

/** What a sentence makes of the facts: what is wrong, and what to do next. */
export type Say = (facts: Told) => string
