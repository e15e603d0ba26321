import { LocalDate } from '../../calendar/index.js'
import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Amounts } from '../../money/amounts.js'
import { Sealed } from '../../sealing/sealed.js'
import { MinorUnits, PaymentMethod, Positive, Reference, words } from '../../vocabulary/index.js'
import { shape } from '../fields/index.js'
import { Destination } from './intake.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

export const FailureReason = words(
  'FailureReason',
  'accountClosed',
  'accountFrozen',
  'wrongDetails',
  'lackOfFunds',
  'channelRefused',
  'timeout',
  'other',
)

/** Money was sent on its way. `amounts` is what this attempt sends. */
export const PaymentStarted = storedEvent(
  'PaymentStarted',
  1,
  shape({ attempt: Positive, amounts: Amounts, method: PaymentMethod }, { reference: Reference }),
)

/**
 * The money reached the customer's channel (PY7). `posts` is there when the payment itself posts what a completing
 * approval would have: paid from the merchant's deposit.
 */
export const Paid = storedEvent(
  'Paid',
  1,
  shape(
    { attempt: Positive, amounts: Amounts, method: PaymentMethod, reference: Reference, voucherNo: Reference },
    { posts: Amounts },
  ),
)

/** The channel said no (PY3); a new attempt is allowed. `voids`: its approval was void already, and is not payable. */
export const PaymentFailed = storedEvent(
  'PaymentFailed',
  1,
  shape({ attempt: Positive, amounts: Amounts, reason: FailureReason }, { note: Sealed, voids: Amounts }),
)

/** The channel did not answer: neither success nor failure is known, and nothing may be started meanwhile. */
export const PaymentUnknown = storedEvent(
  'PaymentUnknown',
  1,
  shape({ attempt: Positive, reason: FailureReason }, { note: Sealed }),
)

/** The money came back after it had been paid. `bankLine`: its bank line had been matched, and that is undone too. */
export const PaymentReversed = storedEvent(
  'PaymentReversed',
  1,
  shape(
    { attempt: Positive, amounts: Amounts, reason: FailureReason },
    { note: Sealed, bankLine: Reference, voids: Amounts },
  ),
)

/** The bank's line of a payment was found (rule 12). */
export const BankLineMatched = storedEvent(
  'BankLineMatched',
  1,
  shape({ attempt: Positive, lineReference: Reference, date: LocalDate, amount: MinorUnits }, {}),
)

/** 退款异常: what went wrong with an attempt was reported (PY3). */
export const ExceptionReported = storedEvent('ExceptionReported', 1, shape({ attempt: Positive, text: Sealed }, {}))

/** Another account than before, with its ground; what was approved before is void (rule 22). */
export const DestinationChanged = storedEvent(
  'DestinationChanged',
  1,
  shape({ destination: Destination }, { voids: Amounts }),
)

/** Somebody else than its proposer found the account real and the customer's (PY7). */
export const DestinationVerified = storedEvent('DestinationVerified', 1, shape({}, { opinion: Sealed }))
