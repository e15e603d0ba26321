import type { TermKind } from './terms/vocabulary.js'

/**
 * The facts of one failure as a sentence uses them. Every answer is a text that can be printed, whatever the fact is:
 * one that is missing, or of another type, is said to be unknown.
 */
export interface Told {
  /** A number, a name, a reference, or a list of them. */
  readonly text: (name: string) => string
  /** Minor units, as money of the reader's currency: the sum of those named that are there. */
  readonly money: (...names: ReadonlyArray<string>) => string
  /** The sum of the numbers named that are there. */
  readonly count: (...names: ReadonlyArray<string>) => string
  /** Amounts by component, as their sum. */
  readonly total: (name: string) => string
  /** A word, or a list of words, by their terms. */
  readonly word: (kind: TermKind, name: string) => string
  /** A list of texts, each with its own punctuation, put into the reader's language. */
  readonly texts: (name: string, put: (text: string) => string) => string
  /** What each item of a list says of itself, the first few. */
  readonly each: (name: string, say: (item: Told) => string) => string
  /** Whether there is anything to be said of it. */
  readonly has: (name: string) => boolean
  /** Whether the numbers named that are there add up to nothing. */
  readonly none: (...names: ReadonlyArray<string>) => boolean
  /** Whether the fact is exactly this. */
  readonly is: (name: string, value: string | number) => boolean
}

/** What a sentence makes of the facts: what is wrong, and what to do next. */
export type Say = (facts: Told) => string
