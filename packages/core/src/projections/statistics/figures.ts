import type { YearMonth } from '../../calendar/index.js'
import type { Channel, Reason, Route } from '../../vocabulary/index.js'

/** What became of a request. `disputedPaid`: paid after a dispute, which is no plain success. */
export const caseOutcomes = [
  'open',
  'paid',
  'disputedPaid',
  'declined',
  'withdrawn',
  'alternativeAccepted',
  'exchanged',
  'repaired',
  'fundsNotReceived',
  'closedUnpaid',
] as const
export type CaseOutcome = (typeof caseOutcomes)[number]

/** How long something took, over all that ended in the period: whole minutes, a begun one not counted. Exact. */
export interface DurationFigures {
  readonly count: number
  /** `null` where nothing ended. Of an even number the lower of the two in the middle. */
  readonly median: number | null
  /** The least value that nine in ten did not exceed. */
  readonly p90: number | null
  readonly longest: number | null
}

/** Minor units of one currency. */
export interface MoneyFigures {
  readonly currency: string
  /** Asked for by the requests of the period. */
  readonly claimed: number
  /** Paid in the period, and come back in it; `paid` is before what came back. */
  readonly paid: number
  readonly reversed: number
}

/** The figures of one period. Requests and what became of them count in the period they were made in. */
export interface Figures {
  readonly requests: number
  /** What became of the requests of the period so far. */
  readonly outcomes: { readonly [Outcome in CaseOutcome]: number }
  /** Paid, also after a dispute, of all that are decided; in thousandths, half up. `null` where none is. */
  readonly successPerMille: number | null
  readonly reasons: ReadonlyArray<{ readonly reason: Reason; readonly count: number }>
  readonly payments: number
  readonly reversals: number
  readonly money: ReadonlyArray<MoneyFigures>
  /** From the request to its first review. */
  readonly toReview: DurationFigures
  /** From the request to its first payment. */
  readonly toPaid: DurationFigures
  readonly disputes: number
  /** How satisfied customers said they were, in the period. */
  readonly satisfaction: {
    readonly count: number
    /** In hundredths, half up; `null` where nobody answered. */
    readonly averageHundredths: number | null
    /** How many gave 1, 2, 3, 4 and 5. */
    readonly scores: readonly [number, number, number, number, number]
  }
}

/** Figures by what was bought: money is the goods money of its lines. */
export interface ProductFigures {
  readonly sku: string
  readonly figures: Figures
}

/** A calendar month, or a quarter of the calendar year. */
export type Period =
  | { readonly kind: 'month'; readonly month: YearMonth }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: 1 | 2 | 3 | 4 }

export interface PeriodStatistics {
  readonly period: Period
  readonly all: Figures
  /** Only those that something happened in, most requests first. */
  readonly byRoute: ReadonlyArray<{ readonly route: Route; readonly figures: Figures }>
  readonly byChannel: ReadonlyArray<{ readonly channel: Channel; readonly figures: Figures }>
  readonly byProduct: ReadonlyArray<ProductFigures>
}

/** What may be asked of the statistics. */
export interface RefundStatistics {
  /** Every month that something happened in, in order. */
  readonly months: () => ReadonlyArray<YearMonth>
  readonly of: (period: Period) => PeriodStatistics
}
