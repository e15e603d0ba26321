import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { masked } from './mask.js'

describe('personal data masked', () => {
  it.each([
    ['phone', '13800000000', '138****0000'],
    ['phone', '+86 138-0000-0000', '861****0000'],
    ['phone', '0571-8888', '****88'],
    ['phone', 'mia@example.cn', 'm****@example.cn'],
    ['phone', '微信 mia_1992', '微****'],
    ['account', '6222 0200 1234 5678 901', '****8901'],
    ['account', '1234', '****'],
    ['account', 'pay@example.com', 'p****@example.com'],
    ['name', '欧阳晓明', '欧**'],
    ['name', ' Mia Wong', 'M**'],
    ['open', '招商银行', '招商银行'],
    ['text', '客户来电 13812345678，改卡 6222020012345678', '客户来电 138****5678，改卡 ****5678'],
    [
      'text',
      '2026-06-30 扣款 56.00 元，3 次，邮箱 mia@example.cn',
      '2026-06-30 扣款 56.00 元，3 次，邮箱 m****@example.cn',
    ],
    ['text', '电话 138 1234 5678、0571-88881234', '电话 138****5678、****1234'],
  ] as const)('%s %s as %s', (holds, text, mask) => expect(masked(text, holds)).toBe(mask))

  it('never lets seven digits of a number through, however it is written and whatever stands around it', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 11, maxLength: 19 })
    const words = fc.string({ unit: fc.constantFrom('款', '，', 'a', ' ', ':', '元') })
    const written = fc.constantFrom('', ' ', '-')
    fc.assert(
      fc.property(
        words,
        digits,
        written,
        words,
        fc.constantFrom('phone', 'account', 'text'),
        (before, number, gap, after, holds) => {
          const text = holds === 'text' ? `${before}${number.join(gap)}${after}` : number.join(gap)
          const bare = masked(text, holds).replaceAll(/[ -]/g, '')
          for (let at = 0; at + 7 <= number.length; at++) expect(bare).not.toContain(number.slice(at, at + 7).join(''))
        },
      ),
    )
  })
})
