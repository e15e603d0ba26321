import { financeLedgerForm, renderXlsx } from '@refund-case/reports'
import { isLeft } from 'fp-ts/lib/Either.js'

const ledger = {
  no: 'ledger-finance-2026-06',
  department: 'finance',
  month: '2026-06',
  timeZone: 'Asia/Shanghai',
  preparer: 'kong',
  preparedOn: '2026-07-01',
  approver: 'lin',
  released: 0,
  rows: [],
  totals: [{ currency: 'CNY', amount: 0 }],
  refundsPayable: [],
  digest: '',
  status: 'archived',
}

const at = (no) => new Date(Date.UTC(2026, 5, 1) + no * 20_000).toISOString()

const row = (seq) => ({
  seq,
  caseId: `case-${seq}`,
  refundSheetNo: `2026-${String(seq).padStart(6, '0')}`,
  orderNo: `TK-${seq}`,
  submittedOn: at(seq).slice(0, 10),
  bank: null,
  amount: 100 + (seq % 90_000),
  currency: 'CNY',
  submitter: 'li',
  occurredAt: at(seq),
  remark: seq % 50 === 0 ? ['paidAgain'] : [],
  reverses: null,
  correction: false,
  cashierCheck: { by: 'qian', at: at(seq) },
  accountantReview: { by: 'kong', at: at(seq + 90) },
  directorReview: { by: 'zhao', at: at(seq + 180) },
  toldCs: at(seq + 200),
  recordedBy: 'qian',
})

/** What is held while rows are taken, with whatever could be let go of collected. */
const held = () => {
  globalThis.gc()
  return process.memoryUsage().heapUsed / 1e6
}

/** A finance ledger whose rows come one by one, as those do that have left memory through a sink. */
const printing = (count) => ({
  name: `ledger of ${count.toLocaleString('en')} rows · as XLSX`,
  unit: 'rows',
  target: { perSecond: 10_000, megabytes: 10, atStreams: 20_000 },
  prepare: async () => async () => {
    const before = held()
    let most = 0
    const rows = function* () {
      for (let seq = 1; seq <= count; seq++) {
        if (seq % Math.ceil(count / 10) === 0) most = Math.max(most, held() - before)
        yield row(seq)
      }
    }
    let bytes = 0
    for await (const piece of renderXlsx(financeLedgerForm(ledger, { rows: rows() }), { language: 'zh-CN' })) {
      if (isLeft(piece)) throw new Error(piece.left.message)
      bytes += piece.right.length
    }
    if (bytes < count) throw new Error('The workbook is too small to hold them all.')
    return { count, megabytes: most }
  },
})

export const xlsx = [printing(10_000), printing(100_000)]
