import * as t from 'io-ts'
import { TimeZone } from '../calendar/index.js'
import { Count, Currency, Fault, Id, MinorUnits, PaymentMethod, Positive, words } from '../vocabulary/index.js'
import { ApprovalChain, PresidentStep } from './chain.js'
import { OptionalLimit, Source } from './clause.js'
import { ExcludedGoods, ReturnWindow } from './conditions.js'
import { RouteRule } from './route-rule.js'

// A stored format: PolicyPublished carries it whole, and its digest pins it. A new field is a new schema version.

const RouteTable = t.readonly(
  t.strict({
    returnRefund: RouteRule,
    unshippedRefund: RouteRule,
    interceptRefund: RouteRule,
    keepGoodsRefund: RouteRule,
    compensation: RouteRule,
    freightCompensation: RouteRule,
    paymentFault: RouteRule,
    exchangeOrRepair: RouteRule,
    enforcedRefund: RouteRule,
  }),
  'RouteTable',
)

const DeadlineClauses = t.readonly(
  t.strict({
    faultSheet: OptionalLimit,
    review: OptionalLimit,
    toFinance: OptionalLimit,
    finance: OptionalLimit,
    payment: OptionalLimit,
    toCard: OptionalLimit,
    cashierSameDay: OptionalLimit,
    exceptionReport: OptionalLimit,
    overall: OptionalLimit,
    statutoryRefund: OptionalLimit,
    /** By the level of the dispute. */
    evidence: t.readonly(
      t.strict({
        negotiation: OptionalLimit,
        platform: OptionalLimit,
        mediation: OptionalLimit,
        arbitration: OptionalLimit,
        litigation: OptionalLimit,
      }),
    ),
  }),
  'DeadlineClauses',
)

/** When outbound freight is refunded with the last goods of an order. */
const FreightRule = words('FreightRule', 'merchantOrUnshippedOnly', 'always', 'never')

/**
 * How one shop refunds, as data. A case is judged by the version that was in force when it was requested; a version is
 * never changed, only followed by another. Amounts are minor units of `currency`.
 */
export const Policy = t.readonly(
  t.strict({
    id: Id,
    version: Positive,
    currency: Currency,
    timeZone: TimeZone,
    routes: RouteTable,
    chains: t.readonlyArray(ApprovalChain),
    president: t.union([PresidentStep, t.null]),
    deadlines: DeadlineClauses,
    windows: t.readonlyArray(ReturnWindow),
    excludedGoods: t.readonlyArray(ExcludedGoods),
    freight: t.readonly(t.strict({ rule: FreightRule, source: Source })),
    /** Whose fault lets a return's freight be compensated. */
    freightCompensation: t.readonly(t.strict({ faults: t.readonlyArray(Fault), source: Source })),
    /** The share of the order's paid amount that all its compensation together may reach, in per cent. */
    compensation: t.readonly(t.strict({ percentOfPaid: Count, source: Source })),
    /** What a ruling for fraud adds: `multiplier` times the price, at least `minimum`. */
    statutory: t.readonly(t.strict({ multiplier: Count, minimum: MinorUnits, source: Source })),
    /** Besides the original channel. */
    destinations: t.readonly(t.strict({ methods: t.readonlyArray(PaymentMethod), source: Source })),
  }),
  'Policy',
)
export type Policy = t.TypeOf<typeof Policy>

/** What a case keeps of the version that judges it. */
export const PolicyPin = t.readonly(t.strict({ id: Id, version: Positive, digest: t.string }), 'PolicyPin')
export type PolicyPin = t.TypeOf<typeof PolicyPin>
