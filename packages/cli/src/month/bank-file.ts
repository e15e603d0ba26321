import { formatAmount, reconcile, parseBankLines, type OurPayment, type Reconciliation } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'

const header = ['lineReference', 'date', 'amount', 'paymentReference'] as const

/** What a bank might send of these payments: two it forgot, one it knows alone, and one line that nobody can read. */
const rowsOf = (payments: ReadonlyArray<OurPayment>): ReadonlyArray<ReadonlyArray<string>> => [
  header,
  ...payments.slice(2).map(({ amount, currency, date, reference, documentNo, attempt, bankLine }) => {
    const decimal = formatAmount(amount, currency)
    return [bankLine ?? `BL-${documentNo}-${attempt}`, date, isLeft(decimal) ? '' : decimal.right, reference]
  }),
  ['BL-unknown', payments[0]?.date ?? '2026-06-01', '8.80', ''],
  ['BL-unreadable', 'yesterday', '1.00', ''],
]

/** The file as text, and what comes of holding it against the payments. */
export const madeUpBankFile = (
  payments: ReadonlyArray<OurPayment>,
): { readonly text: string; readonly reconciliation: Reconciliation } => {
  const rows = rowsOf(payments)
  const lines = parseBankLines(
    rows.map((cells, index) => ({ lineNo: index + 1, cells })),
    {
      hasHead: true,
      columns: { lineReference: 'lineReference', date: 'date', amount: 'amount', paymentReference: 'paymentReference' },
      dateFormat: 'yyyy-MM-dd',
      decimalMark: '.',
      outgoing: 'positive',
      currency: 'CNY',
    },
  )
  return { text: rows.map((cells) => `${cells.join(',')}\r\n`).join(''), reconciliation: reconcile(payments, lines) }
}
