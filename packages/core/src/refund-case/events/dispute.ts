import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Amounts } from '../../money/amounts.js'
import { Sealed } from '../../sealing/sealed.js'
import { DisputeLevel, MinorUnits, Reference, words } from '../../vocabulary/index.js'
import { Quote, shape } from '../fields/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** Classes of dispute (DP1). */
export const DisputeCategory = words(
  'DisputeCategory',
  'quality',
  'description',
  'transitDamage',
  'inspection',
  'amount',
  'delay',
  'declined',
  'fraud',
  'other',
)

/** Grounds of a ruling. `fraud` brings the statutory amount. */
export const RulingGround = words(
  'RulingGround',
  'forCustomer',
  'forMerchant',
  'shared',
  'fraud',
  'settlement',
  'judgment',
)

/** Somebody contests (DP1–DP3). The level only rises. */
export const Disputed = storedEvent(
  'Disputed',
  1,
  shape(
    { by: words('Party', 'customer', 'merchant'), category: DisputeCategory, level: DisputeLevel },
    { claim: MinorUnits, statement: Sealed },
  ),
)

/** Somebody outside decided (DP2, DP5). The quote is what the case is to pay in all; it may be nothing. */
export const Ruled = storedEvent(
  'Ruled',
  1,
  shape(
    {
      by: words('Authority', 'platform', 'mediator', 'arbitrator', 'court'),
      level: DisputeLevel,
      ground: RulingGround,
      quote: Quote,
      goodsTo: words('GoodsTo', 'merchant', 'customer'),
    },
    { reference: Reference, statement: Sealed, voids: Amounts },
  ),
)
