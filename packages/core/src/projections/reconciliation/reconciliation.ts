import type { LocalDate } from '../../calendar/index.js'
import type { Total } from '../case-rows/index.js'
import type { BadLine, BankLine } from './bank-line.js'

/** A payment, or one that came back, as the case has it. */
export interface OurPayment {
  readonly caseId: string
  readonly documentNo: string
  readonly kind: 'paid' | 'reversed'
  readonly attempt: number
  readonly reference: string
  readonly voucherNo: string
  /** The day it was recorded. */
  readonly date: LocalDate
  /** Minor units of `currency`; below zero for one that came back. */
  readonly amount: number
  readonly currency: string
  /** The bank's line that was matched with it before. */
  readonly bankLine: string | null
}

/** One payment and its one line (rule 12). */
export interface MatchedPayment {
  readonly payment: OurPayment
  readonly line: BankLine
  /** What told that they belong together. */
  readonly by: 'matchedBefore' | 'reference' | 'amountAndDate'
}

/** Payments and lines of which each could be the other's: a person decides. */
export interface AmbiguousMatch {
  readonly payments: ReadonlyArray<OurPayment>
  readonly lines: ReadonlyArray<BankLine>
}

/** 退款流水 against Paid: every payment and every line stands in exactly one of the lists. */
export interface Reconciliation {
  readonly matched: ReadonlyArray<MatchedPayment>
  readonly onlyOurs: ReadonlyArray<OurPayment>
  readonly onlyTheirs: ReadonlyArray<BankLine>
  readonly ambiguous: ReadonlyArray<AmbiguousMatch>
  /** Lines that could not be read, each by its number. */
  readonly badLines: ReadonlyArray<BadLine>
  readonly totals: {
    readonly matched: ReadonlyArray<Total>
    readonly onlyOurs: ReadonlyArray<Total>
    readonly onlyTheirs: ReadonlyArray<Total>
  }
}
