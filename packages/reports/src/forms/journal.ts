import type { CaseBalances, JournalEntry, Posting, TimeZone } from '@refund-case/core'
import { blank, count, instant, money, staff, term, text, type Form, type Row, type Value } from '../document/index.js'
import { column } from './case-fields.js'
import { fieldLabels as c } from './words/fields.js'

const columns = [
  column('seq', c.seq, 6, 'centre'),
  column('at', c.time, 16, 'centre'),
  column('documentNo', c.documentNo, 12),
  column('event', ['Event', '事项'], 16),
  column('by', ['By', '经办人'], 10),
  column('account', ['Account', '科目'], 22),
  column('currency', c.currency, 8, 'centre'),
  column('debit', ['Debit', '借方'], 12, 'right'),
  column('credit', ['Credit', '贷方'], 12, 'right'),
]

const side = ({ side: on, amount }: Posting, currency: string): readonly [debit: Value, credit: Value] =>
  on === 'debit' ? [money(amount, currency), blank] : [blank, money(amount, currency)]

const linesOf = (entry: JournalEntry): ReadonlyArray<Row> =>
  entry.postings.map((posting) => [
    count(entry.seq),
    instant(entry.at),
    text(entry.documentNo),
    term('event', entry.event),
    staff(entry.by),
    term('ledgerAccount', posting.account),
    text(entry.currency),
    ...side(posting, entry.currency),
  ])

/** Gone through anew each time the form is printed. */
const rowsOf = (entries: Iterable<JournalEntry> | AsyncIterable<JournalEntry>): AsyncIterable<Row> => ({
  [Symbol.asyncIterator]: async function* () {
    for await (const entry of entries) yield* linesOf(entry)
  },
})

/** 凭证明细: what every event posted, and what then stands on the accounts of the cases where anything does. */
export const journalForm = (
  entries: Iterable<JournalEntry> | AsyncIterable<JournalEntry>,
  balances: ReadonlyArray<CaseBalances>,
  zone: TimeZone,
): Form => ({
  kind: 'journal',
  title: ['Journal', '记账凭证明细'],
  head: [],
  parts: [
    { part: 'table', name: 'rows', main: true, columns, rows: rowsOf(entries) },
    {
      part: 'table',
      name: 'balances',
      label: ['Balances of cases', '退单余额'],
      columns: [
        column('documentNo', c.documentNo, 12),
        column('currency', c.currency, 8, 'centre'),
        column('refundsPayable', ['Refunds payable', '应付退款'], 14, 'right'),
        column('channelClearing', ['Channel clearing', '渠道清算'], 14, 'right'),
      ],
      rows: balances
        .filter(({ refundsPayable, channelClearing }) => refundsPayable !== 0 || channelClearing !== 0)
        .map(({ documentNo, currency, refundsPayable, channelClearing }) => [
          text(documentNo),
          text(currency),
          money(refundsPayable, currency),
          money(channelClearing, currency),
        ]),
    },
  ],
  foot: [],
  page: 'landscape',
  zone,
})
