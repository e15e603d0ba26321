import * as t from 'io-ts'
import { Instant, LocalDate } from '../../calendar/index.js'
import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Amounts } from '../../money/amounts.js'
import { PolicyPin } from '../../policy/policy.js'
import { Sealed } from '../../sealing/sealed.js'
import {
  Channel,
  Currency,
  Id,
  MinorUnits,
  Positive,
  Reason,
  Reference,
  Route,
  Uuid,
  words,
} from '../../vocabulary/index.js'
import {
  customer,
  evidence,
  faultSheet,
  OriginalDestination,
  otherDestination,
  Quote,
  shape,
  SignOff,
} from '../fields/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** Units asked for; `amount` is what is claimed of the line where the goods are kept. */
export const CaseLine = shape({ lineNo: Positive, quantity: Positive }, { amount: MinorUnits })
export type CaseLine = t.TypeOf<typeof CaseLine>

export const Evidence = evidence(Sealed)
export type Evidence = t.TypeOf<typeof Evidence>

export const FaultSheet = faultSheet(Sealed)
export type FaultSheet = t.TypeOf<typeof FaultSheet>

/** Where the money goes. `token` compares accounts without showing them. */
export const Destination = t.union([OriginalDestination, otherDestination(Sealed, { token: t.string })], 'Destination')
export type Destination = t.TypeOf<typeof Destination>

/** A return condition of the policy that the request fails (IN16, IN17). */
export const FailedCondition = shape(
  { condition: words('Condition', 'window', 'excludedGoods'), id: Reference, source: Reference },
  { lineNo: Positive, lastDay: LocalDate, startsOn: LocalDate },
)
export type FailedCondition = t.TypeOf<typeof FailedCondition>

/** A refund was asked for (IN3, IN4). Amounts are minor units of `currency`. */
export const Requested = storedEvent(
  'Requested',
  1,
  shape(
    {
      route: Route,
      caseNo: Reference,
      accountId: Id,
      currency: Currency,
      lines: t.readonlyArray(CaseLine),
      reason: Reason,
      initiatedBy: words('Initiator', 'customer', 'merchant'),
      channel: Channel,
      evidence: t.readonlyArray(Evidence),
      claimed: Amounts,
      destination: Destination,
      policy: PolicyPin,
      customer: customer(Sealed),
      desk: Id,
      department: Reference,
      firstContactAt: Instant,
      failedConditions: t.readonlyArray(FailedCondition),
    },
    {
      orderId: Id,
      /** So much less is claimed than the units are worth; minor units in all. */
      claimedBelow: MinorUnits,
      statement: Sealed,
      customerOpinion: Sealed,
      parent: Uuid,
      complaintNo: Id,
      purchasedAt: Instant,
    },
  ),
)

/** Further evidence; on a payment fault also the fault sheet (IN10). `side` is whose evidence it is. */
export const EvidenceAdded = storedEvent(
  'EvidenceAdded',
  1,
  shape(
    { side: words('Side', 'customer', 'merchant'), evidence: t.readonlyArray(Evidence) },
    { faultSheet: FaultSheet, note: Sealed },
  ),
)

/** A communication, or a follow-up by administration (NT4, AP2). */
export const Noted = storedEvent(
  'Noted',
  1,
  shape(
    { channel: Channel, direction: words('Direction', 'inbound', 'outbound', 'internal'), text: Sealed },
    { followUp: t.boolean, signOff: SignOff },
  ),
)

/**
 * The case goes another way (IN13); what was approved before is void. `quote` is made anew for the new route; without
 * one the case must be reviewed (again).
 */
export const RouteChanged = storedEvent(
  'RouteChanged',
  1,
  shape(
    {
      from: Route,
      to: Route,
      lines: t.readonlyArray(CaseLine),
      claimed: Amounts,
      quote: t.union([Quote, t.null]),
      failedConditions: t.readonlyArray(FailedCondition),
    },
    { reason: Sealed, voids: Amounts },
  ),
)

/** The customer gave it up. */
export const Withdrawn = storedEvent('Withdrawn', 1, shape({}, { reason: Sealed, voids: Amounts }))

/** Written by `settle` alone, first into a stream whose reservation outlived its request. */
export const RequestLapsed = storedEvent('RequestLapsed', 1, shape({ accountId: Id }, {}))
