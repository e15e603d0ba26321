import type {
  CustomerServiceLedger,
  CustomerServiceRow,
  FinanceLedger,
  FinanceRow,
  Ledger,
  LedgerRow,
  RefundsPayable,
} from '@refund-case/core'
import {
  count,
  date,
  filledDate,
  instant,
  money,
  says,
  several,
  staff,
  text,
  type Column,
  type Form,
  type Label,
  type Part,
  type Row,
  type Value,
} from '../document/index.js'
import { bankOf, column, doneBy, field, ofCase, orNothing } from './case-fields.js'
import { totalRows } from './totals.js'
import { fieldLabels } from './words/fields.js'
import { remarkLabels } from './words/outcomes.js'

/** Where the rows come from: those of the ledger, or, of a month too long to be held, one by one from elsewhere. */
export interface LedgerRows<R extends LedgerRow> {
  readonly rows?: Iterable<R> | AsyncIterable<R>
}

/** F3 客服退单统计表. */
export const customerServiceLedgerForm = (
  ledger: CustomerServiceLedger,
  from: LedgerRows<CustomerServiceRow> = {},
): Form => ledgerForm(ledger, customerServiceTable, from.rows ?? ledger.rows)

/** F4 财务退单统计表. */
export const financeLedgerForm = (ledger: FinanceLedger, from: LedgerRows<FinanceRow> = {}): Form =>
  ledgerForm(ledger, financeTable, from.rows ?? ledger.rows)

interface LedgerTable<R extends LedgerRow> {
  readonly title: Label
  readonly department: Label
  readonly columns: ReadonlyArray<Column>
  /** The column of the amount, from 0. */
  readonly amountAt: number
  readonly row: (row: R) => Row
}

const c = fieldLabels

const customerServiceTable: LedgerTable<CustomerServiceRow> = {
  title: ['Customer service refund ledger', '客服退单统计表'],
  department: ['Customer service', '客服部'],
  columns: [
    column('seq', c.seq, 5, 'centre'),
    column('submittedOn', ['Submitted on', '提交日期'], 12, 'centre'),
    column('refundSheetNo', c.refundSheetNo, 13),
    column('orderNo', c.orderNo, 12),
    column('contact', c.contact, 12),
    column('bank', ['Bank', '开户行'], 12),
    column('amount', c.amount, 10, 'right'),
    column('submitter', c.submitter, 10),
    column('toTechAt', ['To technical at', '提交技术部时间'], 16, 'centre'),
    column('toFinanceAt', ['To finance at', '提交财务时间'], 16, 'centre'),
    column('financeRepliedAt', ['Finance replied at', '财务反馈时间'], 16, 'centre'),
    column('customerToldAt', ['Customer told at', '反馈用户时间'], 16, 'centre'),
    column('remark', c.remark, 14),
  ],
  amountAt: 6,
  row: (row) => [
    ...firstCells(row),
    ofCase(row.caseId, row.contact, 'phone'),
    bankOf(row),
    money(row.amount, row.currency),
    staff(row.submitter),
    orNothing(row.toTechAt, instant),
    orNothing(row.toFinanceAt, instant),
    orNothing(row.financeRepliedAt, instant),
    orNothing(row.customerToldAt, instant),
    remarkOf(row),
  ],
}

const financeTable: LedgerTable<FinanceRow> = {
  title: ['Finance refund ledger', '财务退单统计表'],
  department: ['Finance', '财务部'],
  columns: [
    column('seq', c.seq, 5, 'centre'),
    column('submittedOn', ['Submitted on', '提交日期'], 12, 'centre'),
    column('refundSheetNo', c.refundSheetNo, 13),
    column('orderNo', c.orderNo, 12),
    column('bank', ['Bank', '开户行'], 12),
    column('amount', c.amount, 10, 'right'),
    column('submitter', c.submitter, 10),
    column('cashierCheck', ['Cashier check', '出纳核实'], 18),
    column('accountantReview', ['Accountant review', '会计复核'], 18),
    column('directorReview', ['Director review', '财务总监审核'], 18),
    column('toldCs', ['Customer service told', '反馈客服'], 16, 'centre'),
    column('remark', c.remark, 14),
  ],
  amountAt: 5,
  row: (row) => [
    ...firstCells(row),
    bankOf(row),
    money(row.amount, row.currency),
    staff(row.submitter),
    orNothing(row.cashierCheck, doneBy),
    orNothing(row.accountantReview, doneBy),
    orNothing(row.directorReview, doneBy),
    orNothing(row.toldCs, instant),
    remarkOf(row),
  ],
}

const firstCells = ({ seq, submittedOn, refundSheetNo, orderNo }: LedgerRow): Row => [
  count(seq),
  date(submittedOn),
  text(refundSheetNo),
  orNothing(orderNo, text),
]

/** 备注: what is unusual about the row, and which row it takes back. */
const remarkOf = ({ remark, reverses }: LedgerRow): Value =>
  several('clauses', [
    ...remark.map((it) => says(remarkLabels[it])),
    orNothing(reverses, ({ month, seq }) => says([`takes back ${month} no. ${seq}`, `冲减${month}第${seq}号`])),
  ])

const ledgerForm = <R extends LedgerRow>(
  ledger: Ledger<R>,
  { title, department, columns, amountAt, row }: LedgerTable<R>,
  rows: Iterable<R> | AsyncIterable<R>,
): Form => ({
  kind: ledger.department === 'finance' ? 'financeLedger' : 'customerServiceLedger',
  title,
  number: field('no', c.number, text(ledger.no)),
  head: [
    field('department', ['Department', '部门'], says(department)),
    field('month', ['Month', '月份'], text(ledger.month)),
    field('preparer', ['Prepared by', '制表人'], orNothing(ledger.preparer, staff)),
    field('preparedOn', ['Prepared on', '制表日期'], orNothing(ledger.preparedOn, filledDate)),
  ],
  parts: [
    {
      part: 'table',
      name: 'rows',
      main: true,
      columns,
      rows: rowsOf(rows, row),
      totals: () => totalRows(ledger.totals, columns.length, amountAt),
      atLeast: 9,
    },
    ...payableParts(ledger.refundsPayable),
  ],
  foot: [field('approver', ['Approved by', '审批人'], orNothing(ledger.approver, staff))],
  page: 'landscape',
  zone: ledger.timeZone,
})

/** Gone through anew each time the form is printed. */
const rowsOf = <R>(rows: Iterable<R> | AsyncIterable<R>, row: (row: R) => Row): AsyncIterable<Row> => ({
  [Symbol.asyncIterator]: async function* () {
    for await (const each of rows) yield row(each)
  },
})

/** 应付退款: what was owed at the beginning of the month, what moved, and what is owed at its end. */
const payableParts = (payable: ReadonlyArray<RefundsPayable>): ReadonlyArray<Part> =>
  payable.length === 0
    ? []
    : [
        {
          part: 'table',
          name: 'refundsPayable',
          label: ['Refunds payable', '应付退款'],
          columns: [
            column('currency', c.currency, 8, 'centre'),
            column('opening', ['Opening', '期初余额'], 12, 'right'),
            column('approved', ['Approved', '审批通过'], 12, 'right'),
            column('voided', ['Voided', '审批作废'], 12, 'right'),
            column('started', ['Payments started', '发起付款'], 12, 'right'),
            column('failed', ['Payments failed', '付款失败'], 12, 'right'),
            column('reversed', ['Payments returned', '退票'], 12, 'right'),
            column('closing', ['Closing', '期末余额'], 12, 'right'),
          ],
          rows: payable.map((it) => [
            text(it.currency),
            ...[it.opening, it.approved, it.voided, it.started, it.failed, it.reversed, it.closing].map((minor) =>
              money(minor, it.currency),
            ),
          ]),
        },
      ]
