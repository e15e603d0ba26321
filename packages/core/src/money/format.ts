import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Refusal } from '../eventsourcing/refusal.js'
import { MinorUnits } from '../vocabulary/index.js'
import { exponentOf } from './currency.js'

export type AmountRefusal =
  | Refusal<'CURRENCY_UNKNOWN', { readonly currency: string }>
  | Refusal<'AMOUNT_MALFORMED', { readonly input: string; readonly currency: string; readonly decimals: number }>
  | Refusal<'AMOUNT_TOO_LARGE', { readonly input: string; readonly currency: string }>

const longest = 40
const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text)

const currencyUnknown = (currency: string): Either<AmountRefusal, never> =>
  left({ kind: 'refusal', code: 'CURRENCY_UNKNOWN', rule: '§6', facts: { currency: shortened(currency) } })

const malformed = (input: string, currency: string, decimals: number): Either<AmountRefusal, never> =>
  left({
    kind: 'refusal',
    code: 'AMOUNT_MALFORMED',
    rule: '§6',
    facts: { input: shortened(input), currency, decimals },
  })

/**
 * The minor units that a decimal text means: `198.00` CNY is 19800. Strict: digits, and a point with no more decimals
 * than the currency has; no sign, no exponent, no blanks, no thousands separator, no needless leading zero. Fewer
 * decimals are filled up (`198` and `198.5` are CNY too).
 */
export const parseAmount = (text: string, currency: string): Either<AmountRefusal, number> => {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return currencyUnknown(currency)
  if (text.length > longest) return malformed(text, currency, exponent)
  const parts = /^(0|[1-9][0-9]*)(?:\.([0-9]+))?$/.exec(text)
  const [, whole = '', decimals = ''] = parts ?? []
  if (parts === null || decimals.length > exponent) return malformed(text, currency, exponent)
  const amount = Number(BigInt(whole + decimals.padEnd(exponent, '0')))
  if (!MinorUnits.is(amount))
    return left({ kind: 'refusal', code: 'AMOUNT_TOO_LARGE', rule: '§6', facts: { input: text, currency } })
  return right(amount)
}

/**
 * The decimal text of an amount in minor units, with all decimals of its currency and no separators: 19800 CNY is
 * `198.00`. A correction may be negative: `-80.00`.
 */
export const formatAmount = (amount: number, currency: string): Either<AmountRefusal, string> => {
  const exponent = exponentOf(currency)
  if (exponent === undefined) return currencyUnknown(currency)
  if (!Number.isSafeInteger(amount)) return malformed(`${amount}`, currency, exponent)
  const digits = `${Math.abs(amount)}`.padStart(exponent + 1, '0')
  const point = digits.length - exponent
  const text = exponent === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`
  return right(amount < 0 ? `-${text}` : text)
}
