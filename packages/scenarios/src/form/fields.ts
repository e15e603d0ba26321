import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { under, type Pointer } from '../source/pointer.js'
import {
  isObject,
  shapeProblem,
  type FieldRules,
  type Form,
  type FormNode,
  type FormProblem,
  type Read,
  type Scope,
} from './form.js'

export interface FieldSpec<A, MayBeLeftOut extends boolean> {
  readonly form: Form<A>
  readonly optional: MayBeLeftOut
}

export const must = <A>(form: Form<A>): FieldSpec<A, false> => ({ form, optional: false })
export const may = <A>(form: Form<A>): FieldSpec<A, true> => ({ form, optional: true })

export type FieldSpecs = { readonly [name: string]: FieldSpec<unknown, boolean> }

type Required<S extends FieldSpecs> = {
  readonly [K in keyof S as S[K]['optional'] extends true ? never : K]: S[K] extends FieldSpec<infer A, boolean>
    ? A
    : never
}
type Optional<S extends FieldSpecs> = {
  readonly [K in keyof S as S[K]['optional'] extends true ? K : never]?: S[K] extends FieldSpec<infer A, boolean>
    ? A
    : never
}
export type FieldsOf<S extends FieldSpecs> = Required<S> & Optional<S>

/** The rule that at least one of these fields stands there: an expectation of nothing is none. */
export const something = (specs: FieldSpecs): FieldRules => ({ oneOf: [Object.keys(specs)] })

/** A mapping with these fields and no others. */
export const fields = <S extends FieldSpecs>(specs: S, rules: FieldRules = {}): Form<FieldsOf<S>> => {
  const list = Object.entries(specs)
  return {
    node: {
      kind: 'fields',
      fields: new Map(list.map(([name, { form, optional }]) => [name, { node: form.node, optional }])),
      rules,
    },
    read: (value, path, scope) => {
      if (!isObject(value)) return shapeProblem(path, 'expected a mapping with named fields')
      const problems: Array<FormProblem> = []
      const result: { [name: string]: unknown } = {}
      for (const [name, spec] of list) {
        const read = readField(value, name, spec, path, scope)
        if (isLeft(read)) problems.push(...read.left)
        else if (read.right !== undefined) result[name] = read.right
      }
      for (const name of Object.keys(value))
        if (!Object.hasOwn(specs, name)) problems.push(unknownField(under(path, name), Object.keys(specs), name))
      problems.push(...againstRules(value, rules, path))
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each was read by its form, and none is missing
      return problems.length > 0 ? left(problems) : right(result as FieldsOf<S>)
    },
  }
}

const readField = (
  value: { readonly [name: string]: unknown },
  name: string,
  { form, optional }: FieldSpec<unknown, boolean>,
  path: Pointer,
  scope: Scope,
): Read<unknown> => {
  if (Object.hasOwn(value, name)) return form.read(value[name], under(path, name), scope)
  return optional ? right(undefined) : shapeProblem(under(path, name), 'missing')
}

const unknownField = (path: Pointer, known: ReadonlyArray<string>, name: string): FormProblem => {
  const meant = known.find((other) => other.toLowerCase() === name.toLowerCase())
  const hint = meant === undefined ? `known here: ${known.join(', ')}` : `did you mean ${meant}?`
  return { stage: 'shape', path, message: `unknown field; ${hint}` }
}

const againstRules = (
  value: object,
  { oneOf = [], notTogether = [], needs = [] }: FieldRules,
  path: Pointer,
): ReadonlyArray<FormProblem> => {
  const there = (name: string) => Object.hasOwn(value, name)
  const problem = (message: string): FormProblem => ({ stage: 'shape', path, message })
  return [
    ...oneOf.flatMap((group) => (group.some(there) ? [] : [problem(`one of ${group.join(', ')} is missing`)])),
    ...notTogether.flatMap((group) => {
      const both = group.filter(there)
      return both.length > 1 ? [problem(`${both.join(' and ')} do not go together`)] : []
    }),
    ...needs.flatMap(([name, needed]) =>
      there(name) && !there(needed) ? [problem(`${name} needs ${needed} beside it`)] : [],
    ),
  ]
}

/** Fields, one of which depends on the word in another. */
export const dependingFields = <S extends FieldSpecs, A>(
  specs: S,
  rules: FieldRules,
  dependent: {
    readonly on: string
    readonly field: string
    readonly unless: string
    readonly forms: ReadonlyMap<string, Form<A>>
  },
): Form<FieldsOf<S> & { readonly [Dependent: string]: unknown }> => {
  const { on, field, unless, forms } = dependent
  const base = fields(specs, rules)
  const nodes = new Map([...forms].map(([word, form]): [string, FormNode] => [word, form.node]))
  const node: FormNode =
    base.node.kind === 'fields' ? { ...base.node, dependent: { on, field, unless, nodes } } : base.node
  return {
    node,
    read: (value, path, scope) => {
      const read = base.read(value, path, scope)
      const word = isObject(value) ? value[on] : undefined
      const form = typeof word === 'string' ? forms.get(word) : undefined
      if (!isObject(value) || form === undefined || Object.hasOwn(value, unless)) return read
      const part = form.read(Object.hasOwn(value, field) ? value[field] : {}, under(path, field), scope)
      if (isLeft(part)) return left([...(isLeft(read) ? read.left : []), ...part.left])
      return isLeft(read) ? read : right({ ...read.right, [field]: part.right })
    },
  }
}
