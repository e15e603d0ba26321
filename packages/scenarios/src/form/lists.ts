import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { under } from '../source/pointer.js'
import { isObject, shapeProblem, type Form, type FormProblem, type Read } from './form.js'

const together = <A>(reads: ReadonlyArray<Read<A>>): Read<ReadonlyArray<A>> => {
  const problems: Array<FormProblem> = []
  const values: Array<A> = []
  for (const read of reads) {
    if (isLeft(read)) problems.push(...read.left)
    else values.push(read.right)
  }
  return problems.length > 0 ? left(problems) : right(values)
}

export const list = <A>(item: Form<A>, least = 0): Form<ReadonlyArray<A>> => ({
  node: { kind: 'list', item: item.node, least },
  read: (value, path, scope) => {
    if (!Array.isArray(value)) return shapeProblem(path, 'expected a list')
    if (value.length < least) return shapeProblem(path, `expected at least ${least} in the list`)
    return together(value.map((element, index) => item.read(element, under(path, index), scope)))
  },
})

/** Names that authors choose, each with a value of one form; with `single`, just one. */
export const map = <A>(
  key: { readonly pattern: RegExp; readonly says: string },
  value: Form<A>,
  single = false,
): Form<ReadonlyArray<readonly [string, A]>> => ({
  node: { kind: 'map', key, value: value.node, single },
  read: (given, path, scope) => {
    if (!isObject(given)) return shapeProblem(path, 'expected a mapping')
    const entries = Object.entries(given)
    if (single && entries.length !== 1) return shapeProblem(path, 'expected exactly one name in the mapping')
    return together(
      entries.map(([name, part]): Read<readonly [string, A]> => {
        const place = under(path, name)
        if (!key.pattern.test(name)) return shapeProblem(place, `expected ${key.says} before the colon`)
        const read = value.read(part, place, scope)
        return isLeft(read) ? read : right([name, read.right] as const)
      }),
    )
  },
})
