import type { Quote } from '@refund-case/core'
import { describe, expect, it } from 'vitest'
import { paintFor } from '../text/paint.js'
import { derivationLines } from './derivation.js'
import type { PlayReader } from './reader.js'

const reader: PlayReader = {
  language: 'en',
  paint: paintFor(false),
  width: 100,
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  aliasOf: () => undefined,
}

const units = (amount: number, numbers: { readonly [name: string]: number }): Quote['terms'][number] => ({
  kind: 'units',
  component: 'goods',
  amount,
  deducts: false,
  rule: '§6-2',
  clause: 'AM2',
  numbers,
  lineNo: 1,
})

const quoteOf = (...terms: Quote['terms']): Quote => ({
  amounts: { goods: terms.reduce((sum, { amount, deducts }) => sum + (deducts ? -amount : amount), 0) },
  goods: [],
  terms,
})

const firstLine = (quote: Quote) => derivationLines(quote, reader)[0]?.split(/ {2,}/)

describe('a quote term by term', () => {
  it('shows units as the cumulative floor that they are', () => {
    const numbers = { paid: 8765, bought: 3, quantity: 1, lowestSlot: 2, highestSlot: 2 }
    expect(firstLine(quoteOf(units(2922, numbers)))).toEqual([
      'units · line 1',
      '+ 29.22',
      '⌊87.65·2/3⌋ − ⌊87.65·1/3⌋',
      '§6-2, AM2',
    ])
  })

  it('leaves out what the first slots take nothing from', () => {
    const numbers = { paid: 29700, bought: 3, quantity: 2, lowestSlot: 1, highestSlot: 2 }
    expect(firstLine(quoteOf(units(19800, numbers)))?.[2]).toBe('⌊297.00·2/3⌋')
  })

  it('claims no formula that does not give the amount, and names the numbers instead', () => {
    const numbers = { paid: 10000, bought: 3, quantity: 2, lowestSlot: 1, highestSlot: 3 }
    const text = derivationLines(quoteOf(units(6667, numbers)), reader).join(' ')
    expect(text).toContain('paid 100.00, bought 3, quantity 2, lowestSlot')
    expect(text).not.toContain('⌊')
  })

  it('takes deductions off, and adds up', () => {
    const numbers = { paid: 29700, bought: 3, quantity: 2, lowestSlot: 1, highestSlot: 2 }
    const lines = derivationLines(
      quoteOf(units(19800, numbers), {
        ...units(1000, { asked: 1000 }),
        kind: 'deduction',
        deducts: true,
        reason: 'damagedInReturn',
        rule: '§6-4',
        clause: 'SH5',
      }),
      reader,
    )
    expect(lines.map((line) => line.replaceAll(/ {2,}/g, '  '))).toEqual([
      'units · line 1  + 198.00  ⌊297.00·2/3⌋  §6-2, AM2',
      'deduction · line 1  − 10.00  damagedInReturn, asked 10.00  §6-4, SH5',
      'total  = 188.00',
    ])
  })

  it('shows what the law adds as the greater of two', () => {
    const statutory = {
      ...units(50000, { multiplier: 3, price: 9900, minimum: 50000 }),
      kind: 'statutory',
      component: 'statutory',
    } as const
    expect(firstLine(quoteOf(statutory))?.[2]).toBe('max(3 × 99.00, 500.00)')
  })
})
