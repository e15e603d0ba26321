const INDENT = '  '

const named = (value: object): string => {
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype === null || prototype === Object.prototype) return ''
  const { name } = value.constructor
  return name === '' ? '' : `${name} `
}

const listed = (open: string, close: string, lines: ReadonlyArray<string>, indent: string): string =>
  lines.length === 0
    ? `${open}${close}`
    : [open, ...lines.map((line) => `${indent}${INDENT}${line},`), `${indent}${close}`].join('\n')

/**
 * A value as lines of text, each difference visible: fields by name, dates to the millisecond, `undefined`, `NaN` and
 * `-0` as what they are.
 */
export const show = (value: unknown, indent = '', seen: ReadonlyArray<object> = []): string => {
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value === 'bigint') return `${value}n`
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'function') return `[function ${value.name}]`
  if (typeof value !== 'object' || value === null) return String(value)
  if (value instanceof Date) return `Date ${Number.isNaN(value.getTime()) ? 'invalid' : value.toISOString()}`
  if (seen.includes(value)) return '[itself]'
  const inside = [...seen, value]
  const next = indent + INDENT
  const part = (each: unknown) => show(each, next, inside)
  if (Array.isArray(value)) return listed('[', ']', value.map(part), indent)
  if (value instanceof Set) return listed('Set {', '}', [...value].map(part), indent)
  if (value instanceof Map)
    return listed(
      'Map {',
      '}',
      [...value].map(([key, each]) => `${part(key)} => ${part(each)}`),
      indent,
    )
  const fields = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return listed(
    `${named(value)}{`,
    '}',
    fields.map(([name, each]) => `${name}: ${part(each)}`),
    indent,
  )
}
