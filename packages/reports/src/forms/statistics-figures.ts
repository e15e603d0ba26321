import type { DurationFigures, Figures } from '@refund-case/core'
import {
  count,
  duration,
  nothing,
  says,
  share,
  text,
  type Label,
  type Part,
  type Row,
  type Value,
} from '../document/index.js'
import { column } from './case-fields.js'

/** How often a request succeeded; nothing where none is decided. */
export const successShare = ({ successPerMille }: Figures): Value =>
  successPerMille === null ? nothing : share(successPerMille, 1_000)

const minutes = (it: number | null): Value => (it === null ? nothing : duration(it * 60_000))

/** How long it took to pay half of them. */
export const medianToPaid = ({ toPaid }: Figures): Value => minutes(toPaid.median)

/** Of 1 to 5, with two decimals. */
export const satisfactionAverage = ({ satisfaction }: Figures): Value => {
  const { averageHundredths } = satisfaction
  return averageHundredths === null ? nothing : text((averageHundredths / 100).toFixed(2))
}

const row = (label: Label, figures: DurationFigures): Row => [
  says(label),
  count(figures.count),
  minutes(figures.median),
  minutes(figures.p90),
  minutes(figures.longest),
]

/** 退款时长: how long reviews and refunds took. */
export const durationTable = ({ toReview, toPaid }: Figures): Part => ({
  part: 'table',
  name: 'durations',
  label: ['How long it took', '处理时长'],
  columns: [
    column('what', ['From the request', '自申请起'], 26),
    column('count', ['Cases', '单数'], 10, 'right'),
    column('median', ['Median', '中位数'], 14, 'right'),
    column('p90', ['Nine in ten within', '九成不超过'], 14, 'right'),
    column('longest', ['Longest', '最长'], 14, 'right'),
  ],
  rows: [row(['to the review', '至首次审核'], toReview), row(['to the payment', '至退款完成'], toPaid)],
})
