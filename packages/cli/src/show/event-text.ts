import type { CaseEventType, TermKind } from '@refund-case/core'
import type { EventRun } from '@refund-case/scenarios'
import { labelsFor } from './labels.js'
import { word, type PlayReader } from './reader.js'
import { byComponent } from './values.js'

/** A field that is worth saying: a word by its term, a text as it is, or one of the forms below. */
type Detail = readonly [
  field: string,
  as?: TermKind | 'lines' | 'case' | 'attempt' | 'step' | 'kinds' | 'sheet' | 'complete',
]

const attempt: Detail = ['attempt', 'attempt']

const details: { readonly [Type in CaseEventType]: ReadonlyArray<Detail> } = {
  Requested: [
    ['route', 'route'],
    ['lines', 'lines'],
    ['reason', 'reason'],
    ['parent', 'case'],
  ],
  Reviewed: [
    ['stage', 'reviewStage'],
    ['outcome', 'reviewOutcome'],
    ['reason', 'declineReason'],
  ],
  Shipped: [['method', 'shippingMethod'], ['trackingNo']],
  Inspected: [['result', 'inspection']],
  Approved: [
    ['step', 'step'],
    ['completes', 'complete'],
  ],
  Paid: [attempt, ['method', 'method']],
  Disputed: [
    ['level', 'disputeLevel'],
    ['category', 'disputeCategory'],
  ],
  EvidenceAdded: [
    ['faultSheet', 'sheet'],
    ['evidence', 'kinds'],
  ],
  Noted: [['text']],
  RouteChanged: [['to', 'route'], ['reason']],
  Withdrawn: [['reason']],
  GoodsReceived: [['lines', 'lines']],
  Submitted: [['to', 'addressee']],
  SentBack: [['by', 'addressee'], ['reason']],
  FundsChecked: [['result', 'funds']],
  AmountAdjusted: [['reason']],
  ApprovalRefused: [['step', 'step'], ['reason']],
  PaymentStarted: [attempt, ['method', 'method']],
  PaymentFailed: [attempt, ['reason', 'failureReason']],
  PaymentUnknown: [attempt, ['reason', 'failureReason']],
  PaymentReversed: [attempt, ['reason', 'failureReason']],
  BankLineMatched: [attempt, ['lineReference']],
  ExceptionReported: [attempt],
  DestinationChanged: [
    ['destination.method', 'method'],
    ['destination.ground', 'destinationGround'],
  ],
  DestinationVerified: [],
  AlternativeAccepted: [['alternative.kind', 'alternative']],
  Ruled: [['by', 'role'], ['ground', 'rulingGround'], ['reference']],
  Notified: [
    ['to', 'addressee'],
    ['kind', 'noticeKind'],
  ],
  ReceiptConfirmed: [],
  FeedbackGiven: [['score']],
  Closed: [['outcome', 'closedOutcome']],
  Reopened: [['reason']],
  PersonalDataErased: [],
  RequestLapsed: [],
}

type Fields = { readonly [field: string]: unknown }
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (data: Fields, path: string): unknown =>
  path.split('.').reduce<unknown>((value, field) => (isFields(value) ? value[field] : undefined), data)

const each = (value: unknown, comma: string, say: (item: Fields) => string): string =>
  Array.isArray(value) ? value.filter(isFields).map(say).join(comma) : ''

const plain = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).replaceAll(/\s+/g, ' ') : ''

const said = (value: unknown, as: Detail[1], reader: PlayReader): string => {
  const labels = labelsFor(reader.language)
  switch (as) {
    case undefined:
      return plain(value)
    case 'lines':
      return each(value, labels.comma, ({ lineNo, quantity }) => labels.units(plain(quantity), plain(lineNo)))
    case 'case':
      return typeof value === 'string' ? `${labels.parent} ${reader.aliasOf(value) ?? value}` : ''
    case 'attempt':
      return labels.attempt(plain(value))
    case 'step':
      return labels.step(plain(value))
    case 'complete':
      return value === true ? labels.complete : ''
    case 'sheet':
      return value === undefined ? '' : labels.faultSheet
    case 'kinds':
      return each(value, labels.comma, ({ kind }) => word(reader, 'evidenceKind', plain(kind)))
    default:
      return typeof value === 'string' ? word(reader, as, value) : ''
  }
}

export const eventName = (type: CaseEventType, reader: PlayReader): string => word(reader, 'event', type)

/** What is worth saying of an event besides who, when and how much. */
export const eventDetails = ({ type, data, amounts }: EventRun, reader: PlayReader): string =>
  [
    ...details[type].map(([field, as]) => said(at(data, field), as, reader)),
    amounts === undefined ? '' : byComponent(amounts, reader),
  ]
    .filter((text) => text !== '')
    .join(labelsFor(reader.language).comma)
