import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { parseAmount } from '../../money/index.js'
import type { BadLineReason } from './bank-line.js'
import type { BankLineSettings } from './bank-line-settings.js'

type Marks = Pick<BankLineSettings, 'decimalMark' | 'thousandsMark' | 'outgoing'>

const escaped = (mark: string): string => (mark === '.' ? String.raw`\.` : mark)

/** The minor units that left the account, by a text as the bank writes it; below zero where they came back. */
export const bankLineAmount = (text: string, currency: string, marks: Marks): Either<BadLineReason, number> => {
  const isNegative = text.startsWith('-')
  const plain = withoutMarks(isNegative ? text.slice(1) : text, marks)
  if (plain === undefined) return left('amountMalformed')
  const amount = parseAmount(plain, currency)
  if (isLeft(amount)) return left(reasons[amount.left.code])
  if (amount.right === 0) return left('amountZero')
  return right(isNegative === (marks.outgoing === 'negative') ? amount.right : -amount.right)
}

const reasons: { readonly [Code in 'CURRENCY_UNKNOWN' | 'AMOUNT_MALFORMED' | 'AMOUNT_TOO_LARGE']: BadLineReason } = {
  CURRENCY_UNKNOWN: 'currencyUnknown',
  AMOUNT_MALFORMED: 'amountMalformed',
  AMOUNT_TOO_LARGE: 'amountTooLarge',
}

/** Digits with a point, as core reads them; thousands are marked everywhere or nowhere. */
const withoutMarks = (text: string, { decimalMark, thousandsMark }: Marks): string | undefined => {
  const [whole = '', decimals, ...more] = text.split(decimalMark)
  if (more.length > 0) return undefined
  const digits = decimals === undefined ? '' : `.${decimals}`
  if (thousandsMark === undefined || !whole.includes(thousandsMark)) return whole + digits
  const mark = escaped(thousandsMark)
  if (!new RegExp(String.raw`^[0-9]{1,3}(?:${mark}[0-9]{3})+$`).test(whole)) return undefined
  return whole.replaceAll(thousandsMark, '') + digits
}
