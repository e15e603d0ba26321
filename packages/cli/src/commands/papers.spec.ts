import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { directoryWith } from '../../test/scenario-directory.js'
import { runCli } from '../cli.js'
import { workedCases } from '../worked-cases.js'

const worked = (no: string): string =>
  join(workedCases, readdirSync(workedCases).find((name) => name.startsWith(no)) ?? '')

const run = async (...args: ReadonlyArray<string>) => {
  const { terminal, said } = recordingTerminal()
  const code = await runCli(args, terminal)
  return { code, ...said, bare: said.out.replaceAll(/[\s│]/gu, '') }
}

const files = directoryWith({
  'bank.csv':
    'lineReference,date,amount,paymentReference\nB-1,2026-08-03,56.00,ch-10803\nB-2,2026-08-03,7.00,\nB-3,soon,1.00,\n',
  'names.json': '{ "li": "李静", "he": "何平" }',
  'list.json': '["li"]',
  'odd.json': '{ "columns": {} }',
})
afterAll(files.remove)

describe('the papers of worked cases', () => {
  it('sheet: the shift over midnight (S6) has its three classes, and its follow-ups', async () => {
    const asked = ['--date', '2026-06-30', '--shift', '中班', '--lang', 'zh-CN', '--names', files.file('names.json')]
    const { code, bare } = await run('sheet', worked('s06'), ...asked)
    expect(code).toBe(0)
    expect(bare).toContain('交接人李静')
    expect(bare).toContain('应到值班人员李静、sun、zhou')
    expect(bare).toContain('处理结果：已退款')
    expect(bare).toContain('处理结果：未入账')
    expect(bare).toContain('已提交行政的订单(文件编号,手机号,金额,银行)')
    expect(bare).toContain('退回原因：')
    expect(bare).toContain('下个交接人需要做什么：提交财务部')
    expect(bare).toContain('交接说明：事件原因财务退回，金额与流水不符；')
    expect(bare.match(/现在处理到哪个步骤：/g)).toHaveLength(1)
    expect(bare).not.toMatch(/1\d{10}/)
  })

  it('sheet --case: the application sheet of S12 has every opinion', async () => {
    const { bare } = await run('sheet', worked('s12'), '--case', '2026-000001', '--lang', 'zh-CN')
    expect(bare).toContain('编号：2026-000001退款申请表')
    for (const opinion of ['单据填写无误', '支付成功但支付超时', '已核对银行流水', '复核无误', '同意退款'])
      expect(bare).toContain(opinion)
  })

  it('ledger: the row of S12 carries its four times, in both ledgers the same amount', async () => {
    const { bare } = await run('ledger', worked('s12'), '--lang', 'zh-CN')
    expect(bare).toContain('56.00li2026-08-0309:122026-08-0310:412026-08-0317:552026-08-0318:10')
    expect(bare.match(/合计CNY56\.00/g)).toHaveLength(2)
  })

  it('fault-table: what finance made of the cases of the day (S6)', async () => {
    const { out } = await run('fault-table', worked('s06'), '--date', '2026-06-30', '--format', 'csv')
    expect(out.trimEnd().split('\r\n')).toHaveLength(4)
    expect(out).toContain('returned by finance')
  })

  it('queue: as of a time, what waits, with the deadline that binds', async () => {
    const { out } = await run(
      'queue',
      worked('s06'),
      '--at',
      '2026-07-01 01:10',
      '--format',
      'json',
      '--role',
      'customerService',
    )
    expect(JSON.parse(out)).toMatchObject({
      form: 'workQueue',
      asOf: '2026-07-01 01:10',
      overdue: 1,
      parts: { customerService: { rows: [{ action: 'fill in the fault sheet', timeLeft: '30 min overdue' }] } },
    })
  })

  it('progress: a customer is told in plain words, and nothing internal', async () => {
    const { out } = await run('progress', worked('s04'), '--lang', 'zh-CN')
    expect(out).toContain('128.00 CNY')
    expect(out).not.toMatch(/qian|kong|zhao|出纳|会计/)
  })

  it('stats: S3 counts as paid after a dispute', async () => {
    const { out } = await run('stats', worked('s03'), '--period', '2026-Q2')
    expect(out).toMatch(/paid after a dispute +│ +1 │/)
  })

  it('register: S11 stands in the register of its day, with its sum', async () => {
    const { bare } = await run('register', worked('s11'), '--date', '2026-04-14', '--lang', 'zh-CN')
    expect(bare).toContain('退款登记日期：2026-04-14')
    expect(bare).toContain('2026-000001TK-1101134.00')
    expect(bare).toContain('合计CNY134.00')
  })

  it('payouts: a payment that failed is on the list of its day, and due again at its end (S4)', async () => {
    const { out } = await run('payouts', worked('s04'), '--date', '2026-04-08', '--format', 'json')
    expect(JSON.parse(out)).toMatchObject({ form: 'payoutList', date: '2026-04-08' })
    const { parts } = JSON.parse(out) as {
      parts: { rows: { rows: ReadonlyArray<{ status: string; amount: string }> } }
    }
    expect(parts.rows.rows.map(({ status, amount }) => [status, amount])).toEqual([
      ['failed', '128.00'],
      ['due', '128.00'],
    ])
  })

  it('reconcile: matched, only theirs, and the line that cannot be read', async () => {
    const { out, code } = await run('reconcile', worked('s12'), '--bank', files.file('bank.csv'), '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      matched: 1,
      onlyOurs: 0,
      onlyTheirs: 1,
      badLines: 1,
      parts: { badLines: { rows: [{ lineNo: 4, column: 'date', reason: 'the date cannot be read' }] } },
    })
  })

  it('journal: debits equal credits', async () => {
    const { out } = await run('journal', worked('s04'), '--format', 'json')
    const { parts } = JSON.parse(out) as { parts: { rows: { rows: ReadonlyArray<{ debit: string; credit: string }> } } }
    const sum = (side: 'debit' | 'credit') => parts.rows.rows.reduce((so, row) => so + Number(row[side]), 0)
    expect(sum('debit')).toBeGreaterThan(0)
    expect(sum('debit')).toBe(sum('credit'))
  })

  it('--out writes each form of a directory into a file of its own, and says which', async () => {
    const out = files.file('out')
    const { code, out: said } = await run('ledger', worked('s07'), worked('s12'), '--format', 'xlsx', '--out', out)
    expect(code).toBe(0)
    const written = said.trimEnd().split('\n')
    expect(written).toHaveLength(readdirSync(out).length)
    expect(written).toContain(join(out, 's12-payment-fault-ledger-finance-2026-08.xlsx'))
    for (const file of written) expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  })

  it('says of a store without events that its forms are of nothing', async () => {
    const { code, out, err } = await run('journal', '--store', 'memory', '--format', 'csv')
    expect(code).toBe(0)
    expect(out.trimEnd().split('\r\n')).toHaveLength(1)
    expect(err).toContain('refund-case journal: the store has no event of this shop.')
    expect((await run('journal', worked('s12'), '--format', 'csv')).err).toBe('')
  })

  it('--out is a file where one form is asked for', async () => {
    const file = files.file('journal.html')
    expect((await run('journal', worked('s04'), '--format', 'html', '--out', file)).out).toBe(`${file}\n`)
    expect(statSync(file).isFile()).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/)
  })
})

describe('what is no good is said, with code 2', () => {
  it.each([
    [['sheet'], 'refund-case sheet: which FILE, or which --store?'],
    [
      ['journal', worked('s12'), '--store', 'esdb://127.0.0.1:1?tls=false'],
      'refund-case journal: FILE or --store, not both',
    ],
    [
      ['stats', worked('s12'), '--risk', 'maybe'],
      'refund-case stats: RISK_MALFORMED: s12-payment-fault: --risk is yes',
    ],
    [['ledger', 'missing.yaml'], 'missing.yaml: there is no such file or directory'],
    [
      ['ledger', worked('s12'), '--format', 'pdf'],
      "refund-case ledger: --format knows text, html, csv, xlsx, json, not 'pdf'",
    ],
    [
      ['ledger', worked('s12'), '--month', 'June'],
      "refund-case ledger: MONTH_MALFORMED: s12-payment-fault: a month is written 2026-06, not 'June'",
    ],
    [
      ['ledger', worked('s12'), '--format', 'xlsx', '--month', '2026-08', '--department', 'finance'],
      'refund-case ledger: OUT_MISSING: XLSX is no text: say where to with --out.',
    ],
    [
      ['ledger', worked('s12'), '--format', 'csv'],
      'refund-case ledger: OUT_MISSING: These are 2 forms: say with --out which directory to write to.',
    ],
    [['journal', worked('s12'), '--out', '/dev/null/x', '--format', 'csv'], 'refund-case journal: OUT_UNWRITABLE: '],
    [
      ['journal', worked('s12'), '--zone', 'Mars'],
      "refund-case journal: --zone knows IANA names such as Asia/Shanghai, not 'Mars'",
    ],
    [
      ['journal', worked('s12'), '--in-clear', 'shoes'],
      'refund-case journal: --in-clear knows phone, account, name, text',
    ],
    [['journal', worked('s12'), '--names', files.file('list.json')], 'refund-case journal: NAMES_UNREADABLE: '],
    [['progress', worked('s12'), '--case', '1'], 'refund-case progress: CASE_UNKNOWN: '],
    [['progress', '--store', 'memory'], 'refund-case progress: CASE_MISSING: '],
    [
      ['sheet', worked('s06'), '--desk', 'nowhere'],
      "refund-case sheet: DESK_UNKNOWN: s06-shift-over-midnight: there is no desk 'nowhere': main",
    ],
    [['fault-table', worked('s06'), '--desk', 'nowhere'], 'refund-case fault-table: DESK_UNKNOWN: '],
    [['sheet', worked('s06'), '--wording', 'poem'], 'refund-case sheet: WORDING_UNKNOWN: '],
    [
      ['reconcile', worked('s12'), '--bank', files.file('bank.csv'), '--from', '2026-08-04', '--to', '2026-08-03'],
      'refund-case reconcile: DATES_REVERSED: ',
    ],
    [['register', worked('s11'), '--date', '14.4.'], 'refund-case register: DATE_MALFORMED: '],
    [['payouts', worked('s11'), '--date', '2026-04-31'], 'refund-case payouts: DATE_MALFORMED: '],
    [['queue', worked('s12'), '--role', 'king'], 'refund-case queue: ROLE_UNKNOWN: '],
    [['queue', worked('s12'), '--at', 'noon'], 'refund-case queue: TIME_MALFORMED: '],
    [['stats', worked('s12'), '--period', '2026-Q5'], 'refund-case stats: PERIOD_MALFORMED: '],
    [['sheet', worked('s06'), '--date', '2026-06-30', '--shift', 'x'], 'refund-case sheet: SHIFT_UNKNOWN: '],
    [['reconcile', worked('s12')], 'refund-case reconcile: BANK_FILE_MISSING: '],
    [['reconcile', worked('s12'), '--bank', 'none.csv'], 'refund-case reconcile: BANK_FILE_UNREADABLE: '],
    [
      ['reconcile', worked('s12'), '--bank', files.file('bank.csv'), '--settings', files.file('odd.json')],
      'refund-case reconcile: BANK_SETTINGS_MALFORMED: ',
    ],
  ])('%j', async (args, sentence) => {
    const { code, out, err } = await run(...args)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err.split('\n')[0]?.startsWith(sentence), err).toBe(true)
    expect(err).not.toMatch(/^\s+at /m)
  })
})
