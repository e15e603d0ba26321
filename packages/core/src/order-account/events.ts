import * as t from 'io-ts'
import { Instant } from '../calendar/index.js'
import { storedEvent } from '../eventsourcing/codec/stored-event.js'
import { Count, Fault, Id, MinorUnits, Positive, Route, words } from '../vocabulary/index.js'
import { RecordedOrder, Shipment } from './order.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.
//
// Every event says which slots it moves, so that folding needs neither a policy nor a decision. Slots stand in
// stretches, so that an event is as long as what differs in it, not as what it covers.

/** Slots `from` to `to` of a line, counted from 1, both included. */
const SlotRange = t.readonly(t.strict({ from: Positive, to: Positive }), 'SlotRange')
export type SlotRange = t.TypeOf<typeof SlotRange>

/**
 * Money of the slots `from` to `to`, minor units. Of a single slot it is any part of what the slot is worth; a longer
 * stretch always is of all the money of all its slots.
 */
const Stretch = t.readonly(t.strict({ from: Positive, to: Positive, amount: MinorUnits }), 'Stretch')
export type Stretch = t.TypeOf<typeof Stretch>

const units = t.readonlyArray(SlotRange)
const stretches = t.readonlyArray(Stretch)

/** Units and goods money of one line, going one way. */
const LineMove = t.readonly(
  t.exact(t.intersection([t.type({ lineNo: Positive }), t.partial({ units, money: stretches })])),
  'LineMove',
)
export type LineMove = t.TypeOf<typeof LineMove>

const spentFields = { units, refunded: stretches, withheld: stretches }

/** What of one line is spent: units back, reserved money refunded or withheld; `regained` was withheld, now refunded. */
const LineSpent = t.readonly(
  t.exact(t.intersection([t.type({ lineNo: Positive }), t.partial({ ...spentFields, regained: stretches })])),
  'LineSpent',
)
export type LineSpent = t.TypeOf<typeof LineSpent>

/** What of one line is spent no more: units held again, money reserved again. */
const LineRestored = t.readonly(
  t.exact(t.intersection([t.type({ lineNo: Positive }), t.partial(spentFields)])),
  'LineRestored',
)
export type LineRestored = t.TypeOf<typeof LineRestored>

/** Money that lies in no slot, by component; no zero is written. */
const Purse = t.readonly(
  t.exact(
    t.partial({
      freight: MinorUnits,
      compensation: MinorUnits,
      freightCompensation: MinorUnits,
      statutory: MinorUnits,
      funds: MinorUnits,
    }),
  ),
  'Purse',
)
export type Purse = t.TypeOf<typeof Purse>

/** The case revision an event follows; −1 where the case has no event yet. */
const CaseRevision = t.union([Count, t.literal(-1)], 'CaseRevision')

/**
 * What lets a case keep reserved freight: that it completes the refund of the order (so long as no unit is free again),
 * a payment attempt that is open, or a ruling.
 */
export const FreightBasis = words('FreightBasis', 'completion', 'payment', 'ruling')
export type FreightBasis = t.TypeOf<typeof FreightBasis>

const followed = { caseId: Id, caseRevision: CaseRevision }
/** `open`: the case still goes on, as of the revision followed. */
const moved = { ...followed, open: t.boolean, purse: Purse }

const data = <R extends t.Props, O extends t.Props>(required: R, optional: O) =>
  t.readonly(t.exact(t.intersection([t.type(required), t.partial(optional)])))

const OrderRecorded = storedEvent('OrderRecorded', 1, RecordedOrder)

/** Only how far the delivery is; never what was bought or paid. */
const OrderUpdated = storedEvent('OrderUpdated', 1, data({ shipment: Shipment }, { receivedAt: Instant }))

/** paymentFault: so much of the money that a customer misses did come in; no more can be paid out. */
const FundsConfirmed = storedEvent('FundsConfirmed', 1, { ...followed, amount: MinorUnits })

/**
 * A case holds more: free units are held, free money is reserved. `ahead`: taken before the case event that asks for
 * it. `freightBasis` stands where freight is reserved, or rests on something else than before. Without lines and purse it
 * says that the case has come to the revision it follows, or is open again.
 */
const Reserved = storedEvent(
  'Reserved',
  1,
  data(
    { ...moved, route: Route, lines: t.readonlyArray(LineMove) },
    {
      ahead: t.literal(true),
      freightBasis: FreightBasis,
      parent: Id,
      /** The return whose freight is compensated. */
      freightOf: Id,
      wholeOrder: t.literal(true),
    },
  ),
)

/**
 * A case holds less: units and money are free again. `lapsed`: the case never came to be. `because` names another case,
 * whose end took away what the reservation rested on. Without lines and purse it says that the case is not open.
 */
const Released = storedEvent(
  'Released',
  1,
  data({ ...moved, lines: t.readonlyArray(LineMove) }, { lapsed: t.literal(true), because: Id }),
)

/** Money was paid: what was held and reserved is spent. `withheldFreight` was reserved and is not paid out. */
const Consumed = storedEvent(
  'Consumed',
  1,
  data({ ...moved, lines: t.readonlyArray(LineSpent) }, { withheldFreight: MinorUnits }),
)

/** A payment was reversed: what it spent is held and reserved by the same case again. */
const Restored = storedEvent(
  'Restored',
  1,
  data({ ...moved, lines: t.readonlyArray(LineRestored) }, { withheldFreight: MinorUnits }),
)

/** What a review of the case found; it decides on freight. */
const Judged = storedEvent('Judged', 1, { ...followed, route: Route, fault: Fault })

export const orderAccountEvents = [
  OrderRecorded,
  OrderUpdated,
  FundsConfirmed,
  Reserved,
  Released,
  Consumed,
  Restored,
  Judged,
] as const

export const OrderAccountEvent = t.union([
  OrderRecorded,
  OrderUpdated,
  FundsConfirmed,
  Reserved,
  Released,
  Consumed,
  Restored,
  Judged,
])
export type OrderAccountEvent = t.TypeOf<typeof OrderAccountEvent>
export type AccountEventOf<Type extends OrderAccountEvent['type']> = Extract<OrderAccountEvent, { readonly type: Type }>
