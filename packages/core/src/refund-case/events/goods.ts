import * as t from 'io-ts'
import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Sealed } from '../../sealing/sealed.js'
import { Count, Positive, Reference } from '../../vocabulary/index.js'
import { InspectedLine, InspectionResult, returnFreight, shape, ShippingMethod } from '../fields/index.js'
import { Evidence } from './intake.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** Goods are on their way back; never the delivery to the customer (SH2, SH3). */
export const Shipped = storedEvent(
  'Shipped',
  1,
  shape({ method: ShippingMethod }, { carrier: Reference, trackingNo: Reference, freight: returnFreight(Sealed) }),
)

/** The warehouse has the parcel: the statutory clock starts. */
export const GoodsReceived = storedEvent(
  'GoodsReceived',
  1,
  shape({ lines: t.readonlyArray(t.readonly(t.strict({ lineNo: Positive, quantity: Count }))) }, { remarks: Sealed }),
)

/** The warehouse looked (IS1–IS4). The result follows from the quantities. */
export const Inspected = storedEvent(
  'Inspected',
  1,
  shape(
    { result: InspectionResult, lines: t.readonlyArray(InspectedLine) },
    { reportNo: Reference, photos: t.readonlyArray(Evidence), remarks: Sealed },
  ),
)
