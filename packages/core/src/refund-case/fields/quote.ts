import * as t from 'io-ts'
import { Amounts } from '../../money/amounts.js'
import { Count, MinorUnits, Positive, Reference, words } from '../../vocabulary/index.js'
import { shape } from './shape.js'

/** What may be taken off a refund (AM3, SH5). */
export const DeductionReason = words(
  'DeductionReason',
  'promotionLost',
  'causedByCustomer',
  'transportAndHandling',
  'refundFee',
  'damagedInReturn',
  'claimedLess',
  'partlyRejected',
  'agreed',
)
export type DeductionReason = t.TypeOf<typeof DeductionReason>

/** A deduction from the goods money of a line, or of the first lines that have it. Minor units. */
export const Deduction = shape({ reason: DeductionReason, amount: MinorUnits }, { lineNo: Positive })
export type Deduction = t.TypeOf<typeof Deduction>

const TermKind = words(
  'TermKind',
  'units',
  'claim',
  'deduction',
  'outboundFreight',
  'returnFreight',
  'compensation',
  'chargedFunds',
  'priceDifference',
  'ruled',
  'statutory',
)

/**
 * One line of a quote's derivation: what it adds (or, a deduction, takes off) and the numbers that went in, so that it
 * can be recomputed by hand. `rule` is a section of the model, `clause` the policy's source.
 */
export const QuoteTerm = shape(
  {
    kind: TermKind,
    component: t.keyof({
      goods: null,
      freight: null,
      compensation: null,
      freightCompensation: null,
      statutory: null,
      funds: null,
    }),
    amount: MinorUnits,
    deducts: t.boolean,
    rule: Reference,
    clause: Reference,
    numbers: t.readonly(t.record(t.string, Count)),
  },
  { lineNo: Positive, reason: DeductionReason },
)
export type QuoteTerm = t.TypeOf<typeof QuoteTerm>

/** The goods money of one line. */
const QuotedLine = t.readonly(t.strict({ lineNo: Positive, amount: MinorUnits }), 'QuotedLine')

/** What a case is to pay, by component and with its derivation: the terms add up to the amounts. */
export const Quote = t.readonly(
  t.strict({ amounts: Amounts, goods: t.readonlyArray(QuotedLine), terms: t.readonlyArray(QuoteTerm) }),
  'Quote',
)
export type Quote = t.TypeOf<typeof Quote>
