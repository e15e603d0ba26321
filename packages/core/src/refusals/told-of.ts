import { isRight } from 'fp-ts/lib/Either.js'
import { components } from '../money/amounts.js'
import { formatAmount } from '../money/format.js'
import type { Language } from './language.js'
import { termOf } from './terms.js'
import type { Told } from './told.js'

type Facts = { readonly [name: string]: unknown }

const phrases = {
  en: { unknown: '(not known)', and: ', ', more: ' …', between: '; ', minor: (n: number) => `${n} minor units` },
  'zh-CN': { unknown: '（未知）', and: '、', more: '……', between: '；', minor: (n: number) => `${n}（最小货币单位）` },
} as const

const longestText = 200
const mostItems = 8

const isFacts = (value: unknown): value is Facts => typeof value === 'object' && value !== null && !Array.isArray(value)

/** One line, and no longer than a sentence bears. */
const printable = (text: string): string | undefined => {
  const line = text.replaceAll(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, ' ').trim()
  if (line === '') return undefined
  return line.length > longestText ? `${line.slice(0, longestText).replace(/[\uD800-\uDBFF]$/, '')}…` : line
}

const asText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return printable(value)
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined
}

const asList = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [value])

/** The facts, read in one language, their amounts in one currency; without a currency as minor units. */
export const toldOf = (language: Language, currency: string | undefined, facts: unknown): Told => {
  const { unknown, and, more, between, minor } = phrases[language]
  const fact = (name: string): unknown => (isFacts(facts) && Object.hasOwn(facts, name) ? facts[name] : undefined)

  const listed = (name: string, say: (item: unknown) => string | undefined, separator: string): string => {
    const items = asList(fact(name))
    const said = items.slice(0, mostItems).flatMap((item) => say(item) ?? [])
    if (said.length === 0) return unknown
    return said.join(separator) + (items.length > mostItems ? more : '')
  }

  const sum = (names: ReadonlyArray<string>): number | undefined => {
    const numbers = names.map(fact).filter((value) => value !== undefined)
    const total = numbers.reduce<number>((so, value) => so + (typeof value === 'number' ? value : Number.NaN), 0)
    return numbers.length > 0 && Number.isSafeInteger(total) ? total : undefined
  }

  const asMoney = (amount: number | undefined): string => {
    if (amount === undefined) return unknown
    if (currency === undefined) return minor(amount)
    const text = formatAmount(amount, currency)
    if (!isRight(text)) return `${minor(amount)} (${printable(currency) ?? unknown})`
    return language === 'zh-CN' && currency === 'CNY' ? `${text.right} 元` : `${text.right} ${currency}`
  }

  return {
    text: (name) => listed(name, asText, and),
    money: (...names) => asMoney(sum(names)),
    count: (...names) => String(sum(names) ?? unknown),
    total: (name) => toldOf(language, currency, fact(name)).money(...components),
    word: (kind, name) =>
      listed(
        name,
        (item) => {
          const text = asText(item)
          return text === undefined ? undefined : termOf(language, kind, text)
        },
        and,
      ),
    texts: (name, put) =>
      listed(
        name,
        (item) => {
          const text = asText(item)
          return text === undefined ? undefined : put(text)
        },
        between,
      ),
    each: (name, say) =>
      listed(name, (item) => (isFacts(item) ? say(toldOf(language, currency, item)) : asText(item)), between),
    has: (name) => asList(fact(name)).some((item) => isFacts(item) || asText(item) !== undefined),
    none: (...names) => sum(names) === 0,
    is: (name, value) => fact(name) === value,
  }
}

/** The facts by their names, so that a sentence can be shown without a case: `{asked}`. */
export const toldByName: Told = {
  text: (name) => `{${name}}`,
  money: (...names) => names.map((name) => `{${name}}`).join(' + '),
  count: (...names) => names.map((name) => `{${name}}`).join(' + '),
  total: (name) => `{${name}}`,
  word: (_kind, name) => `{${name}}`,
  texts: (name) => `{${name}}`,
  each: (name) => `{${name}}`,
  has: () => true,
  none: () => false,
  is: () => false,
}
