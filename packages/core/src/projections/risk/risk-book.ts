import { addMillis, type Instant } from '../../calendar/index.js'
import type { Stored, StreamName } from '../../eventsourcing/index.js'
import { totalOf } from '../../money/amounts.js'
import type { CaseEvent, CaseEventOf, Destination } from '../../refund-case/index.js'
import type { Route } from '../../vocabulary/index.js'
import { caseIdOf } from '../case-rows/case-card.js'
import type { RiskLevel, RiskSettings } from './risk-flag.js'
import { addAmount, countOf, emptyMedian, medianOf, type RunningMedian } from './running-median.js'

/** Something that happened in a case and counts towards a flag. */
export interface Mark {
  readonly at: Instant
  readonly caseId: string
}

export interface UnusualAmount extends Mark {
  readonly level: RiskLevel
  readonly route: Route
  readonly currency: string
  readonly amount: number
  readonly median: number
}

/** One account, by its token. */
export interface WatchedAccount {
  failures: ReadonlyArray<Mark>
  /** Who was to be paid to it first in which case. */
  subjects: ReadonlyArray<Mark & { readonly subject: string }>
}

interface WatchedCase {
  readonly caseId: string
  subject: string | null
  token: string | null
  ended: boolean
  unusual: UnusualAmount | null
}

/** What is kept for the risk flags, a record each. */
export type SavedRisk =
  | { readonly kind: 'subject'; readonly subject: string; readonly requests: ReadonlyArray<Mark> }
  | { readonly kind: 'account'; readonly token: string; readonly account: WatchedAccount }
  | { readonly kind: 'case'; readonly stream: StreamName; readonly watched: WatchedCase }
  | { readonly kind: 'amounts'; readonly group: string; readonly median: RunningMedian }

export interface RiskBook {
  readonly requests: ReadonlyMap<string, ReadonlyArray<Mark>>
  readonly accounts: ReadonlyMap<string, WatchedAccount>
  /** Unusual amounts of cases that have not ended. */
  readonly unusual: () => Iterable<UnusualAmount>
  readonly takeCase: (event: Stored<CaseEvent>, stream: StreamName) => void
  readonly save: () => Iterable<SavedRisk>
}

const DAY = 86_400_000

/** The level that a number reaches; undefined below both thresholds. */
export const levelOf = (
  number: number,
  { watch, high }: { readonly watch: number; readonly high: number },
): RiskLevel | undefined => {
  if (number >= high) return 'high'
  return number >= watch ? 'watch' : undefined
}

export const riskBook = (settings: RiskSettings, saved: Iterable<SavedRisk> = []): RiskBook => {
  const requests = new Map<string, ReadonlyArray<Mark>>()
  const accounts = new Map<string, WatchedAccount>()
  const cases = new Map<StreamName, WatchedCase>()
  const amounts = new Map<string, RunningMedian>()
  // The few among the many: so that asking costs as much as there are flags.
  const flagged = new Set<WatchedCase>()

  for (const record of saved) {
    if (record.kind === 'subject') requests.set(record.subject, record.requests)
    else if (record.kind === 'account') accounts.set(record.token, record.account)
    else if (record.kind === 'amounts') amounts.set(record.group, record.median)
    else {
      cases.set(record.stream, record.watched)
      if (record.watched.unusual !== null) flagged.add(record.watched)
    }
  }

  const accountOf = (token: string): WatchedAccount => {
    const known = accounts.get(token)
    if (known !== undefined) return known
    const account: WatchedAccount = { failures: [], subjects: [] }
    accounts.set(token, account)
    return account
  }

  /** Whether the amount is unusual by what was asked for before it; it counts for the next ones. */
  const judged = (mark: Mark, route: Route, currency: string, amount: number): UnusualAmount | null => {
    const group = `${route} ${currency}`
    const before = amounts.get(group) ?? emptyMedian()
    amounts.set(group, before)
    const median = medianOf(before) ?? 0
    const { sample, watch, high } = settings.unusualAmount
    const isKnown = countOf(before) >= sample && median > 0
    const level = isKnown ? levelOf(amount / median, { watch, high }) : undefined
    addAmount(before, amount)
    return level === undefined ? null : { ...mark, level, route, currency, amount, median }
  }

  const asked = (subject: string, mark: Mark): void => {
    const since = addMillis(mark.at, -settings.repeatRequests.days * DAY)
    const before = (requests.get(subject) ?? []).filter(({ at }) => at > since)
    requests.set(subject, [...before, mark])
  }

  const direct = (watched: WatchedCase, destination: Destination, at: Instant): void => {
    const { caseId, subject } = watched
    watched.token = destination.kind === 'other' ? destination.token : null
    if (watched.token === null || subject === null) return
    const account = accountOf(watched.token)
    if (!account.subjects.some((each) => each.subject === subject))
      account.subjects = [...account.subjects, { at, caseId, subject }]
  }

  const failed = ({ token, caseId }: WatchedCase, at: Instant): void => {
    if (token === null) return
    const account = accountOf(token)
    account.failures = [...account.failures, { at, caseId }]
  }

  const open = ({ data, meta }: Stored<CaseEventOf<'Requested'>>, stream: StreamName): void => {
    const mark = { at: meta.occurredAt, caseId: caseIdOf(stream) }
    const { subject } = data.customer
    const unusual = judged(mark, data.route, data.currency, totalOf(data.claimed))
    const watched: WatchedCase = { caseId: mark.caseId, subject, token: null, ended: false, unusual }
    cases.set(stream, watched)
    if (unusual !== null) flagged.add(watched)
    asked(subject, mark)
    direct(watched, data.destination, meta.occurredAt)
  }

  /** What links a person to requests and accounts is gone; what was counted of amounts stays. */
  const erase = (subject: string): void => {
    requests.delete(subject)
    const own = new Set<string>()
    for (const watched of cases.values()) {
      if (watched.subject !== subject) continue
      own.add(watched.caseId)
      watched.subject = null
      watched.token = null
    }
    for (const [token, account] of accounts) {
      account.subjects = account.subjects.filter((each) => each.subject !== subject)
      account.failures = account.failures.filter(({ caseId }) => !own.has(caseId))
      if (account.subjects.length + account.failures.length === 0) accounts.delete(token)
    }
  }

  return {
    requests,
    accounts,
    *unusual() {
      for (const { ended, unusual } of flagged) if (!ended && unusual !== null) yield unusual
    },
    takeCase: (event, stream) => {
      const watched = cases.get(stream)
      if (watched === undefined) {
        if (event.type === 'Requested') open(event, stream)
        return
      }
      const at = event.meta.occurredAt
      switch (event.type) {
        case 'DestinationChanged':
          direct(watched, event.data.destination, at)
          break
        case 'PaymentFailed':
          failed(watched, at)
          break
        case 'PaymentReversed':
          failed(watched, at)
          watched.ended = false
          break
        case 'Closed':
        case 'Withdrawn':
          watched.ended = true
          break
        case 'Disputed':
        case 'Reopened':
          watched.ended = false
          break
        case 'PersonalDataErased':
          erase(event.data.subject)
          break
        default:
      }
    },
    *save() {
      for (const [subject, marks] of requests) yield { kind: 'subject', subject, requests: marks }
      for (const [token, account] of accounts) yield { kind: 'account', token, account }
      for (const [stream, watched] of cases) yield { kind: 'case', stream, watched }
      for (const [group, median] of amounts) yield { kind: 'amounts', group, median }
    },
  }
}
