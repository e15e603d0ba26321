import { afterAll, describe, expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { directoryWith } from '../../test/scenario-directory.js'
import { smallScenario } from '../../test/small-scenario.js'
import { runCli } from '../cli.js'

const wrongAmount = smallScenario.replace('quote.amounts: { goods: 40.00 }', 'quote.amounts: { goods: 41.00 }')
const files = directoryWith({ 'mug.yaml': smallScenario, 'wrong.yaml': wrongAmount })
afterAll(files.remove)

const play = async (...args: ReadonlyArray<string>) => {
  const { terminal, said } = recordingTerminal()
  const code = await runCli(['play', ...args], terminal)
  return { code, ...said, lines: said.out.split('\n') }
}

describe('play', { timeout: 60_000 }, () => {
  it('shows each step, why a command was refused, and what was missed', async () => {
    const { code, out, err } = await play(files.file('mug.yaml'))
    expect(err).toBe('')
    expect(code).toBe(0)
    expect(out).toMatchInlineSnapshot(`
      "chipped-mug
        A chipped mug, refunded in part
        The mug stays with the customer.
            time 2026     who                   what                                amount  rule        binding deadline
        1 ✓ Part of the price, for a chip
            03-09 10:00   customer c-1          C1 Requested: keepGoodsRefund,       40.00  IN7         review 03-10 10:00
                                                1 × line 1, qualityDefect
        2 ✓ 03-09 10:05   customer c-1          C2 ✗ request:                               §6-4
                                                AMOUNT_EXCEEDS_REFUNDABLE
                                                90.00 CNY (goods, line 1) is asked for, but only 80.00 CNY can be refunded.
                                                Ask for that or less.
        3 ✓ 03-09 15:00   customerService li    C1 Reviewed: intake, accepted        40.00  §6-2, AM2   payment 03-12
      ✓ chipped-mug: 3 steps as expected, 0.00 CNY paid out

      too-late
        Nobody looks at it in time
            time 2026     who                   what                                amount  rule        binding deadline
        2 ✓ 03-10 10:06   customerService li    C1 Reviewed: intake, accepted        40.00  §6-2, AM2   payment 03-13
                                                ! missed: review, due 03-10 10:00
      ✓ too-late: 2 steps as expected, 0.00 CNY paid out

      "
    `)
  })

  it('says it in Chinese, with wide characters in line', async () => {
    const { out } = await play(files.file('mug.yaml'), '--lang', 'zh-CN')
    expect(out).toMatchInlineSnapshot(`
      "chipped-mug
        A chipped mug, refunded in part
        The mug stays with the customer.
            时间 2026     执行人                事项                                  金额  依据        当前期限
        1 ✓ Part of the price, for a chip
            03-09 10:00   客户 c-1              C1 退款申请：已收货仅退款，第1       40.00  IN7         审核 03-10 10:00
                                                行1件，商品质量问题
        2 ✓ 03-09 10:05   客户 c-1              C2 ✗ 申请退款：                             §6-4
                                                AMOUNT_EXCEEDS_REFUNDABLE
                                                申请 90.00 元（第 1 行产品价款），超出可退金额 80.00 元。请按不超过可退金额申
                                                请。
        3 ✓ 03-09 15:00   客服 li               C1 审核：受理审核，同意退款          40.00  §6-2, AM2   退款付款 03-12
      ✓ chipped-mug：3 步均符合预期，共退款 0.00 CNY

      too-late
        Nobody looks at it in time
            时间 2026     执行人                事项                                  金额  依据        当前期限
        2 ✓ 03-10 10:06   客服 li               C1 审核：受理审核，同意退款          40.00  §6-2, AM2   退款付款 03-13
                                                ! 超期：审核，期限 03-10 10:00
      ✓ too-late：2 步均符合预期，共退款 0.00 CNY

      "
    `)
  })

  it('is quiet about what is as expected', async () => {
    const { out } = await play(files.file('mug.yaml'), '--quiet')
    expect(out).toMatchInlineSnapshot(`
      "✓ chipped-mug: 3 steps as expected, 0.00 CNY paid out
      ✓ too-late: 2 steps as expected, 0.00 CNY paid out
      "
    `)
  })

  it('exits with 1 where an expectation failed, and shows the lines that differ', async () => {
    const { code, out } = await play(files.file('wrong.yaml'), '--quiet')
    expect(code).toBe(1)
    expect(out.replaceAll(files.path, '…')).toMatchInlineSnapshot(`
      "  3 ✗ 03-09 15:00   customerService li    C1 Reviewed: intake, accepted        40.00  §6-2, AM2   payment 03-12
            …/wrong.yaml:30 events /steps/2/expect/events
                  Reviewed
                -   quote.amounts: { goods: 41.00 }
                +   quote.amounts: { goods: 40.00 }
      ✗ chipped-mug: 1 expectation not fulfilled
      ✓ too-late: 2 steps as expected, 0.00 CNY paid out
      "
    `)
  })

  it('plays every file of a directory, and sums them up', async () => {
    const { code, out } = await play(files.path)
    expect(code).toBe(1)
    expect(out.match(/^│ chipped-mug │ .* (passed|FAILED) │$/gm)).toHaveLength(2)
    expect(out).toMatch(/^│ all .* FAILED │$/m)
  })

  it('answers the same each time', async () => {
    const once = await play(files.path)
    expect(await play(files.path)).toEqual(once)
  })
})

describe('play --json', () => {
  it('is one document with every play, step and event', async () => {
    const { code, out } = await play('--json', files.file('mug.yaml'))
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      passed: true,
      problems: [],
      files: [
        {
          name: 'chipped-mug',
          passed: true,
          moneyOut: 0,
          currency: 'CNY',
          steps: [
            { no: 1, events: [{ case: 'C1', type: 'Requested', amounts: { goods: 4000 } }] },
            { no: 2, did: { command: { answered: { kind: 'refused', code: 'AMOUNT_EXCEEDS_REFUNDABLE' } } } },
            {
              no: 3,
              cases: [{ case: 'C1', situation: 'accepted', binding: { rule: 'payment', lastDay: '2026-03-12' } }],
            },
          ],
          variants: [{ name: 'too-late', sharedSteps: 1, passed: true }],
        },
      ],
    })
  })

  it('says what is wrong in the same document', async () => {
    const { code, out, err } = await play('--json', files.file('none.yaml'))
    expect(code).toBe(2)
    expect(err).toBe('')
    expect(JSON.parse(out)).toMatchObject({
      passed: false,
      files: [],
      problems: [{ file: files.file('none.yaml'), message: 'there is no such file or directory' }],
    })
  })
})
