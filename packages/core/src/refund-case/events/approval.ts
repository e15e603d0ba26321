import * as t from 'io-ts'
import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Amounts } from '../../money/amounts.js'
import { Sealed } from '../../sealing/sealed.js'
import { MinorUnits, Positive, Reference, Role, Uuid } from '../../vocabulary/index.js'
import { shape, SignOff } from '../fields/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/** The bank side says whether the money ever came (IN9, PY4). */
export const FundsChecked = storedEvent(
  'FundsChecked',
  1,
  t.union([
    shape({ result: t.literal('received'), amount: MinorUnits }, { bankReference: Reference }),
    shape({ result: t.literal('notReceived') }, { voids: Amounts }),
  ]),
)

/**
 * One step of the chain said yes (AP1). `amounts` is what the case is to pay in all; with `completes` the case is
 * approved. `ruling` is the event id of the ruling it rests on.
 */
export const Approved = storedEvent(
  'Approved',
  1,
  shape(
    { round: Positive, step: Positive, role: Role, completes: t.boolean, amounts: Amounts },
    { opinion: Sealed, ruling: Uuid, signOff: SignOff },
  ),
)

/** One step said no: every approval given is void, and the case goes back to customer service. */
export const ApprovalRefused = storedEvent(
  'ApprovalRefused',
  1,
  shape({ round: Positive, step: Positive, role: Role, reason: Sealed }, { voids: Amounts }),
)
