import type { Source } from '../src/source/source.js'
import { changedAt, isObject, partAt, placesIn, type Data, type Path } from './data-path.js'
import { another } from './other-words.js'

/** A file with one thing changed in what it expects. */
export interface Mutant {
  readonly what: string
  readonly data: Data
}

/** Numbers as they were written, so that the data says all that the file says. */
export const dataOf = ({ data, numberText }: Source): Data => {
  const spelled = (value: unknown, path: string): unknown => {
    if (typeof value === 'number') return numberText(path)?.includes('.') === true ? numberText(path) : value
    if (Array.isArray(value)) return value.map((part, index) => spelled(part, `${path}/${index}`))
    return isObject(value)
      ? Object.fromEntries(Object.entries(value).map(([name, part]) => [name, spelled(part, `${path}/${name}`)]))
      : value
  }
  const all = spelled(data, '')
  return isObject(all) ? all : {}
}

const plusOne = (text: string, unit: 'minute' | 'day'): string => {
  const step = unit === 'minute' ? 60_000 : 86_400_000
  const later = new Date(
    Date.parse(`${text.replace(' ', 'T')}${unit === 'minute' ? ':00Z' : 'T00:00:00Z'}`) + step,
  ).toISOString()
  return unit === 'minute' ? later.slice(0, 16).replace('T', ' ') : later.slice(0, 10)
}

/** Another value of the same kind. */
const other = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value
  if (typeof value === 'number') return value + 1
  if (value === null) return 'something'
  const text = typeof value === 'string' ? value : ''
  if (/^\d+\.\d\d$/.test(text)) return (Number(text) + 0.01).toFixed(2)
  if (/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text)) return plusOne(text, 'minute')
  if (/^\d{4}-\d\d-\d\d$/.test(text)) return plusOne(text, 'day')
  return another[text] ?? `${text}x`
}

/** What an expectation is about is written before it: steps after it cannot matter. */
const upTo = (data: Data, [first, index]: Path): Data => {
  if (first !== 'steps' || !Array.isArray(data['steps'])) return data
  return { ...data, finally: {}, steps: data['steps'].slice(0, Number(index) + 1) }
}

/** Lists in which no order is promised. */
const unordered = new Set<unknown>(['allowed', 'outcomes'])

type Change = readonly [what: string, change: (part: unknown) => unknown]

const changesOf = (value: unknown, name: unknown): ReadonlyArray<Change> => {
  if (Array.isArray(value)) {
    const list: ReadonlyArray<unknown> = value
    return [
      ...(list.length > 1 && !unordered.has(name) ? [['in another order', () => list.toReversed()] as const] : []),
      ...(list.length > 0
        ? [['one twice', () => [...list, list.at(-1)]] as const, ['one less', () => list.slice(0, -1)] as const]
        : []),
      ...(list.length > 0 ? [['{} for one', () => [{}, ...list.slice(1)]] as const] : []),
    ]
  }
  if (!isObject(value)) return [['another value', other]]
  if (name !== 'deadlines') return []
  return Object.entries(value).flatMap(([rule, limit]): ReadonlyArray<Change> =>
    typeof limit === 'string'
      ? [[`without ${rule}`, () => Object.fromEntries(Object.entries(value).filter(([known]) => known !== rule))]]
      : [],
  )
}

function* expectations(value: unknown, path: Path): Generator<Path> {
  if (Array.isArray(value)) for (const [index, part] of value.entries()) yield* expectations(part, [...path, index])
  else if (isObject(value))
    for (const [name, part] of Object.entries(value)) {
      if (name === 'expect' || (path.length === 0 && name === 'finally')) yield* placesIn(part, [...path, name])
      else yield* expectations(part, [...path, name])
    }
}

/** Every way to change one value, or the order or number of one list, under `expect` and `finally`. */
export function* mutantsOf(data: Data): Generator<Mutant> {
  for (const path of expectations(data, [])) {
    const part = partAt(data, path)
    for (const [what, change] of changesOf(part, path.at(-1))) {
      const changed = changedAt(upTo(data, path), path, change)
      if (isObject(changed)) yield { what: `${path.join('/')}: ${what}`, data: changed }
    }
  }
}
