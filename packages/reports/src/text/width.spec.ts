import { describe, expect, it } from 'vitest'
import { fill, fillLeft, shortened, textWidth, wrapped } from './width.js'

describe('the width of a text in columns', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['退款', 4],
    ['退款 198.00 元', 14],
    ['（附件）', 8],
    ['é', 1],
    ['e\u0301', 1],
    ['✓ …', 3],
    ['🧾', 2],
    ['𠮷', 2],
  ])('of %j is %d', (text, width) => expect(textWidth(text)).toBe(width))

  it('fills up with blanks on either side', () => {
    expect(fill('出纳', 6)).toBe('出纳  ')
    expect(fillLeft('出纳', 6)).toBe('  出纳')
    expect(fill('longer', 3)).toBe('longer')
  })

  it('shortens, and says so', () => {
    expect(shortened('退款申请', 8)).toBe('退款申请')
    expect(shortened('退款申请', 7)).toBe('退款申…')
    expect(shortened('退款申请', 6)).toBe('退款…')
  })
})

describe('wrapping', () => {
  it.each([
    ['', 10, ['']],
    ['one two three', 8, ['one two', 'three']],
    ['one two three', 100, ['one two three']],
    ['退款申请已受理', 6, ['退款申', '请已受', '理']],
    ['退款 198.00 元已退回', 11, ['退款 198.00', '元已退回']],
    ['由负责人同意。', 12, ['由负责人同', '意。']],
    ['（附：照片）', 6, ['（附：', '照片）']],
    ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['x abcdefghij', 4, ['x', 'abcd', 'efgh', 'ij']],
  ])('%j into %d columns', (text, width, lines) => expect(wrapped(text, width)).toEqual(lines))

  it('loses nothing but blanks, and no line is too wide', () => {
    const text = '发货拦截 interception, 客户收货后退回 the-parcel-0123456789-0123456789 及运费 15.00 元。'
    for (let width = 2; width < 60; width++) {
      const lines = wrapped(text, width)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(textWidth(line)).toBeLessThanOrEqual(width)
    }
  })
})
