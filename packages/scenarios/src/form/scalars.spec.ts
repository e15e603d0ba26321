import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as fc from 'fast-check'
import { formatAmount } from '@refund-case/core'
import { describe, expect, it } from 'vitest'
import type { Form, Scope } from './form.js'
import { amount, day, number, time, whole } from './scalars.js'

const scope = (written?: string, currency = 'CNY'): Scope => ({
  zone: 'Asia/Shanghai',
  currency,
  numberText: () => written,
})

/** As a number of a file, written so. */
const read = (form: Form<unknown>, written: string, currency?: string) => {
  const found = form.read(Number(written), '', scope(written, currency))
  return isLeft(found) ? found.left[0]?.stage : found.right
}
const readText = (form: Form<unknown>, text: string) => {
  const found = form.read(text, '', scope())
  return isLeft(found) ? found.left[0]?.message : found.right
}

describe('an amount', () => {
  it('is written with all decimals of its currency, as a number or a text', () => {
    expect(read(amount, '198.00')).toBe(19_800)
    expect(readText(amount, '0.01')).toBe(1)
    expect(read(amount, '198', 'JPY')).toBe(198)
    expect(read(amount, '1.234', 'KWD')).toBe(1_234)
  })

  it.each(['198', '198.0', '198.000', '-0.00', '1.98e2', '0198.00', '99999999999.00'])('is not %s', (written) => {
    expect(read(amount, written)).toBe('meaning')
  })

  it('is never negative, and no other text', () => {
    expect(read(amount, '-1.00')).toBe('shape')
    expect(readText(amount, '1,000.00')).toBe('expected an amount, such as 198.00')
    expect(readText(amount, '198')).toBe('expected an amount in CNY with its 2 decimals, such as 198.00')
  })

  it('is what formatAmount writes, for every amount', () => {
    fc.assert(
      fc.property(fc.nat(9_007_199_254), fc.constantFrom('CNY', 'JPY', 'KWD'), (minor, currency) => {
        const text = formatAmount(minor, currency)
        expect(isLeft(text) ? text : amount.read(text.right, '', scope(undefined, currency))).toEqual(right(minor))
      }),
    )
  })
})

describe('other numbers', () => {
  it('are counts without decimals', () => {
    expect(read(whole(1, 10), '2')).toBe(2)
    expect(read(whole(1, 10), '2.00')).toBe('meaning')
    expect(read(whole(1, 10), '2.5')).toBe('shape')
    expect(read(whole(1, 10), '11')).toBe('shape')
  })

  it('are told from amounts by their spelling, where nothing else tells', () => {
    expect(read(number, '297.00')).toBe(29_700)
    expect(read(number, '3')).toBe(3)
    expect(read(number, '3.0')).toBe('meaning')
  })
})

describe('times and days', () => {
  it('are read on the wall of the zone, or by their own offset', () => {
    expect(readText(time, '2026-03-09 10:05')).toBe('2026-03-09T02:05:00.000Z')
    expect(readText(time, '2026-06-30T15:59:59Z')).toBe('2026-06-30T15:59:59.000Z')
    expect(readText(time, '2026-03-09 10:05:00.180')).toBe('2026-03-09T02:05:00.180Z')
  })

  it('exist', () => {
    expect(readText(time, '2026-02-30 10:05')).toBe('There is no 2026-02-30 in the years 1 to 9999.')
    expect(readText(time, '10:05')).toBe('expected a time, such as 2026-03-09 10:05')
    expect(readText(day, '2026-02-29')).toBe('there is no 2026-02-29')
    expect(readText(day, '2028-02-29')).toBe('2028-02-29')
  })
})
