import { components, formatAmount, Instant, localDateTimeOf, type Amounts, type TimeZone } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { isObject, type FormNode } from '../form/form.js'

/** What values are written in. */
export interface Writing {
  readonly zone: TimeZone
  readonly currency: string
  /** The alias of a case's id, where it has one. */
  readonly aliasOf: (caseId: string) => string | undefined
}

const amountIn = (minor: number, { currency }: Writing): string => {
  const sign = minor < 0 ? '-' : ''
  const text = formatAmount(Math.abs(minor), currency)
  return isLeft(text) ? `${minor} minor units` : sign + text.right
}

export const writtenAmount = amountIn

export const writtenAmounts = (amounts: Amounts, writing: Writing): string =>
  braced(
    components.flatMap((name) => (amounts[name] === undefined ? [] : [`${name}: ${amountIn(amounts[name], writing)}`])),
  )

const two = (n: number): string => String(n).padStart(2, '0')

/** On the wall, as short as it can be without losing anything. */
export const writtenTime = (instant: Instant, { zone }: Pick<Writing, 'zone'>): string => {
  const { date, time, second, millisecond } = localDateTimeOf(zone, instant)
  const fine =
    millisecond > 0 ? `:${two(second)}.${String(millisecond).padStart(3, '0')}` : second > 0 ? `:${two(second)}` : ''
  return `${date} ${time}${fine}`
}

const braced = (parts: ReadonlyArray<string>): string => (parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`)
const plainText = /^[\p{L}\p{N}_§][\p{L}\p{N}_§ ./()-]*$/u

const writtenText = (text: string, { aliasOf }: Writing): string => {
  const alias = aliasOf(text)
  if (alias !== undefined) return alias
  return plainText.test(text) && !text.endsWith(' ') ? text : JSON.stringify(text)
}

/** The numbers of a quote's terms that are amounts; the others are counts. */
const amountNumbers = new Set(
  'paid claimed accepted asked freight difference worth ruled price minimum deducted free charged'.split(' '),
)

/** A value as an author would write it, on one line. */
export const written = (value: unknown, node: FormNode, writing: Writing, name = ''): string => {
  if (value === undefined) return 'not there'
  if (typeof value === 'number') return writtenNumber(value, node, writing, name)
  if (typeof value === 'string')
    return kindOf(node) === 'time' && Instant.is(value) ? writtenTime(value, writing) : writtenText(value, writing)
  if (Array.isArray(value)) {
    const item = listNode(node)
    return `[${value.map((element) => written(element, item, writing)).join(', ')}]`
  }
  if (!isObject(value)) return JSON.stringify(value)
  return braced(
    Object.entries(value).map(([field, part]) => `${field}: ${written(part, fieldNode(node, field), writing, field)}`),
  )
}

const writtenNumber = (value: number, node: FormNode, writing: Writing, name: string): string => {
  const kind = kindOf(node)
  return kind === 'amount' || (kind === 'number' && amountNumbers.has(name)) ? amountIn(value, writing) : String(value)
}

const unnamed = (node: FormNode): FormNode => {
  if (node.kind === 'named') return unnamed(node.node())
  return node.kind === 'either' ? unnamed(node.usual) : node
}
const kindOf = (node: FormNode): FormNode['kind'] => unnamed(node).kind

const anything: FormNode = { kind: 'anything' }

const listNode = (node: FormNode): FormNode => {
  const plain = unnamed(node)
  return plain.kind === 'list' ? plain.item : anything
}

const fieldNode = (node: FormNode, field: string): FormNode => {
  if (node.kind === 'named') return fieldNode(node.node(), field)
  if (node.kind === 'either') {
    const found = node.nodes.map((one) => fieldNode(one, field)).find(({ kind }) => kind !== 'anything')
    return found ?? anything
  }
  if (node.kind === 'map') return node.value
  return node.kind === 'fields' ? (node.fields.get(field)?.node ?? anything) : anything
}
