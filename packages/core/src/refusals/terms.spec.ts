import { describe, expect, it } from 'vitest'
import { languages } from './language.js'
import { termOf, terms } from './terms.js'

describe('terms', () => {
  it('stand there for every word in both languages', () => {
    for (const words of Object.values(terms))
      for (const term of Object.values(words)) for (const text of term) expect(text).toMatch(/^\S(?:.*\S)?$/)
  })

  it('are Chinese in Chinese', () => {
    for (const words of Object.values(terms))
      for (const [, chinese] of Object.values(words)) expect(chinese).toMatch(/\p{Script=Han}/u)
  })

  it('tell the words of one kind apart', () => {
    for (const words of Object.values(terms))
      for (const index of [0, 1] as const) {
        const said = Object.values(words).map((term) => term[index])
        expect(new Set(said).size).toBe(said.length)
      }
  })

  it('a word that nobody knows is shown as it is', () => {
    for (const language of languages)
      for (const word of ['nobody', '', 'constructor', '__proto__']) expect(termOf(language, 'role', word)).toBe(word)
  })

  it.each([
    ['role', 'csLead', '客服值班负责人'],
    ['route', 'unshippedRefund', '未发货退款'],
    ['disputeLevel', 'mediation', '调解'],
    ['method', 'original', '原支付方式'],
    ['inspection', 'passed', '退货合格'],
    ['funds', 'notReceived', '未入帐'],
  ] as const)('%s %s is %s', (kind, word, chinese) => {
    expect(termOf('zh-CN', kind, word)).toBe(chinese)
  })
})
