import type { PayoutList, PayoutRow, RefundRegister, RegisterRow } from '@refund-case/core'
import { count, date, instant, says, staff, term, text, type Form, type Row } from '../document/index.js'
import { amountOfCase, bankOf, column, field, mobileOf, ofCase, orNothing } from './case-fields.js'
import { totalRows } from './totals.js'
import { fieldLabels as c } from './words/fields.js'
import { payoutStatusLabels } from './words/outcomes.js'

const registerColumns = [
  column('seq', c.seq, 5, 'centre'),
  column('at', c.time, 16, 'centre'),
  column('refundSheetNo', c.refundSheetNo, 13),
  column('orderNo', c.orderNo, 12),
  column('amount', c.amount, 10, 'right'),
  column('mobile', c.mobile, 12),
  column('bank', c.bank, 12),
  column('route', c.route, 16),
  column('reason', c.reason, 14),
  column('method', c.method, 12),
  column('reference', c.reference, 12),
  column('voucherNo', c.voucherNo, 12),
  column('submitter', c.submitter, 10),
  column('recordedBy', ['Recorded by', '经办人'], 10),
]

/** 退款登记 of one day: what was paid, and with a minus what came back. */
export const refundRegisterForm = (register: RefundRegister): Form => ({
  kind: 'refundRegister',
  title: ['Refund register', '退款登记'],
  head: [field('date', c.date, date(register.date))],
  parts: [
    {
      part: 'table',
      name: 'rows',
      main: true,
      columns: registerColumns,
      rows: register.rows.map(registerRow),
      totals: () => totalRows(register.totals, registerColumns.length, 4),
    },
  ],
  foot: [],
  page: 'landscape',
  zone: register.timeZone,
})

const registerRow = (row: RegisterRow): Row => [
  count(row.seq),
  instant(row.at),
  text(row.documentNo),
  orNothing(row.orderNo, text),
  amountOfCase(row),
  mobileOf(row),
  bankOf(row),
  term('route', row.route),
  term('reason', row.reason),
  term('method', row.method),
  text(row.reference),
  text(row.voucherNo),
  staff(row.submitter),
  staff(row.recordedBy),
]

const payoutColumns = [
  column('seq', c.seq, 5, 'centre'),
  column('refundSheetNo', c.refundSheetNo, 13),
  column('orderNo', c.orderNo, 12),
  column('status', ['Status', '付款状态'], 10),
  column('amount', c.amount, 10, 'right'),
  column('at', c.time, 16, 'centre'),
  column('attempt', ['Attempt', '次数'], 6, 'right'),
  column('method', c.method, 12),
  column('bank', c.bank, 12),
  column('account', ['Account', '退款账户'], 14),
  column('holder', ['Holder', '户名'], 8),
  column('reference', c.reference, 12),
  column('voucherNo', c.voucherNo, 12),
  column('bankLine', ['Bank line', '退款流水'], 12),
]

/** 退款清单 of one day (PY2): what the cashier paid, and what is due at its end. */
export const payoutListForm = (list: PayoutList): Form => ({
  kind: 'payoutList',
  title: ['Payout list', '退款清单'],
  head: [field('date', c.date, date(list.date))],
  parts: [
    {
      part: 'table',
      name: 'rows',
      main: true,
      columns: payoutColumns,
      rows: list.rows.map(payoutRow),
      totals: () => [
        ...totalRows(list.paid, payoutColumns.length, 4, ['Paid', '已付']),
        ...totalRows(list.outstanding, payoutColumns.length, 4, ['Outstanding', '未付']),
      ],
    },
  ],
  foot: [],
  page: 'landscape',
  zone: list.timeZone,
})

const payoutRow = (row: PayoutRow): Row => [
  count(row.seq),
  text(row.documentNo),
  orNothing(row.orderNo, text),
  says(payoutStatusLabels[row.status]),
  amountOfCase(row),
  instant(row.at),
  orNothing(row.attempt, count),
  orNothing(row.method, (method) => term('method', method)),
  bankOf(row),
  ofCase(row.caseId, row.account, 'account'),
  ofCase(row.caseId, row.holder, 'name'),
  orNothing(row.reference, text),
  orNothing(row.voucherNo, text),
  orNothing(row.bankLine, text),
]
