import type { Breach, Deadline, Instant, QueueEntry, Role, TimeZone } from '@refund-case/core'
import {
  count,
  date,
  duration,
  instant,
  money,
  says,
  several,
  term,
  text,
  type Form,
  type Row,
  type Value,
} from '../document/index.js'
import { column, field, orNothing, termLabel } from './case-fields.js'
import { fieldLabels as c } from './words/fields.js'
import { nextActionLabels } from './words/outcomes.js'

/** When a deadline is over: a time, or the last day that is in time. */
const limitOfDeadline = (deadline: Deadline): Value =>
  several('beside', [
    deadline.inclusive ? instant(deadline.limit) : date(deadline.lastDay),
    orNothing(deadline.provisional ? true : null, () => says(['provisional', '暂定'])),
  ])

export interface QueueOf {
  readonly role: Role
  readonly entries: ReadonlyArray<QueueEntry>
}

const columns = [
  column('seq', c.seq, 5, 'centre'),
  column('refundSheetNo', c.refundSheetNo, 13),
  column('desk', c.desk, 10),
  column('route', c.route, 18),
  column('situation', ['Situation', '状态'], 14),
  column('action', ['What to do', '下一步'], 22),
  column('amount', c.amount, 10, 'right'),
  column('since', ['Since', '最近处理时间'], 16, 'centre'),
  column('deadline', ['Deadline', '期限'], 16),
  column('limit', ['Due', '截止'], 16, 'centre'),
  column('timeLeft', ['Time left', '剩余时间'], 16, 'right'),
]

/** 待办: what waits for each role at an instant, overdue first. */
export const queueForm = (queues: ReadonlyArray<QueueOf>, now: Instant, zone: TimeZone): Form => ({
  kind: 'workQueue',
  title: ['Work queue', '待办事项'],
  head: [
    field('asOf', ['As of', '截至'], instant(now)),
    field('waiting', ['Waiting', '待办'], count(queues.reduce((sum, { entries }) => sum + entries.length, 0))),
    field(
      'overdue',
      ['Overdue', '超期'],
      count(queues.reduce((sum, { entries }) => sum + entries.filter((entry) => entry.overdue).length, 0)),
    ),
  ],
  parts:
    queues.length === 0
      ? [{ part: 'table', name: 'queue', main: true, columns, rows: [] }]
      : queues.map(({ role, entries }) => ({
          part: 'table',
          name: role,
          label: termLabel('role', role),
          ...(queues.length === 1 ? { main: true as const } : {}),
          columns,
          rows: entries.map(queueRow),
        })),
  foot: [],
  page: 'landscape',
  zone,
})

const queueRow = (entry: QueueEntry, index: number): Row => [
  count(index + 1),
  text(entry.caseNo),
  text(entry.desk),
  term('route', entry.route),
  term('situation', entry.situation),
  says(nextActionLabels[entry.action]),
  money(entry.amount, entry.currency),
  instant(entry.since),
  orNothing(entry.binding, ({ rule }) => term('deadlineRule', rule)),
  orNothing(entry.binding, limitOfDeadline),
  orNothing(entry.timeLeft, duration),
]

/** Rule 21: the deadlines that were missed in a stretch of time, each once. */
export const breachesForm = (
  breaches: ReadonlyArray<Breach>,
  between: { readonly from: Instant; readonly to: Instant },
  caseNoOf: (caseId: string) => string,
  zone: TimeZone,
): Form => ({
  kind: 'breaches',
  title: ['Missed deadlines', '超期记录'],
  head: [field('from', ['From', '自'], instant(between.from)), field('to', ['Up to', '至'], instant(between.to))],
  parts: [
    {
      part: 'table',
      name: 'rows',
      main: true,
      columns: [
        column('seq', c.seq, 5, 'centre'),
        column('refundSheetNo', c.refundSheetNo, 12),
        column('deadline', ['Deadline', '期限'], 24),
        column('limit', ['Due', '截止'], 18, 'centre'),
        column('missedFrom', ['Missed from', '超期起'], 18, 'centre'),
        column('source', ['Clause', '依据'], 10),
      ],
      rows: breaches.map(({ caseId, rule, at, deadline }, index) => [
        count(index + 1),
        text(caseNoOf(caseId)),
        term('deadlineRule', rule),
        limitOfDeadline(deadline),
        instant(at),
        text(deadline.source),
      ]),
    },
  ],
  foot: [],
  page: 'portrait',
  zone,
})
