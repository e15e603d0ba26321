import { isLeft } from 'fp-ts/lib/Either.js'
import {
  calendarHistory,
  noCalendar,
  type CalendarHistory,
  type Instant,
  type PublishedCalendarYear,
} from '../../calendar/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import type { Policy } from '../../policy/index.js'
import type { PolicyBookEvent } from '../../policy-book/index.js'
import { evolve, noCase, type CaseEvent, type CaseEventOf, type RefundCase } from '../../refund-case/index.js'
import type { WorkCalendarEvent } from '../../work-calendar/index.js'
import { caseIdOf } from '../case-rows/case-card.js'
import type { ProjectionFailure } from '../runner/index.js'

/** One case, with what it stands on. */
export interface QueueRow {
  readonly stream: StreamName
  readonly caseId: string
  readonly policy: Policy
  state: RefundCase
  /** Of its last event. */
  since: Instant
  /** It changed since it was last put in order. */
  touched: boolean
}

/** What is kept of the queues, a record each. */
export type SavedQueue =
  | { readonly kind: 'policy'; readonly digest: string; readonly policy: Policy }
  | { readonly kind: 'calendar'; readonly published: PublishedCalendarYear }
  | { readonly kind: 'case'; readonly stream: StreamName; readonly state: RefundCase; readonly since: Instant }

/** The cases, and the policies and working days that they are due by. It knows no order; see `arranged`. */
export interface QueueBook {
  readonly rows: ReadonlyMap<StreamName, QueueRow>
  readonly history: () => CalendarHistory
  readonly takePolicy: (event: Stored<PolicyBookEvent>) => undefined
  readonly takeCalendar: (event: Stored<WorkCalendarEvent>) => ProjectionFailure | undefined
  readonly takeCase: (event: Stored<CaseEvent>, stream: StreamName) => ProjectionFailure | undefined
  /** The rows that changed since this was last asked. */
  readonly changed: () => ReadonlyArray<QueueRow>
  readonly save: () => Iterable<SavedQueue>
}

/** Working days of one region count; without its name the first that is published is it. */
export const queueBook = (region: string | undefined, saved: Iterable<SavedQueue> = []): QueueBook => {
  const policies = new Map<string, Policy>()
  const rows = new Map<StreamName, QueueRow>()
  let published: ReadonlyArray<PublishedCalendarYear> = []
  let history: CalendarHistory | undefined
  let changed: Array<QueueRow> = []

  const addRow = (stream: StreamName, policy: Policy, state: RefundCase, since: Instant): void => {
    const row = { stream, caseId: caseIdOf(stream), policy, state, since, touched: true }
    rows.set(stream, row)
    changed.push(row)
  }

  const takeCalendar = ({ data }: Stored<WorkCalendarEvent>): ProjectionFailure | undefined => {
    const own = region ?? published[0]?.calendar.region ?? data.calendar.region
    if (data.calendar.region !== own) return undefined
    const { calendar, knownFrom } = data
    const next = [...published, { calendar, knownFrom }]
    const sound = calendarHistory(next)
    if (isLeft(sound)) return calendarInvalid(calendar.region, calendar.year)
    published = next
    history = sound.right
    return undefined
  }

  const open = (event: Stored<CaseEventOf<'Requested'>>, stream: StreamName): ProjectionFailure | undefined => {
    const { id, version, digest } = event.data.policy
    const policy = policies.get(digest)
    if (policy === undefined) return policyUnknown(id, version)
    const state = evolve(noCase, withoutTexts(event))
    if (state.kind === 'case') addRow(stream, policy, state, event.meta.occurredAt)
    return undefined
  }

  for (const record of saved) {
    if (record.kind === 'policy') policies.set(record.digest, record.policy)
    else if (record.kind === 'calendar') published = [...published, record.published]
    else {
      const policy = policies.get(record.state.requested.policy.digest)
      if (policy !== undefined) addRow(record.stream, policy, record.state, record.since)
    }
  }

  return {
    rows,
    history: () => (history ??= historyOf(published)),
    takePolicy: ({ data }) => {
      policies.set(data.digest, data.policy)
      return undefined
    },
    takeCalendar,
    takeCase: (event, stream) => {
      const row = rows.get(stream)
      if (row === undefined) return event.type === 'Requested' ? open(event, stream) : undefined
      const next = isAside(event) ? row.state : evolve(row.state, event)
      if (next.kind !== 'case') return undefined
      row.state = next
      row.since = event.meta.occurredAt
      if (!row.touched) {
        row.touched = true
        changed.push(row)
      }
      return undefined
    },
    changed: () => {
      const those = changed
      changed = []
      return those
    },
    *save() {
      for (const [digest, policy] of policies) yield { kind: 'policy', digest, policy }
      for (const year of published) yield { kind: 'calendar', published: year }
      for (const { stream, state, since } of rows.values()) yield { kind: 'case', stream, state, since }
    },
  }
}

/** Whether the event moves neither what is to be done nor when: a fifth of all do not. */
const isAside = (event: CaseEvent): boolean => {
  switch (event.type) {
    case 'Noted':
    case 'ReceiptConfirmed':
    case 'FeedbackGiven':
    case 'BankLineMatched':
    case 'PersonalDataErased':
      return true
    case 'Notified':
      return event.data.extension === undefined && event.data.to !== 'customerService'
    default:
      return false
  }
}

const nothingPublished: CalendarHistory = { atFirst: noCalendar, learned: [] }

const historyOf = (published: ReadonlyArray<PublishedCalendarYear>): CalendarHistory => {
  const history = calendarHistory(published)
  return isLeft(history) ? nothingPublished : history.right
}

/** A queue needs no text of the case: what is kept is a third of it, and names nobody. Written out, as that is quick. */
const withoutTexts = ({ data, meta }: Stored<CaseEventOf<'Requested'>>): Stored<CaseEventOf<'Requested'>> => ({
  type: 'Requested',
  data: {
    route: data.route,
    caseNo: data.caseNo,
    accountId: data.accountId,
    currency: data.currency,
    lines: data.lines,
    reason: data.reason,
    initiatedBy: data.initiatedBy,
    channel: data.channel,
    evidence: data.evidence.slice(0, 1),
    claimed: data.claimed,
    destination: data.destination,
    policy: data.policy,
    customer: { subject: data.customer.subject },
    desk: data.desk,
    department: data.department,
    firstContactAt: data.firstContactAt,
    failedConditions: data.failedConditions,
  },
  meta,
})

const policyUnknown = (policy: string, version: number): ProjectionFailure => ({
  kind: 'projectionFailure',
  code: 'POLICY_UNKNOWN',
  message: 'The policy that the case pins is not published before it. Read its policyBook stream in the same order.',
  facts: { policy, version },
})

const calendarInvalid = (region: string, year: number): ProjectionFailure => ({
  kind: 'projectionFailure',
  code: 'CALENDAR_INVALID',
  message: 'The published working days contradict those published before. Publish a version that agrees with them.',
  facts: { region, year },
})
