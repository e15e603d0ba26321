import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { directoryWith } from '../../test/scenario-directory.js'
import { runCli } from '../cli.js'
import { textWidth } from '@refund-case/reports'
import { workedCases } from '../worked-cases.js'

const demo = async (args: ReadonlyArray<string>, shape: Parameters<typeof recordingTerminal>[0] = {}) => {
  const { terminal, said } = recordingTerminal(shape)
  const code = await runCli(['demo', ...args], terminal)
  return { code, ...said }
}

// oxlint-disable-next-line no-control-regex -- that is what colours are made of
const withoutColours = (text: string): string => text.replaceAll(/\u001B\[\d+m/g, '')

describe('the demo of the twelve cases', { timeout: 120_000 }, () => {
  const english = demo(['--cases', '0'])
  // As on a small terminal: colours, a line of progress, rows in two or three lines.
  const chinese = demo(['--lang', 'zh-CN', '--cases', '0'], { colour: true, live: true, columns: 90 })

  it('plays all twelve, and everything comes out as expected', async () => {
    const { code, err, out } = await english
    expect(err).toBe('')
    expect(out.match(/^\d+\/12 {2}s\d\d-.*$/gm)).toHaveLength(12)
    expect(out).toMatch(/All 12 files came out as expected\.\n$/)
    expect(code).toBe(0)
  })

  it('shows the history of each case: time, who, what, amount, rule and the deadline that binds', async () => {
    const { out } = await english
    expect(out).toContain(
      [
        'C1 · 2026-000001 · paymentFault · paid · 56.00 CNY',
        'time 2026     who                   what                                      amount  rule        binding deadline',
        '08-03 09:00   customerService li    Requested: paymentFault,                   56.00  IN8         faultSheet 08-03 09:10',
        '                                    chargedWithoutOrderNo',
        '08-03 09:08   customerService li    EvidenceAdded: fault sheet                        IN10        review 08-04 09:00',
      ].join('\n'),
    )
    expect(out).toContain('! missed: toFinance, due 08-03 10:40')
  })

  it('works one amount out, and gives the reason of one refusal in both languages', async () => {
    const { out } = await english
    expect(out).toMatch(/units · line 1 +\+ 134\.00 {2}⌊268\.00·2\/2⌋ − ⌊268\.00·1\/2⌋ +§6-2, AM2\n/)
    expect(out).toMatch(/total += 144\.00\n/)
    expect(out).toContain('  ✗ AMOUNT_EXCEEDS_REFUNDABLE  §6-4\n')
    expect(out).toContain('  50.00 CNY (goods, line 1) is asked for, but only 40.00 CNY can be refunded.')
    expect(out).toContain('  申请 50.00 元')
  })

  it('sums up', async () => {
    const { out } = await english
    const table = out.split('\n').filter((line) => line.startsWith('│'))
    expect(table).toHaveLength(14)
    expect(table[1]).toMatch(
      /s01-partial-return-with-freight +│ +2 │ +18 │ +19 │ +0 │ +0 │ +213\.00 CNY │ +2 │ passed │/,
    )
    expect(new Set(table.map(textWidth)).size).toBe(1)
  })

  it('speaks Chinese', async () => {
    const { code, out } = await chinese
    expect(code).toBe(0)
    expect(withoutColours(out)).toContain('12 个文件均符合预期。')
    expect(withoutColours(out)).toContain('C1 · 2026-000001 · 支付故障 · 已退款 · 56.00 CNY')
  })

  it('fits the width it was given', async () => {
    for (const line of (await english).out.split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(120)
    const rows = withoutColours((await chinese).out).split('\n')
    for (const line of rows.filter((row) => !/^[│┌├└]/.test(row))) expect(textWidth(line)).toBeLessThanOrEqual(90)
  })

  it('shows how far it is where somebody watches', async () => {
    const { err } = await chinese
    expect(err).toContain('12/12 s12-payment-fault')
    expect(err.endsWith('\r\u001B[2K')).toBe(true)
  })
})

const worked = (no: string) => {
  const name = readdirSync(workedCases).find((file) => file.startsWith(no)) ?? ''
  return readFileSync(join(workedCases, name), 'utf8')
}

describe('the demo of another directory', { timeout: 120_000 }, () => {
  it('says the same every time, with colours or without', async () => {
    const files = directoryWith({ 'a.yaml': worked('s10'), 'b.yaml': worked('s08') })
    const { code, out } = await demo([files.path])
    expect(code).toBe(0)
    expect((await demo([files.path])).out).toBe(out)
    const coloured = (await demo([files.path], { colour: true })).out
    expect(coloured).not.toBe(out)
    expect(withoutColours(coloured)).toBe(out)
    files.remove()
  })

  it('exits with 1 when an expectation fails, and says which', async () => {
    const files = directoryWith({ 'wrong.yaml': worked('s12').replace('moneyOut: 56.00', 'moneyOut: 57.00') })
    const { code, out } = await demo([files.path])
    files.remove()
    expect(code).toBe(1)
    expect(out).toMatch(/wrong\.yaml:\d+ money out \/finally\/moneyOut\n +- 57\.00\n +\+ 56\.00\n/)
    expect(out).toMatch(/1 file did not come out as expected\.\n$/)
  })
})

describe('the month of the demo', { timeout: 240_000 }, () => {
  it('is played, and all its papers are written, each kind in its formats', async () => {
    const files = directoryWith({ 'a.yaml': worked('s10') })
    const out = files.file('out')
    const { code, out: said, err } = await demo([files.file('a.yaml'), '--cases', '20', '--out', out], { live: true })
    const table = said.split('\n').filter((line) => line.startsWith('│'))
    const rowOf = (kind: string) => table.find((line) => line.includes(` ${kind} `)) ?? ''
    const entries = (...path: ReadonlyArray<string>) => readdirSync(join(out, ...path))
    const written = {
      languages: entries().toSorted(),
      sheets: entries('en', 'handover-sheets').length,
      sheetsOfTheLastDay: entries('zh-CN', 'handover-sheets').filter((name) => name.includes('2026-06-30')).length,
      ledgers: entries('zh-CN', 'ledgers').toSorted(),
      bank: readFileSync(join(out, 'bank-lines.csv'), 'utf8').split('\r\n')[0],
      ledger: readFileSync(join(out, 'zh-CN', 'ledgers', 'finance-2026-06.csv'), 'utf8').split('\r\n')[0],
    }
    files.remove()
    expect(code).toBe(0)
    expect(said).toContain('180 shifts handed over, both ledgers closed')
    expect(rowOf('handover-sheets')).toMatch(/│ +180 │ html +│ +186 │/)
    expect(rowOf('ledgers')).toMatch(/│ +2 │ html csv xlsx │ +12 │/)
    expect(said).toMatch(/\d+ files, .* written to .* in .* s\.\n$/)
    expect(err).toContain('100 % playing the month')
    expect(written).toEqual({
      languages: ['bank-lines.csv', 'en', 'zh-CN'],
      sheets: 180,
      sheetsOfTheLastDay: 6,
      ledgers: ['customerService', 'finance'].flatMap((name) =>
        ['csv', 'html', 'xlsx'].map((end) => `${name}-2026-06.${end}`),
      ),
      bank: 'lineReference,date,amount,paymentReference',
      ledger: '\uFEFF序号,提交日期,退单编号,订单号,开户行,金额,提交人,出纳核实,会计复核,财务总监审核,反馈客服,备注',
    })
  })

  it('needs a number of cases', async () => {
    const { code, err } = await demo(['--cases', 'many'])
    expect(code).toBe(2)
    expect(err).toContain("refund-case demo: --cases is a whole number from 0 on, not 'many'")
  })
})
