import { addMonths, YearMonth, type TimeZone } from '../../calendar/index.js'
import { accountKind } from '../../order-account/index.js'
import { caseKind } from '../../refund-case/index.js'
import { Channel, Route } from '../../vocabulary/index.js'
import { reading, type Projection } from '../runner/index.js'
import { figuresOf, type Cell } from './cell.js'
import type { Figures, Period, PeriodStatistics, RefundStatistics } from './figures.js'
import { groupOf, statisticsBook, type SavedStatistics, type StatisticsBook } from './statistics-book.js'

/** Whose months are meant: of this time zone (default Asia/Shanghai). */
export interface StatisticsSettings {
  readonly timeZone?: TimeZone
}

/** The statistics of a shop by month and quarter, over all cases and by route, channel and product. */
export const refundStatistics = ({ timeZone = 'Asia/Shanghai' }: StatisticsSettings = {}): Projection<
  RefundStatistics,
  SavedStatistics
> => ({
  name: `refundStatistics ${timeZone}`,
  version: 1,
  begin: (saved) => {
    const book = statisticsBook(timeZone, saved)
    return {
      reads: [
        reading(
          accountKind,
          (event, { stream }) => {
            if (event.type === 'OrderRecorded') book.takeOrder(stream, event.data.lines.map(productLine))
            return undefined
          },
          ['OrderRecorded'],
        ),
        reading(
          caseKind,
          (event, { stream }) => {
            book.takeCase(event, stream)
            return undefined
          },
          counted,
        ),
      ],
      view: viewOf(book),
      save: book.save,
    }
  },
})

const productLine = ({ lineNo, sku, quantity, net }: SavedLine): SavedLine => ({ lineNo, sku, quantity, net })
type SavedLine = Parameters<StatisticsBook['takeOrder']>[1][number]

const counted = [
  'Requested',
  'Reviewed',
  'RouteChanged',
  'AmountAdjusted',
  'Withdrawn',
  'AlternativeAccepted',
  'FundsChecked',
  'Disputed',
  'Ruled',
  'Paid',
  'PaymentReversed',
  'FeedbackGiven',
  'Closed',
  'Reopened',
] as const

/** The months of a period; none where its year is none. */
const monthsIn = (period: Period): ReadonlyArray<YearMonth> => {
  if (period.kind === 'month') return [period.month]
  const first = `${String(period.year).padStart(4, '0')}-${String(period.quarter * 3 - 2).padStart(2, '0')}`
  return YearMonth.is(first) ? [first, addMonths(first, 1), addMonths(first, 2)] : []
}

const viewOf = ({ cells }: StatisticsBook): RefundStatistics => {
  const figuresIn = (group: string, months: ReadonlyArray<YearMonth>): Figures =>
    figuresOf(months.flatMap((month) => cellIn(group, month)))
  const cellIn = (group: string, month: YearMonth): ReadonlyArray<Cell> => {
    const cell = cells.get(group)?.get(month)
    return cell === undefined ? [] : [cell]
  }
  const skus = () =>
    [...cells.keys()].flatMap((group) => (group.startsWith(PRODUCT) ? [group.slice(PRODUCT.length)] : []))

  return {
    months: () =>
      [...(cells.get(groupOf.all)?.entries() ?? [])]
        .flatMap(([month, cell]) => (happened(figuresOf([cell])) ? [month] : []))
        .toSorted(),
    of: (period): PeriodStatistics => {
      const months = monthsIn(period)
      return {
        period,
        all: figuresIn(groupOf.all, months),
        byRoute: routes
          .map((route) => ({ route, figures: figuresIn(groupOf.route(route), months) }))
          .filter(({ figures }) => happened(figures))
          .toSorted(mostFirst(({ route }) => route)),
        byChannel: channels
          .map((channel) => ({ channel, figures: figuresIn(groupOf.channel(channel), months) }))
          .filter(({ figures }) => happened(figures))
          .toSorted(mostFirst(({ channel }) => channel)),
        byProduct: skus()
          .map((sku) => ({ sku, figures: figuresIn(groupOf.product(sku), months) }))
          .filter(({ figures }) => happened(figures))
          .toSorted(mostFirst(({ sku }) => sku)),
      }
    },
  }
}

/** Whether there is anything to say of it. */
const happened = ({ requests, payments, reversals, disputes, toReview, satisfaction }: Figures): boolean =>
  requests + payments + reversals + disputes + toReview.count + satisfaction.count > 0

const PRODUCT = groupOf.product('')
const routes = Object.keys(Route.keys).filter(Route.is)
const channels = Object.keys(Channel.keys).filter(Channel.is)

const mostFirst =
  <T extends { readonly figures: Figures }>(nameOf: (entry: T) => string) =>
  (a: T, b: T): number =>
    b.figures.requests - a.figures.requests || (nameOf(a) < nameOf(b) ? -1 : 1)
