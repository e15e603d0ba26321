import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { TimeZone } from '@refund-case/core'
import type { Pointer } from '../source/pointer.js'

/**
 * Something is wrong at one place. `shape`: it is not what the JSON Schema allows there either. `meaning`: it looks
 * right, and is not: a 30th of February, an amount without its decimals, a case that nobody opened.
 */
export interface FormProblem {
  readonly stage: 'shape' | 'meaning'
  readonly path: Pointer
  readonly message: string
}

export type Read<A> = Either<ReadonlyArray<FormProblem>, A>

/** What reading needs to know besides the value. */
export interface Scope {
  readonly zone: TimeZone
  readonly currency: string
  /** How the number at this place was written. */
  readonly numberText: (pointer: Pointer) => string | undefined
}

/**
 * One kind of value that may stand in a scenario. `node` says what it looks like, for the JSON Schema, the reference
 * page and for showing values as an author would write them; `read` takes a value in, or says where it does not fit.
 */
export interface Form<A> {
  readonly node: FormNode
  readonly read: (value: unknown, path: Pointer, scope: Scope) => Read<A>
}

/** What a form reads. */
export type ValueOf<F> = F extends Form<infer A> ? A : never

export type FormNode =
  | { readonly kind: 'text'; readonly says: string; readonly pattern?: RegExp; readonly most?: number }
  | { readonly kind: 'words'; readonly words: ReadonlyArray<string> }
  | { readonly kind: 'flag'; readonly only?: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'anything' }
  | { readonly kind: 'amount'; readonly signed?: true }
  | { readonly kind: 'number' }
  | { readonly kind: 'whole'; readonly least: number; readonly most: number }
  | { readonly kind: 'time' }
  | { readonly kind: 'day' }
  | { readonly kind: 'caseAlias'; readonly mayBeId: boolean }
  | { readonly kind: 'list'; readonly item: FormNode; readonly least: number }
  | {
      readonly kind: 'map'
      readonly key: { readonly pattern: RegExp; readonly says: string }
      readonly value: FormNode
      readonly single: boolean
    }
  | {
      readonly kind: 'fields'
      readonly fields: ReadonlyMap<string, FieldNode>
      readonly rules: FieldRules
      readonly dependent?: Dependent
    }
  | { readonly kind: 'either'; readonly nodes: ReadonlyArray<FormNode>; readonly usual: FormNode }
  | { readonly kind: 'byKey'; readonly choices: ReadonlyMap<string, FormNode> }
  | { readonly kind: 'named'; readonly name: string; readonly node: () => FormNode }

export interface FieldNode {
  readonly node: FormNode
  readonly optional: boolean
}

/** What fields ask of one another. */
export interface FieldRules {
  /** At least one of each group must stand there. */
  readonly oneOf?: ReadonlyArray<ReadonlyArray<string>>
  /** No two of a group may stand there. */
  readonly notTogether?: ReadonlyArray<ReadonlyArray<string>>
  /** Where the first stands, the second must. */
  readonly needs?: ReadonlyArray<readonly [string, string]>
}

/** A field whose form depends on the word in another field, and counts as empty where it is left out. */
export interface Dependent {
  readonly on: string
  readonly field: string
  /** A field that may stand in its place. */
  readonly unless: string
  readonly nodes: ReadonlyMap<string, FormNode>
}

export const shapeProblem = (path: Pointer, message: string): Either<ReadonlyArray<FormProblem>, never> =>
  left([{ stage: 'shape', path, message }])

export const meaningProblem = (path: Pointer, message: string): Either<ReadonlyArray<FormProblem>, never> =>
  left([{ stage: 'meaning', path, message }])

export const hasShapeProblem = (read: Read<unknown>): boolean =>
  isLeft(read) && read.left.some(({ stage }) => stage === 'shape')

/** The same form, its value turned into another, or found without meaning. */
export const reading = <A, B>(form: Form<A>, turn: (value: A, path: Pointer, scope: Scope) => Read<B>): Form<B> => ({
  node: form.node,
  read: (value, path, scope) => {
    const read = form.read(value, path, scope)
    return isLeft(read) ? read : turn(read.right, path, scope)
  },
})

export const turned = <A, B>(form: Form<A>, turn: (value: A) => B): Form<B> =>
  reading(form, (value) => right(turn(value)))

/** A form with a name of its own in the JSON Schema; needed where a form holds itself. */
export const named = <A>(name: string, form: () => Form<A>): Form<A> => ({
  node: { kind: 'named', name, node: () => form().node },
  read: (value, path, scope) => form().read(value, path, scope),
})

export const isObject = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
