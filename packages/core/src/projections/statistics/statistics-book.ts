import { millisBetween, type Instant, type TimeZone, type YearMonth } from '../../calendar/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import { amountOf } from '../../money/amounts.js'
import type { CaseEvent, CaseEventOf } from '../../refund-case/index.js'
import { caseIdOf } from '../case-rows/case-card.js'
import { goOn, newCourse, outcomeOf, sumOf } from './case-course.js'
import { emptyCell, moneyIn, type Cell } from './cell.js'
import { productsOf, sharesOf, type CountedCase, type ProductLine } from './counted-case.js'
import { addDuration } from './durations.js'
import { monthFinder } from './month-finder.js'

/** What is kept of the statistics, a record each. */
export type SavedStatistics =
  | { readonly kind: 'order'; readonly accountId: string; readonly lines: ReadonlyArray<ProductLine> }
  | { readonly kind: 'case'; readonly stream: StreamName; readonly counted: CountedCase }
  | { readonly kind: 'cell'; readonly group: string; readonly month: YearMonth; readonly cell: Cell }

/** Which group a figure belongs to: all, or those of one route, channel or product. */
export const groupOf = {
  all: 'all',
  route: (route: string): string => `route ${route}`,
  channel: (channel: string): string => `channel ${channel}`,
  product: (sku: string): string => `product ${sku}`,
}

export interface StatisticsBook {
  /** By group, then by month. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<YearMonth, Cell>>
  readonly takeOrder: (stream: StreamName, lines: ReadonlyArray<ProductLine>) => void
  readonly takeCase: (event: Stored<CaseEvent>, stream: StreamName) => void
  readonly save: () => Iterable<SavedStatistics>
}

type Requested = Stored<CaseEventOf<'Requested'>>

export const statisticsBook = (zone: TimeZone, saved: Iterable<SavedStatistics> = []): StatisticsBook => {
  const monthIn = monthFinder(zone)
  const orders = new Map<string, ReadonlyArray<ProductLine>>()
  const cases = new Map<StreamName, CountedCase>()
  const cells = new Map<string, Map<YearMonth, Cell>>()

  for (const record of saved) {
    if (record.kind === 'order') orders.set(record.accountId, record.lines)
    else if (record.kind === 'case') cases.set(record.stream, record.counted)
    else monthsOf(cells, record.group).set(record.month, record.cell)
  }

  const cellOf = (group: string, month: YearMonth): Cell => {
    const months = monthsOf(cells, group)
    const known = months.get(month)
    if (known !== undefined) return known
    const cell = emptyCell()
    months.set(month, cell)
    return cell
  }

  const eachGroup = (counted: CountedCase, month: YearMonth, count: (cell: Cell) => void): void => {
    count(cellOf(groupOf.all, month))
    count(cellOf(groupOf.route(counted.route), month))
    count(cellOf(groupOf.channel(counted.channel), month))
    for (const { sku } of counted.products) count(cellOf(groupOf.product(sku), month))
  }

  /** Counts the request, and what became of it, in its groups; or, with −1, takes it out of them. */
  const countRequest = (counted: CountedCase, by: 1 | -1): void => {
    eachGroup(counted, counted.month, (cell) => {
      cell.requests += by
      cell.outcomes[counted.outcome] += by
      cell.reasons[counted.reason] = (cell.reasons[counted.reason] ?? 0) + by
    })
    for (const group of moneyGroups(counted))
      moneyIn(cellOf(group, counted.month), counted.currency).claimed += by * counted.claimed
    for (const [sku, amount] of sharesOf(counted.products, counted.claimedGoods))
      moneyIn(cellOf(groupOf.product(sku), counted.month), counted.currency).claimed += by * amount
  }

  const countMoney = (
    counted: CountedCase,
    month: YearMonth,
    way: 'paid' | 'reversed',
    amount: number,
    shares: CountedCase['shares'][string],
  ): void => {
    for (const group of moneyGroups(counted)) moneyIn(cellOf(group, month), counted.currency)[way] += amount
    for (const [sku, share] of shares) moneyIn(cellOf(groupOf.product(sku), month), counted.currency)[way] += share
  }

  const open = ({ data, meta }: Requested, stream: StreamName): void => {
    const bought = orders.get(data.accountId) ?? []
    const counted: CountedCase = {
      month: monthIn(meta.occurredAt),
      requestedAt: meta.occurredAt,
      reason: data.reason,
      channel: data.channel,
      currency: data.currency,
      accountId: data.accountId,
      claimed: sumOf(data.claimed),
      claimedGoods: amountOf(data.claimed, 'goods'),
      route: data.route,
      products: productsOf(bought, data.lines),
      course: newCourse(),
      outcome: 'open',
      reviewed: false,
      wasPaid: false,
      shares: {},
    }
    cases.set(stream, counted)
    countRequest(counted, 1)
  }

  /** Moves the request to other groups where the event says so. */
  const regroup = (counted: CountedCase, { type, data }: CaseEvent): void => {
    const bought = orders.get(counted.accountId) ?? []
    switch (type) {
      case 'RouteChanged': {
        countRequest(counted, -1)
        counted.route = data.to
        counted.claimed = sumOf(data.claimed)
        counted.claimedGoods = amountOf(data.claimed, 'goods')
        counted.products = productsOf(bought, data.lines, data.quote?.goods)
        countRequest(counted, 1)
        break
      }
      case 'AmountAdjusted':
        countRequest(counted, -1)
        counted.products = productsOf(bought, data.lines, data.quote.goods)
        countRequest(counted, 1)
        break
      default:
    }
  }

  const count = (counted: CountedCase, event: Stored<CaseEvent>): void => {
    const at = event.meta.occurredAt
    switch (event.type) {
      case 'Reviewed':
        if (counted.reviewed) break
        counted.reviewed = true
        eachGroup(counted, monthIn(at), (cell) => addDuration(cell.toReview, millisBetween(counted.requestedAt, at)))
        break
      case 'Disputed':
        eachGroup(counted, monthIn(at), (cell) => {
          cell.disputes++
        })
        break
      case 'FeedbackGiven':
        rate(counted, event.data.score, at)
        break
      case 'Paid':
        pay(counted, event.data, at)
        break
      case 'PaymentReversed': {
        const month = monthIn(at)
        const shares = counted.shares[event.data.attempt] ?? []
        eachGroup(counted, month, (cell) => {
          cell.reversals++
        })
        countMoney(counted, month, 'reversed', sumOf(event.data.amounts), shares)
        break
      }
      default:
    }
  }

  const rate = (counted: CountedCase, score: 1 | 2 | 3 | 4 | 5, at: Instant): void => {
    const place = placeOf[score]
    eachGroup(counted, monthIn(at), (cell) => {
      cell.scores[place]++
    })
  }

  const pay = (counted: CountedCase, { attempt, amounts }: CaseEventOf<'Paid'>['data'], at: Instant): void => {
    const month = monthIn(at)
    const shares = sharesOf(counted.products, amountOf(amounts, 'goods'))
    counted.shares[attempt] = shares
    const first = !counted.wasPaid
    counted.wasPaid = true
    eachGroup(counted, month, (cell) => {
      cell.payments++
      if (first) addDuration(cell.toPaid, millisBetween(counted.requestedAt, at))
    })
    countMoney(counted, month, 'paid', sumOf(amounts), shares)
  }

  const become = (counted: CountedCase, event: CaseEvent): void => {
    goOn(counted.course, event)
    const outcome = outcomeOf(counted.course)
    if (outcome === counted.outcome) return
    eachGroup(counted, counted.month, (cell) => {
      cell.outcomes[counted.outcome]--
      cell.outcomes[outcome]++
    })
    counted.outcome = outcome
  }

  return {
    cells,
    takeOrder: (stream, lines) => {
      orders.set(caseIdOf(stream), lines)
    },
    takeCase: (event, stream) => {
      const counted = cases.get(stream)
      if (counted === undefined) {
        if (event.type === 'Requested') open(event, stream)
        return
      }
      regroup(counted, event)
      count(counted, event)
      become(counted, event)
    },
    *save() {
      for (const [accountId, lines] of orders) yield { kind: 'order', accountId, lines }
      for (const [stream, counted] of cases) yield { kind: 'case', stream, counted }
      for (const [group, months] of cells)
        for (const [month, cell] of months) yield { kind: 'cell', group, month, cell }
    },
  }
}

const placeOf = { 1: 0, 2: 1, 3: 2, 4: 3, 5: 4 } as const

const monthsOf = (cells: Map<string, Map<YearMonth, Cell>>, group: string): Map<YearMonth, Cell> => {
  const known = cells.get(group)
  if (known !== undefined) return known
  const months = new Map<YearMonth, Cell>()
  cells.set(group, months)
  return months
}

/** Where the money of a case counts whole; of a product only its share of the goods money does. */
const moneyGroups = ({ route, channel }: CountedCase): ReadonlyArray<string> => [
  groupOf.all,
  groupOf.route(route),
  groupOf.channel(channel),
]
