import type { BadLine, BankLine, OurPayment, Reconciliation, TimeZone } from '@refund-case/core'
import { blank, count, date, money, nothing, says, text, type Form, type Label, type Row } from '../document/index.js'
import { column, field, orNothing } from './case-fields.js'
import { totalRows } from './totals.js'
import { fieldLabels as c } from './words/fields.js'
import { badLineLabels } from './words/outcomes.js'

type Group = 'matched' | 'onlyOurs' | 'onlyTheirs' | 'ambiguous'

const groups: { readonly [G in Group]: Label } = {
  matched: ['matched', '已核对'],
  onlyOurs: ['only in our books', '仅本方有'],
  onlyTheirs: ['only at the bank', '仅银行有'],
  ambiguous: ['ambiguous', '待人工确认'],
}

const matchedBy = {
  matchedBefore: ['matched before', '此前已核对'],
  reference: ['by reference', '按流水号'],
  amountAndDate: ['by amount and date', '按金额和日期'],
} as const satisfies { readonly [by: string]: Label }

const columns = [
  column('result', c.result, 14),
  column('refundSheetNo', c.refundSheetNo, 13),
  column('currency', c.currency, 8, 'centre'),
  column('amount', ['Our amount', '本方金额'], 11, 'right'),
  column('date', ['Our date', '本方日期'], 10, 'centre'),
  column('reference', ['Our reference', '本方流水号'], 14),
  column('voucherNo', c.voucherNo, 12),
  column('lineNo', ['Bank line', '银行行号'], 8, 'right'),
  column('bankAmount', ['Bank amount', '银行金额'], 11, 'right'),
  column('bankDate', ['Bank date', '银行日期'], 10, 'centre'),
  column('lineReference', ['Bank reference', '银行流水号'], 16),
  column('remark', c.remark, 14),
]

const ours = (payment: OurPayment | undefined): Row =>
  payment === undefined
    ? [nothing, blank, nothing, nothing, nothing, nothing]
    : [
        text(payment.documentNo),
        text(payment.currency),
        money(payment.amount, payment.currency),
        date(payment.date),
        text(payment.reference),
        text(payment.voucherNo),
      ]

const theirs = (line: BankLine | undefined): Row =>
  line === undefined
    ? [nothing, nothing, nothing, nothing]
    : [count(line.lineNo), money(line.amount, line.currency), date(line.date), text(line.lineReference)]

/** 退款流水核对: the cashier's bank lines against what is recorded as paid; every payment and every line once (rule 12). */
export const reconciliationForm = (reconciliation: Reconciliation, zone: TimeZone): Form => {
  const { matched, onlyOurs, onlyTheirs, ambiguous, badLines, totals } = reconciliation
  const rows: ReadonlyArray<Row> = [
    ...onlyOurs.map((payment) => [says(groups.onlyOurs), ...ours(payment), ...theirs(undefined), blank]),
    ...onlyTheirs.map((line) => [says(groups.onlyTheirs), ...ours(undefined), ...theirs(line), blank]),
    ...ambiguous.flatMap(({ payments, lines }, index) => {
      const set = says([`set ${index + 1}`, `第${index + 1}组`])
      return [
        ...payments.map((payment) => [says(groups.ambiguous), ...ours(payment), ...theirs(undefined), set]),
        ...lines.map((line) => [says(groups.ambiguous), ...ours(undefined), ...theirs(line), set]),
      ]
    }),
    ...matched.map(({ payment, line, by }) => [
      says(groups.matched),
      ...ours(payment),
      ...theirs(line),
      says(matchedBy[by]),
    ]),
  ]
  return {
    kind: 'reconciliation',
    title: ['Reconciliation with the bank lines', '退款流水核对表'],
    head: [
      field('matched', groups.matched, count(matched.length)),
      field('onlyOurs', groups.onlyOurs, count(onlyOurs.length)),
      field('onlyTheirs', groups.onlyTheirs, count(onlyTheirs.length)),
      field('ambiguous', groups.ambiguous, count(ambiguous.length)),
      field('badLines', ['unreadable lines', '无法读取的行'], count(badLines.length)),
    ],
    parts: [
      {
        part: 'table',
        name: 'rows',
        main: true,
        columns,
        rows,
        totals: () => [
          ...totalRows(totals.matched, columns.length, 3, groups.matched),
          ...totalRows(totals.onlyOurs, columns.length, 3, groups.onlyOurs),
          ...totalRows(totals.onlyTheirs, columns.length, 8, groups.onlyTheirs),
        ],
      },
      {
        part: 'table',
        name: 'badLines',
        label: ['Lines that could not be read', '无法读取的行'],
        columns: [
          column('lineNo', ['Line', '行号'], 8, 'right'),
          column('column', ['Column', '列'], 20),
          column('reason', ['Why', '原因'], 40),
        ],
        rows: badLines.map(badLineRow),
      },
    ],
    foot: [],
    page: 'landscape',
    zone,
  }
}

const badLineRow = ({ lineNo, column: name, reason }: BadLine): Row => [
  count(lineNo),
  orNothing(name, text),
  says(badLineLabels[reason]),
]
