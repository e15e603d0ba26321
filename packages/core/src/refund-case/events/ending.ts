import * as t from 'io-ts'
import { Instant } from '../../calendar/index.js'
import { storedEvent } from '../../eventsourcing/codec/index.js'
import { Sealed } from '../../sealing/sealed.js'
import { Channel, DeadlineRule, MinorUnits, PersonId, Reference, words } from '../../vocabulary/index.js'
import { shape } from '../fields/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

export const NoticeKind = words(
  'NoticeKind',
  'acknowledgement',
  'reviewResult',
  'progress',
  'paid',
  'paymentException',
  'financeResult',
  'technicalResult',
  'declined',
  'extension',
  'followUp',
)

/** Somebody was told (NT1–NT4). An `extension` moves the named limit to `until`, with its reason. */
export const Notified = storedEvent(
  'Notified',
  1,
  shape(
    {
      to: words(
        'Addressee',
        'customer',
        'customerService',
        'technical',
        'finance',
        'logistics',
        'warehouse',
        'administration',
      ),
      kind: NoticeKind,
      channel: words('NoticeChannel', 'sms', 'email', 'onlineChat', 'phone', 'internalMail', 'app', 'letter'),
    },
    {
      text: Sealed,
      extension: t.readonly(t.strict({ rule: DeadlineRule, until: Instant, reason: Sealed })),
    },
  ),
)

/** AM4: the customer saw the money. */
export const ReceiptConfirmed = storedEvent('ReceiptConfirmed', 1, shape({}, { amount: MinorUnits }))

export const Score = t.union(
  [t.literal(1), t.literal(2), t.literal(3), t.literal(4), t.literal(5)],
  'a score of 1 to 5',
)

/** FB1: how satisfied the customer was, 1 to 5. */
export const FeedbackGiven = storedEvent(
  'FeedbackGiven',
  1,
  shape({ score: Score, channel: Channel }, { comment: Sealed }),
)

export const ClosedOutcome = words(
  'ClosedOutcome',
  'paid',
  'unpaid',
  'declined',
  'withdrawn',
  'exchanged',
  'repaired',
  'fundsNotReceived',
)
export type ClosedOutcome = t.TypeOf<typeof ClosedOutcome>

/** RC1: what is kept of a closed case, each with the reference it is found by. */
export const ArchivedItem = t.readonly(
  t.strict({
    item: words('ArchiveItem', 'requestSheet', 'trackingNo', 'inspectionReport', 'refundVoucher', 'ruling', 'feedback'),
    reference: Reference,
  }),
  'ArchivedItem',
)
export type ArchivedItem = t.TypeOf<typeof ArchivedItem>

/** 结案: nothing is payable and no attempt is open; what is kept is listed (RC1, DP8). */
export const Closed = storedEvent(
  'Closed',
  1,
  shape({ outcome: ClosedOutcome, archive: t.readonlyArray(ArchivedItem) }, {}),
)

/** Back to where it was before it was closed. */
export const Reopened = storedEvent('Reopened', 1, shape({ reason: Sealed }, {}))

/** The subject's key was destroyed; the history still verifies (rule 25). */
export const PersonalDataErased = storedEvent('PersonalDataErased', 1, shape({ subject: PersonId }, {}))
