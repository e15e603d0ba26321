import { isLeft, left } from 'fp-ts/lib/Either.js'
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
    const failures: Array<Failure> = []
    for (const { node, read } of forms) {
      const found = read(value, path, scope)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a tuple's members lose their types in a loop
      if (!hasShapeProblem(found)) return found as Read<never>
      if (isLeft(found)) failures.push({ problems: found.left, isMeant: takes(node, value) })
    }
    return left(closest(failures, path))
  },
})

interface Failure {
  readonly problems: ReadonlyArray<FormProblem>
  /** The value is at least of the right kind: a list where a list may stand. */
  readonly isMeant: boolean
}

/** What is wrong with the form that was most likely meant; where only the value as a whole is wrong, all that it may be. */
const closest = (failures: ReadonlyArray<Failure>, path: string): ReadonlyArray<FormProblem> => {
  const meant = failures.filter(({ isMeant }) => isMeant)
  const candidates = (meant.length > 0 ? meant : failures).map(({ problems }) => problems)
  const inside = candidates.filter((problems) => problems.some((problem) => problem.path !== path))
  if (inside.length > 0) return inside.reduce((best, problems) => (problems.length < best.length ? problems : best))
  const expected = candidates.flatMap((problems) => problems.map(({ message }) => message.replace(/^expected /, '')))
  return [{ stage: 'shape', path, message: `expected ${[...new Set(expected)].join(', or ')}` }]
}

type Kind = 'text' | 'number' | 'flag' | 'null' | 'list' | 'mapping'

const kindOf = (value: unknown): Kind => {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'list'
  if (typeof value === 'object') return 'mapping'
  if (typeof value === 'boolean') return 'flag'
  return typeof value === 'number' ? 'number' : 'text'
}

/** Whether a value of this kind may stand there at all. */
const takes = (node: FormNode, value: unknown): boolean => {
  const kind = kindOf(value)
  switch (node.kind) {
    case 'text':
    case 'words':
    case 'time':
    case 'day':
    case 'caseAlias':
      return kind === 'text'
    case 'amount':
    case 'number':
      return kind === 'number' || kind === 'text'
    case 'whole':
      return kind === 'number'
    case 'flag':
      return kind === 'flag'
    case 'nothing':
      return kind === 'null'
    case 'list':
      return kind === 'list'
    case 'map':
    case 'fields':
    case 'byKey':
      return kind === 'mapping'
    case 'either':
      return node.nodes.some((one) => takes(one, value))
    case 'named':
      return takes(node.node(), value)
    case 'anything':
      return true
  }
}

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
