// oxlint-disable oxc/no-map-spread -- it is arbitraries that are mapped, not lists
import { checkPolicy, type Policy } from '@refund-case/core'
import fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import { minorUnits } from './amounts.js'
import { limits, type PolicyLimit } from './limits.js'

export interface PolicyConstraints {
  /** Default: that of the policy varied. */
  readonly id?: string
  /** Default: that of the policy varied. */
  readonly version?: number
  /** How much is changed: one setting in so many stays as it is (default 2; 1 changes nothing). */
  readonly keep?: number
  /** Default: Shanghai, and now and then one whose clocks are changed in summer. */
  readonly timeZones?: ReadonlyArray<Policy['timeZone']>
}

type Role = Policy['chains'][number]['steps'][number]

const approvers: ReadonlyArray<Role> = [
  'cashier',
  'accountant',
  'financeDirector',
  'csLead',
  'departmentHead',
  'president',
  'customerService',
]

/** Steps of a chain, each role once; the cashier is never the last of three or more. */
const steps = fc
  .uniqueArray(fc.constantFrom(...approvers), { minLength: 1, maxLength: 4 })
  .filter((roles) => roles.length < 3 || roles.at(-1) !== 'cashier')

const clause = (arbitrary: fc.Arbitrary<PolicyLimit>) => arbitrary.map((limit) => ({ limit, source: 'varied' }))
const optional = fc.option(clause(limits()), { nil: null, freq: 4 })

const chains = (base: Policy['chains']): fc.Arbitrary<Policy['chains']> =>
  fc.tuple(
    ...base.map((chain) =>
      fc
        .record({ steps, reviewerMayApprove: fc.boolean() })
        .map((changed): Policy['chains'][number] => ({ ...chain, ...changed })),
    ),
  )

const deadlines = (base: Policy['deadlines']): fc.Arbitrary<Policy['deadlines']> =>
  fc
    .record({
      faultSheet: optional,
      review: optional,
      toFinance: optional,
      finance: optional,
      payment: optional,
      toCard: optional,
      cashierSameDay: optional,
      exceptionReport: optional,
      overall: optional,
      statutoryRefund: optional,
      evidence: fc.record({
        negotiation: optional,
        platform: optional,
        mediation: optional,
        arbitration: optional,
        litigation: optional,
      }),
    })
    .map((changed) => ({ ...base, ...changed }))

const routes = (base: Policy['routes']): fc.Arbitrary<Policy['routes']> =>
  fc
    .record({
      evidence: fc.boolean(),
      payers: fc.uniqueArray(fc.constantFrom<Role>('cashier', 'system', 'customerService', 'accountant'), {
        minLength: 1,
        maxLength: 3,
      }),
      shipped: fc.constantFrom('required' as const, 'optional' as const),
      inspected: fc.constantFrom('required' as const, 'optional' as const),
      disputed: fc.constantFrom('optional' as const, 'forbidden' as const),
    })
    .map(({ evidence, payers, shipped, inspected, disputed }) => ({
      ...base,
      keepGoodsRefund: { ...base.keepGoodsRefund, evidenceRequired: evidence },
      unshippedRefund: { ...base.unshippedRefund, payers },
      compensation: {
        ...base.compensation,
        milestones: { ...base.compensation.milestones, Disputed: disputed },
      },
      returnRefund: {
        ...base.returnRefund,
        payers,
        milestones: { ...base.returnRefund.milestones, Shipped: shipped, Inspected: inspected },
      },
    }))

const amountRules = (base: Policy) =>
  fc.record({
    president: fc.oneof(
      fc.constant(null),
      minorUnits({ max: 20_000 }).map((above) => ({ above, source: 'varied' })),
    ),
    freight: fc.record({
      rule: fc.constantFrom('merchantOrUnshippedOnly' as const, 'always' as const, 'never' as const),
      source: fc.constant('varied'),
    }),
    freightCompensation: fc.record({
      faults: fc.uniqueArray(fc.constantFrom('merchant' as const, 'carrier' as const, 'none' as const)),
      source: fc.constant('varied'),
    }),
    compensation: fc.record({ percentOfPaid: fc.integer({ min: 0, max: 130 }), source: fc.constant('varied') }),
    statutory: fc.record({
      multiplier: fc.nat(5),
      minimum: minorUnits(),
      source: fc.constant('varied'),
    }),
    destinations: fc.record({
      methods: fc.uniqueArray(fc.constantFrom('bankTransfer' as const, 'card' as const, 'alipay' as const)),
      source: fc.constant(base.destinations.source),
    }),
  })

const windows = (base: Policy['windows']): fc.Arbitrary<Policy['windows']> =>
  fc
    .record({ limit: limits(), from: fc.constantFrom('receipt' as const, 'purchase' as const) })
    .map((changed) => base.map((window) => ({ ...window, ...changed })))

/** Each part of a policy changed or kept; together they still pass `checkPolicy`. */
export const policies = (base: Policy, constraints: PolicyConstraints = {}): fc.Arbitrary<Policy> => {
  const { id = base.id, version = base.version, keep = 2 } = constraints
  const { timeZones = [base.timeZone, base.timeZone, 'UTC'] } = constraints
  const or = <T>(kept: T, changed: fc.Arbitrary<T>): fc.Arbitrary<T> =>
    fc.oneof({ arbitrary: fc.constant(kept), weight: 1 }, { arbitrary: changed, weight: Math.max(0, keep - 1) })
  return fc
    .record({
      chains: or(base.chains, chains(base.chains)),
      deadlines: or(base.deadlines, deadlines(base.deadlines)),
      routes: or(base.routes, routes(base.routes)),
      amounts: or<Partial<Policy>>({}, amountRules(base)),
      windows: or(base.windows, windows(base.windows)),
      timeZone: fc.constantFrom(...timeZones),
    })
    .map(({ amounts, ...parts }): Policy => ({ ...base, ...parts, ...amounts, id, version }))
    .filter((policy) => isRight(checkPolicy(policy)))
}
