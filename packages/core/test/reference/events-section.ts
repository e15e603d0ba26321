import type * as t from 'io-ts'
import { NumberTaken, OwnNumberTaken } from '../../src/case-number/events.js'
import { EnvelopeCodec } from '../../src/eventsourcing/envelope-codec.js'
import { DeskPlanPublished } from '../../src/desk-plan/index.js'
import type { StoredEventFace } from '../../src/eventsourcing/codec/index.js'
import { ledgerEvents } from '../../src/ledger/index.js'
import { orderAccountEvents } from '../../src/order-account/index.js'
import { PolicyPublished } from '../../src/policy-book/events.js'
import { caseEvents } from '../../src/refund-case/index.js'
import { termOf } from '../../src/refusals/index.js'
import { shiftEvents } from '../../src/shift/index.js'
import { CalendarPublished } from '../../src/work-calendar/events.js'
import { page } from './markdown.js'
import { fieldsOf } from './shapes.js'
import { docOf } from './source-docs.js'

type Face = t.Mixed & StoredEventFace

const described = (folder: string, { eventType, schemaVersion, dataCodec }: Face, title: string): string =>
  page(
    `### ${title}`,
    `${docOf(folder, eventType)}${schemaVersion === 1 ? '' : ` Schema version ${schemaVersion}.`}`,
    fieldsOf(dataCodec),
  )

const streams: ReadonlyArray<readonly [stream: string, folder: string, events: ReadonlyArray<Face>]> = [
  ['policyBook-{policyId}', 'policy-book', [PolicyPublished]],
  ['workCalendar-{region}', 'work-calendar', [CalendarPublished]],
  ['caseNumber-{yyyy}', 'case-number', [NumberTaken]],
  ['ownNumber-{caseNo}', 'case-number', [OwnNumberTaken]],
  ['deskPlan-{desk}', 'desk-plan', [DeskPlanPublished]],
]

/** Every event of every stream, with its fields. */
export const eventsSection = (): string =>
  page(
    '## Envelope',
    'What every event carries besides its data.',
    fieldsOf(EnvelopeCodec),
    '## Case events',
    'Stream `refundCase-{caseId}`. The seven milestones come first. All are schema version 1 where nothing else is said. Amounts are minor units.',
    ...caseEvents.map((event) =>
      described('refund-case', event, `${event.eventType} ${termOf('zh-CN', 'event', event.eventType)}`),
    ),
    '## Order-account events',
    'Stream `orderAccount-{orderId}`.',
    ...orderAccountEvents.map((event) => described('order-account', event, event.eventType)),
    '## Shift events',
    'Stream `shift-{desk}-{yyyy-MM-dd}-{shift}`.',
    ...shiftEvents.map((event) =>
      described('shift', event, `${event.eventType} ${termOf('zh-CN', 'shiftEvent', event.eventType)}`),
    ),
    '## Ledger events',
    'Stream `ledger-{department}-{yyyy-MM}`.',
    ...ledgerEvents.map((event) =>
      described('ledger', event, `${event.eventType} ${termOf('zh-CN', 'ledgerStep', event.eventType)}`),
    ),
    '## Events of the small streams',
    ...streams.flatMap(([stream, folder, events]) =>
      events.map((event) => page(described(folder, event, event.eventType), `Stream \`${stream}\`.`)),
    ),
  )
