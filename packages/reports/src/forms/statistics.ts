import { caseOutcomes, type Figures, type Period, type PeriodStatistics, type TimeZone } from '@refund-case/core'
import {
  count,
  money,
  nothing,
  says,
  term,
  text,
  type Form,
  type Label,
  type Part,
  type Row,
  type Value,
} from '../document/index.js'
import { column, field } from './case-fields.js'
import { durationTable, medianToPaid, satisfactionAverage, successShare } from './statistics-figures.js'
import { fieldLabels as c } from './words/fields.js'
import { caseOutcomeLabels } from './words/outcomes.js'

const periodText = (period: Period): string =>
  period.kind === 'month' ? period.month : `${period.year} Q${period.quarter}`

/** 退款统计 of a month or a quarter: counts, amounts, reasons, success rate, durations, and by route, channel and product. */
export const statisticsForm = (statistics: PeriodStatistics, zone: TimeZone): Form => {
  const { all } = statistics
  return {
    kind: 'statistics',
    title: ['Refund statistics', '退款统计'],
    head: [
      field('period', ['Period', '统计期间'], text(periodText(statistics.period))),
      field('requests', ['Requests', '退款申请'], count(all.requests)),
      field('successRate', ['Success rate', '退款成功率'], successShare(all)),
      field('payments', ['Payments', '付款笔数'], count(all.payments)),
      field('reversals', ['Returned payments', '退票笔数'], count(all.reversals)),
      field('disputes', ['Disputes', '争议'], count(all.disputes)),
      field('satisfaction', ['Satisfaction', '满意度'], satisfactionAverage(all)),
    ],
    parts: [
      moneyPart(all),
      outcomesPart(all),
      outcomesChart(all),
      reasonsPart(all),
      reasonsChart(all),
      durationTable(all),
      groupPart('byRoute', c.route, statistics.byRoute, ({ route }) => term('route', route)),
      groupPart('byChannel', ['Channel', '受理渠道'], statistics.byChannel, ({ channel }) => term('channel', channel)),
      groupPart('byProduct', ['Product', '商品'], statistics.byProduct, ({ sku }) => text(sku)),
      satisfactionPart(all),
    ],
    foot: [],
    page: 'portrait',
    zone,
  }
}

const moneyPart = ({ money: sums }: Figures): Part => ({
  part: 'table',
  name: 'money',
  label: ['Amounts', '退款金额'],
  columns: [
    column('currency', c.currency, 10, 'centre'),
    column('claimed', ['Asked for', '申请金额'], 16, 'right'),
    column('paid', ['Paid', '付款金额'], 16, 'right'),
    column('reversed', ['Returned', '退票金额'], 16, 'right'),
  ],
  rows: sums.map(({ currency, claimed, paid, reversed }) => [
    text(currency),
    money(claimed, currency),
    money(paid, currency),
    money(reversed, currency),
  ]),
})

const countColumns = (label: Label) => [column('what', label, 40), column('count', ['Cases', '单数'], 12, 'right')]

const outcomesPart = ({ outcomes }: Figures): Part => ({
  part: 'table',
  name: 'outcomes',
  label: ['What became of the requests', '处理结果'],
  columns: countColumns(c.result),
  rows: caseOutcomes
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome): Row => [says(caseOutcomeLabels[outcome]), count(outcomes[outcome])]),
})

const outcomesChart = ({ outcomes }: Figures): Part => ({
  part: 'chart',
  name: 'outcomesChart',
  label: ['What became of the requests', '处理结果'],
  bars: caseOutcomes
    .filter((outcome) => outcomes[outcome] > 0)
    .map((outcome) => ({
      label: says(caseOutcomeLabels[outcome]),
      size: outcomes[outcome],
      value: count(outcomes[outcome]),
    })),
})

const reasonsPart = ({ reasons }: Figures): Part => ({
  part: 'table',
  name: 'reasons',
  label: ['Reasons', '退款原因'],
  columns: countColumns(c.reason),
  rows: reasons.map(({ reason, count: cases }) => [term('reason', reason), count(cases)]),
})

const reasonsChart = ({ reasons }: Figures): Part => ({
  part: 'chart',
  name: 'reasonsChart',
  label: ['Reasons', '退款原因'],
  bars: reasons.map(({ reason, count: cases }) => ({
    label: term('reason', reason),
    size: cases,
    value: count(cases),
  })),
})

/** A row for each group and currency: its counts, its money, how often it succeeded. */
const groupPart = <Group extends { readonly figures: Figures }>(
  name: string,
  label: Label,
  groups: ReadonlyArray<Group>,
  named: (group: Group) => Value,
): Part => ({
  part: 'table',
  name,
  label: [`By ${label[0].toLowerCase()}`, `按${label[1]}`],
  columns: [
    column('group', label, 26),
    column('requests', ['Requests', '申请'], 8, 'right'),
    column('successRate', ['Success', '成功率'], 9, 'right'),
    column('medianToPaid', ['Median to paid', '退款时长中位数'], 14, 'right'),
    column('currency', c.currency, 8, 'centre'),
    column('paid', ['Paid', '付款金额'], 14, 'right'),
  ],
  rows: groups.flatMap((group): ReadonlyArray<Row> => {
    const { figures } = group
    const row = (currency: Value, paid: Value): Row => [
      named(group),
      count(figures.requests),
      successShare(figures),
      medianToPaid(figures),
      currency,
      paid,
    ]
    return figures.money.length === 0
      ? [row(nothing, nothing)]
      : figures.money.map(({ currency, paid }) => row(text(currency), money(paid, currency)))
  }),
})

const satisfactionPart = ({ satisfaction }: Figures): Part => ({
  part: 'chart',
  name: 'satisfaction',
  label: ['Satisfaction, 1 to 5', '满意度（1–5分）'],
  bars:
    satisfaction.count === 0
      ? []
      : satisfaction.scores.map((answers, index) => ({
          label: text(String(index + 1)),
          size: answers,
          value: count(answers),
        })),
})
