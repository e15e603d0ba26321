import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '../eventsourcing/refusal.js'
import { refusalCodes, type RefusalCode } from '../vocabulary/refusal-codes.js'
import { separationConflicts } from './conflicts.js'
import { explain, sentenceOf } from './explain.js'
import { languages } from './language.js'

const refusal = (code: RefusalCode, facts: Refusal['facts'] = {}): Refusal => ({
  kind: 'refusal',
  code,
  rule: '§1',
  facts,
})
const inCNY = { currency: 'CNY' }

const namesIn = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
const factNames = [...new Set(refusalCodes.flatMap((code) => namesIn(sentenceOf(code, 'en'))))]

// Texts that cannot be mistaken for what a careless sentence prints of a value.
const text = fc.string({ unit: fc.constantFrom('x', '测', '😀', ' ', '\n', '\u2028', '\uD800', '\0'), maxLength: 400 })
const scalar = fc.oneof(
  text,
  fc.boolean(),
  fc.double(),
  fc.integer(),
  fc.bigInt(),
  fc.constantFrom(undefined, null, -0),
)
const key = fc.constantFrom(...factNames, 'code', 'of', 'condition', 'goods', '__proto__', 'constructor', 'length')
const anything = fc.anything({
  values: [scalar],
  key,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withSparseArray: true,
})
const facts = fc.dictionary(key, fc.oneof(scalar, anything))

const printedValue = /undefined|null|NaN|Infinity|\[object|=>|[{}]/
const isSentence = (sentence: string) => {
  expect(sentence).toMatch(/^\S.*[.。]$/u)
  expect(sentence).not.toMatch(printedValue)
}

describe('explain', () => {
  it('is a sentence for every code in both languages, whatever the facts are', () => {
    fc.assert(
      fc.property(fc.constantFrom(...refusalCodes), facts, (code, given) => {
        for (const language of languages) isSentence(explain(refusal(code, given), language, inCNY))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is a sentence for every code where no fact is there at all', () => {
    for (const code of refusalCodes) for (const language of languages) isSentence(explain(refusal(code), language))
  })

  it('is a sentence for a code that this version does not know, even a name of every object', () => {
    for (const code of ['MADE_UP', 'constructor', '__proto__', 'toString'])
      for (const language of languages)
        expect(explain({ kind: 'refusal', code, rule: '§1', facts: {} }, language)).toContain(code)
  })
})

describe('a sentence', () => {
  const cases: ReadonlyArray<readonly [RefusalCode, Refusal['facts'], en: string, zhCN: string]> = [
    [
      'INSPECTION_NOT_PASSED',
      { inspection: 'failed' },
      'The inspection is: failed. Review the case after inspection: decline it, or have the customer-service lead concede with a ground.',
      '验收结果为“不合格”。请进行验收后审核：拒绝退款，或由客服值班负责人写明理由后破例同意。',
    ],
    [
      'AMOUNT_EXCEEDS_REFUNDABLE',
      { asked: 5000, free: 4000 },
      '50.00 CNY is asked for, but only 40.00 CNY can be refunded. Ask for that or less.',
      '申请 50.00 元，超出可退金额 40.00 元。请按不超过可退金额申请。',
    ],
    [
      'AMOUNT_EXCEEDS_REFUNDABLE',
      { component: 'goods', lineNos: [1], asked: 9000, held: 3000, free: 4000 },
      '90.00 CNY (goods, line 1) is asked for, but only 70.00 CNY can be refunded. Ask for that or less.',
      '申请 90.00 元（第 1 行产品价款），超出可退金额 70.00 元。请按不超过可退金额申请。',
    ],
    [
      'AMOUNT_EXCEEDS_REFUNDABLE',
      { component: 'goods', lineNos: [1], asked: 1, held: 0, free: 0 },
      '0.01 CNY (goods, line 1) is asked for, but nothing is left to refund. Look at the other cases of the order.',
      '申请 0.01 元（第 1 行产品价款），但已没有可退金额。请查看该订单的其他退单。',
    ],
    [
      'SEPARATION_OF_DUTIES',
      { person: 'wang', conflict: 'requestRecorder', step: 1 },
      'Duties must be separated: wang recorded the request or a change to it. Have this done by somebody else.',
      '须职责分离：wang 是该申请或其变更的提交人。请由其他人办理。',
    ],
    [
      'NOT_COVERED',
      {
        short: [
          { of: 'goods', lineNo: 1, asked: 7000, held: 3000 },
          { of: 'units', lineNo: 2, asked: 2, held: 1 },
        ],
      },
      'The order no longer holds all that this case is to be paid (goods of line 1: 30.00 CNY of 70.00 CNY; units of line 2: 1 of 2). Adjust the amount to what is held, or wait until the other cases of the order release it.',
      '订单已不足以支付本退单的全部金额（第 1 行产品价款需 70.00 元，仅有 30.00 元；第 2 行件数需 2，仅有 1）。请按现有部分调整金额，或等待该订单的其他退单释放。',
    ],
    [
      'CONDITION_NOT_MET',
      {
        conditions: [
          { condition: 'window', id: 'noReason', source: 'IN17', lastDay: '2026-05-18', startsOn: '2026-05-11' },
          { condition: 'excludedGoods', id: 'customMade', source: 'IN16', lineNo: 2 },
        ],
        may: ['csLead'],
        needs: 'ground',
      },
      'The request is outside the return conditions: the return window “noReason” ended on 2026-05-18; line 2 is not taken back (“customMade”). Decline it, or have the customer-service lead accept it with a ground.',
      '申请不符合退货条件：退货期限（noReason）已于 2026-05-18 届满；第 2 行属于不退商品（customMade）。请拒绝该申请，或由客服值班负责人写明理由后同意。',
    ],
    [
      'ALREADY_PAID',
      { paid: { goods: 13400, freight: 1000 } },
      '144.00 CNY has been paid in this case already. What is paid can be changed only by a returned payment or a ruling.',
      '该退单已付款 144.00 元。已付款项只能因退票或裁定而变更。',
    ],
    [
      'ROLE_NOT_ALLOWED',
      { command: 'review', role: 'cashier', may: ['customerService', 'csLead', 'technical'] },
      'The role “cashier” may not review the request. Have it done by: customer service, customer-service lead on duty, technical department.',
      '出纳无权办理“审核”。请由以下角色办理：客服、客服值班负责人、技术部。',
    ],
    [
      'MALFORMED_COMMAND',
      { problems: ['/lines/0/quantity: expected a whole number from 1 to 1000000', '/actor/role: missing'] },
      'The command cannot be read: /lines/0/quantity: expected a whole number from 1 to 1000000; /actor/role: missing. Correct this and send it again.',
      '无法读取该命令：/lines/0/quantity：应为 a whole number from 1 to 1000000；/actor/role：缺少。请更正后重新发送。',
    ],
    [
      'CALENDAR_INVALID',
      { calendar: 'CN 2026 v1', problem: { code: 'DATE_TWICE', calendar: 'CN 2026 v1', date: '2026-10-01' } },
      'The working days of CN 2026 v1 do not make sense: a date stands twice (2026-10-01). Correct the calendar.',
      '工作日历 CN 2026 v1 有误：日期重复（2026-10-01）。请更正日历。',
    ],
  ]

  it.each(cases)('%s %j', (code, given, english, chinese) => {
    expect(explain(refusal(code, given), 'en', inCNY)).toBe(english)
    expect(explain(refusal(code, given), 'zh-CN', inCNY)).toBe(chinese)
  })

  it('gives amounts in the currency of the case, and without one in minor units', () => {
    const asked = refusal('AMOUNT_EXCEEDS_REFUNDABLE', { asked: 5000, free: 4000 })
    expect(explain(asked, 'en', { currency: 'JPY' })).toContain('5000 JPY is asked for')
    expect(explain(asked, 'en')).toContain('5000 minor units is asked for')
    expect(explain(asked, 'zh-CN', { currency: 'XXX' })).toContain('5000（最小货币单位） (XXX)')
  })

  it('names each conflict of duties in words of its own', () => {
    for (const language of languages) {
      const said = separationConflicts.map((conflict) =>
        explain(refusal('SEPARATION_OF_DUTIES', { person: 'li', conflict }), language),
      )
      expect(new Set(said).size).toBe(separationConflicts.length)
      for (const [index, conflict] of separationConflicts.entries()) expect(said[index]).not.toContain(conflict)
    }
  })
})

describe('what is not a refusal', () => {
  const store = {
    kind: 'storeError',
    code: 'STORE_TIMEOUT',
    written: 'unknown',
    message: 'No answer in 3 s.',
    facts: {},
  } as const

  it('a store speaks for itself in English, and by its code in Chinese', () => {
    expect(explain({ ...store, written: 'no' }, 'en')).toBe('No answer in 3 s.')
    expect(explain({ ...store, written: 'no', message: '' }, 'en')).toContain('did not answer in time')
    expect(explain({ ...store, written: 'no' }, 'zh-CN')).toBe('存储未及时响应。请使用同一幂等键重试。')
  })

  it('says so where nobody knows whether it was written', () => {
    expect(explain(store, 'en')).toMatch(/^No answer in 3 s\. It is not known whether anything was written/)
    expect(explain(store, 'zh-CN')).toContain('无法确定是否已写入')
  })

  it('a vault, an event that does not decode and a conflict have their sentences', () => {
    const vault = { kind: 'vaultError', code: 'KEY_DESTROYED', message: '', facts: {} } as const
    const undecodable = {
      kind: 'undecodable',
      code: 'EVENT_UNDECODABLE',
      stream: 'refundCase-1',
      revision: 3,
      type: 'Paid',
      path: '/data/attempt',
      reason: 'missing',
    } as const
    const conflict = {
      kind: 'conflictUnresolved',
      code: 'CONFLICT_UNRESOLVED',
      stream: 'refundCase-1',
      attempts: 8,
    } as const
    for (const language of languages)
      for (const failure of [vault, undecodable, conflict]) isSentence(explain(failure, language))
    expect(explain(undecodable, 'en')).toContain('Event 3 of stream refundCase-1')
    expect(explain(conflict, 'zh-CN')).toContain('8')
  })
})
