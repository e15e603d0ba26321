import { isObject } from '../form/form.js'

/** Whether two plain values are the same through and through; the order of fields does not count. */
export const same = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) && Array.isArray(b) && a.length === b.length && a.every((part, index) => same(part, b[index]))
    )
  if (!isObject(a) || !isObject(b)) return Object.is(a, b)
  const names = Object.keys(a)
  return (
    names.length === Object.keys(b).length && names.every((name) => Object.hasOwn(b, name) && same(a[name], b[name]))
  )
}

/** The part of a value at `quote.amounts` or `lines.0.quantity`; undefined where there is none. */
export const partAt = (value: unknown, path: string): unknown => {
  let part: unknown = value
  for (const step of path.split('.')) {
    if (Array.isArray(part)) part = /^\d+$/.test(step) ? part[Number(step)] : undefined
    else part = isObject(part) && Object.hasOwn(part, step) ? part[step] : undefined
  }
  return part
}
