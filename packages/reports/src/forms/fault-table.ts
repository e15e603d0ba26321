import type { DailyFaultTable, FaultTableCount } from '@refund-case/core'
import {
  count,
  date,
  instant,
  money,
  nothing,
  says,
  term,
  text,
  type Form,
  type Part,
  type Row,
  type Value,
} from '../document/index.js'
import { amountOfCase, bankOf, column, field, mobileOf, ofCase, orNothing } from './case-fields.js'
import { fieldLabels as c } from './words/fields.js'
import { financeClassLabels, resultLabels, shiftLabel } from './words/outcomes.js'

const columns = [
  column('seq', c.seq, 5, 'centre'),
  column('documentNo', c.documentNo, 13),
  column('orderNo', c.orderNo, 12),
  column('mobile', c.mobile, 12),
  column('amount', c.amount, 10, 'right'),
  column('bank', c.bank, 12),
  column('cause', ['Cause', '事件原因'], 14),
  column('faultSymptom', ['Fault symptom', '故障现象'], 20),
  column('shift', c.shift, 8),
  column('financeClass', ['Class', '订单分类'], 16),
  column('result', c.result, 10),
  column('returnedReason', c.returnedReason, 18),
  column('at', c.time, 16, 'centre'),
  column('late', c.remark, 10),
]

/** F5 故障统计表: what finance made of the cases of one desk in the shifts of one day (HS6–HS8). */
export const faultTableForm = (table: DailyFaultTable): Form => ({
  kind: 'dailyFaultTable',
  title: ['Daily fault table', '故障统计表'],
  head: [field('desk', c.desk, text(table.desk)), field('date', c.date, date(table.date))],
  parts: [
    {
      part: 'table',
      name: 'rows',
      main: true,
      columns,
      rows: table.rows.map((row): Row => [
        count(row.seq),
        text(row.documentNo),
        orNothing(row.orderNo, text),
        mobileOf(row),
        amountOfCase(row),
        bankOf(row),
        term('reason', row.cause),
        ofCase(row.caseId, row.faultSymptom, 'text'),
        says(shiftLabel(row.shift)),
        says(financeClassLabels[row.financeClass]),
        orNothing(row.result, (result) => says(resultLabels[result])),
        ofCase(row.caseId, row.returnedReason, 'text'),
        instant(row.at),
        orNothing(row.late ? true : null, () => says(c.isLate)),
      ]),
    },
    countsPart(table.counts),
  ],
  foot: [],
  page: 'landscape',
  zone: table.timeZone,
})

const countsPart = (counts: ReadonlyArray<FaultTableCount>): Part => ({
  part: 'table',
  name: 'counts',
  label: ['By class', '分类汇总'],
  columns: [
    column('financeClass', ['Class', '订单分类'], 30),
    column('cases', ['Cases', '单数'], 10, 'right'),
    column('currency', c.currency, 8, 'centre'),
    column('amount', c.amount, 12, 'right'),
  ],
  rows: counts.flatMap(({ financeClass, cases, totals }): ReadonlyArray<Row> => {
    const row = (currency: Value, sum: Value): Row => [
      says(financeClassLabels[financeClass]),
      count(cases),
      currency,
      sum,
    ]
    return totals.length === 0
      ? [row(nothing, nothing)]
      : totals.map(({ currency, amount }) => row(text(currency), money(amount, currency)))
  }),
})
