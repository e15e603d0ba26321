import { isLeft } from 'fp-ts/lib/Either.js'
import {
  hasShapeProblem,
  isObject,
  shapeProblem,
  type Form,
  type FormNode,
  type FormProblem,
  type Read,
} from './form.js'

/**
 * One form or another: the first that the value has the shape of. `usual` is the way it is shown when a value has to be
 * written; left out, the last.
 */
export const either = <Forms extends ReadonlyArray<Form<unknown>>>(
  forms: readonly [...Forms],
  usual: Form<unknown> | undefined = forms.at(-1),
): Form<{ [I in keyof Forms]: Forms[I] extends Form<infer A> ? A : never }[number]> => ({
  node: { kind: 'either', nodes: forms.map(({ node }) => node), usual: usual?.node ?? { kind: 'anything' } },
  read: (value, path, scope) => {
    let closest: ReadonlyArray<FormProblem> | undefined
    const expected: Array<string> = []
    for (const form of forms) {
      const read = form.read(value, path, scope)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a tuple's members lose their types in a loop
      if (!hasShapeProblem(read)) return read as Read<never>
      const problems = isLeft(read) ? read.left : []
      if (isAllHere(problems, path)) expected.push(...problems.map(({ message }) => message.replace(/^expected /, '')))
      else if (closest === undefined || depthOf(problems) > depthOf(closest)) closest = problems
    }
    if (closest !== undefined && isContainer(value)) return { _tag: 'Left', left: closest }
    return shapeProblem(path, `expected ${[...new Set(expected)].join(', or ')}`)
  },
})

const isAllHere = (problems: ReadonlyArray<FormProblem>, path: string): boolean =>
  problems.every((problem) => problem.path === path)
const isContainer = (value: unknown): boolean => isObject(value) || Array.isArray(value)
/** The fewer problems, the closer it was meant. */
const depthOf = (problems: ReadonlyArray<FormProblem>): number => -problems.length

/** A mapping that is one of several by which of some keys stands in it. Each choice comes with its own fields. */
export const byKey = <Value>(choices: { readonly [key: string]: Form<Value> }): Form<Value> => ({
  node: {
    kind: 'byKey',
    choices: new Map(Object.entries(choices).map(([key, { node }]): [string, FormNode] => [key, node])),
  },
  read: (value, path, scope) => {
    if (!isObject(value)) return shapeProblem(path, 'expected a mapping with named fields')
    const keys = Object.keys(choices)
    const given = keys.filter((key) => Object.hasOwn(value, key))
    const [only] = given
    if (only === undefined) return shapeProblem(path, `one of ${keys.join(', ')} is missing`)
    if (given.length > 1) return shapeProblem(path, `${given.join(' and ')} do not go together`)
    const choice = choices[only]
    return choice === undefined ? shapeProblem(path, 'expected a mapping') : choice.read(value, path, scope)
  },
})
