import fc from 'fast-check'
import { isLeft, isRight, left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { MinorUnits } from '../vocabulary/index.js'
import { exponentOf, knownCurrencies } from './currency.js'
import { formatAmount, parseAmount } from './format.js'

const currency = fc.constantFrom(...knownCurrencies)
const amount = fc.nat(9_007_199_254)

describe('amounts as decimal text', () => {
  it('what is written is read back as the same amount', () => {
    fc.assert(
      fc.property(amount, currency, (minor, code) => {
        const text = formatAmount(minor, code)
        expect(isRight(text) && parseAmount(text.right, code)).toEqual(right(minor))
      }),
      { numRuns: 1_000 },
    )
  })

  it('whatever the text, the answer is an amount in minor units or a refusal', () => {
    const near = fc.stringMatching(/^[0-9eE+., -]{0,14}$/)
    fc.assert(
      fc.property(fc.oneof(near, fc.string(), fc.double().map(String)), currency, (text, code) => {
        const parsed = parseAmount(text, code)
        if (isRight(parsed)) expect(MinorUnits.is(parsed.right)).toBe(true)
        else expect(parsed.left.kind).toBe('refusal')
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['198.00', 'CNY', 19800],
    ['198.5', 'CNY', 19850],
    ['198', 'CNY', 19800],
    ['0.01', 'CNY', 1],
    ['198', 'JPY', 198],
    ['1.234', 'KWD', 1234],
    ['0.0001', 'CLF', 1],
    ['90071992.54', 'CNY', 9_007_199_254],
  ])('%s %s is %d', (text, code, minor) => {
    expect(parseAmount(text, code)).toEqual(right(minor))
  })

  it.each([
    '',
    '.5',
    '5.',
    '1.234',
    '-1',
    '+1',
    '1e3',
    '007',
    ' 1',
    '1 ',
    '1,000',
    '１',
    'NaN',
    '0x10',
    '1.2.3',
    '1\n',
  ])('refuses %j as CNY', (text) => {
    expect(parseAmount(text, 'CNY')).toEqual(
      left({
        kind: 'refusal',
        code: 'AMOUNT_MALFORMED',
        rule: '§6',
        facts: { input: text, currency: 'CNY', decimals: 2 },
      }),
    )
  })

  it('refuses decimals where the currency has none, and what is beyond the ceiling', () => {
    expect(parseAmount('1.0', 'JPY')).toMatchObject({ left: { code: 'AMOUNT_MALFORMED' } })
    expect(parseAmount('90071992.55', 'CNY')).toMatchObject({ left: { code: 'AMOUNT_TOO_LARGE' } })
  })

  it('a refusal never repeats a megabyte', () => {
    const refused = parseAmount('9'.repeat(1_000_000), 'CNY')
    expect(isLeft(refused) && JSON.stringify(refused.left).length).toBeLessThan(300)
  })

  it('refuses a currency that ISO 4217 does not name, prototype keys too', () => {
    for (const code of ['XXX', 'RMB', 'cny', '', 'constructor', '__proto__']) {
      expect(parseAmount('1', code)).toMatchObject({ left: { code: 'CURRENCY_UNKNOWN' } })
      expect(formatAmount(1, code)).toMatchObject({ left: { code: 'CURRENCY_UNKNOWN' } })
    }
  })

  it('writes corrections with their sign, and refuses what is no whole number', () => {
    expect(formatAmount(-8000, 'CNY')).toEqual(right('-80.00'))
    expect(formatAmount(-5, 'KWD')).toEqual(right('-0.005'))
    expect(formatAmount(0.5, 'CNY')).toMatchObject({ left: { code: 'AMOUNT_MALFORMED' } })
  })

  it('every currency is named once, in three capitals', () => {
    expect(new Set(knownCurrencies).size).toBe(knownCurrencies.length)
    for (const code of knownCurrencies) expect(code).toMatch(/^[A-Z]{3}$/)
    expect([exponentOf('CNY'), exponentOf('JPY'), exponentOf('KWD'), exponentOf('CLF')]).toEqual([2, 0, 3, 4])
  })
})
