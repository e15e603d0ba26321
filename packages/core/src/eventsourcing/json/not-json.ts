import type { JsonPointer } from './json-pointer.js'

/** What JSON cannot carry back unchanged, and where. Never says the value. */
export interface NotJson {
  readonly kind: 'notJson'
  readonly code: 'NOT_JSON'
  readonly path: JsonPointer
  readonly reason: NotJsonReason
}

export type NotJsonReason =
  | 'undefined'
  | 'function'
  | 'symbol'
  | 'bigint'
  /** NaN or an infinity. */
  | 'notFinite'
  | 'negativeZero'
  /** A text, or a name, with half of a surrogate pair. */
  | 'loneSurrogate'
  /** An array that lacks an element. */
  | 'hole'
  /** A Date, a Map, an instance of a class. */
  | 'notPlain'
  /** A property that JSON would leave out: named by a symbol, not enumerable, or beside the elements of an array. */
  | 'hidden'
  /** A property that computes its value. */
  | 'accessor'
  /** An object was asked for. */
  | 'notAnObject'
  | 'cycle'
  /** More than 100 levels. */
  | 'tooDeep'
  /** Reading it threw: a proxy. */
  | 'unreadable'
