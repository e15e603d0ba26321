import { addMillis, type Instant } from '../../calendar/index.js'
import { caseKind } from '../../refund-case/index.js'
import { reading, type Projection } from '../runner/index.js'
import { levelOf, riskBook, type Mark, type RiskBook, type SavedRisk } from './risk-book.js'
import type { RiskFlag, RiskFlags, RiskLevel, RiskSettings, RiskThresholds } from './risk-flag.js'

/** What counts as unusual where a shop says nothing else. */
export const riskDefaults: RiskSettings = {
  repeatRequests: { days: 90, watch: 3, high: 6 },
  unusualAmount: { sample: 30, watch: 5, high: 10 },
  accountFailures: { watch: 2, high: 3 },
  sharedAccount: { watch: 2, high: 3 },
}

/** The risk flags of a shop. What is not set is taken from `riskDefaults`. */
export const riskFlags = (given: Partial<RiskSettings> = {}): Projection<RiskFlags, SavedRisk> => {
  const settings: RiskSettings = { ...riskDefaults, ...given }
  return {
    name: `riskFlags ${nameOf(settings)}`,
    version: 1,
    begin: (saved) => {
      const book = riskBook(settings, saved)
      return {
        reads: [
          reading(
            caseKind,
            (event, { stream }) => {
              book.takeCase(event, stream)
              return undefined
            },
            watched,
          ),
        ],
        view: viewOf(book, settings),
        save: book.save,
      }
    },
  }
}

// Flags that were raised by other settings are another projection's.
const nameOf = ({ repeatRequests, unusualAmount, accountFailures, sharedAccount }: RiskSettings): string =>
  [
    [repeatRequests.days, repeatRequests.watch, repeatRequests.high],
    [unusualAmount.sample, unusualAmount.watch, unusualAmount.high],
    [accountFailures.watch, accountFailures.high],
    [sharedAccount.watch, sharedAccount.high],
  ]
    .map((numbers) => numbers.join('-'))
    .join(' ')

const watched = [
  'Requested',
  'DestinationChanged',
  'PaymentFailed',
  'PaymentReversed',
  'Withdrawn',
  'Closed',
  'Disputed',
  'Reopened',
  'PersonalDataErased',
] as const

const DAY = 86_400_000

/** The level that so many marks reach, since when, and the cases they are of. */
const raised = (
  marks: ReadonlyArray<Mark>,
  thresholds: RiskThresholds,
): { readonly level: RiskLevel; readonly since: Instant; readonly caseIds: ReadonlyArray<string> } | undefined => {
  const level = levelOf(marks.length, thresholds)
  if (level === undefined) return undefined
  const since = marks.map(({ at }) => at).toSorted()[Math.max(1, Math.ceil(thresholds[level])) - 1]
  return since === undefined ? undefined : { level, since, caseIds: [...new Set(marks.map(({ caseId }) => caseId))] }
}

const viewOf = (book: RiskBook, settings: RiskSettings): RiskFlags => {
  const standing = (now: Instant): ReadonlyArray<RiskFlag> => {
    const flags: Array<RiskFlag> = []
    const { days } = settings.repeatRequests
    for (const [subject, marks] of book.requests) {
      if (marks.length < settings.repeatRequests.watch && marks.length < settings.repeatRequests.high) continue
      const from = addMillis(now, -days * DAY)
      const recent = marks.filter(({ at }) => at > from && at <= now)
      const flag = raised(recent, settings.repeatRequests)
      if (flag !== undefined) flags.push({ kind: 'repeatRequests', subject, requests: recent.length, ...flag })
    }
    for (const { at, caseId, ...unusual } of book.unusual())
      if (at <= now) flags.push({ kind: 'unusualAmount', since: at, caseIds: [caseId], ...unusual })
    for (const [token, account] of book.accounts) {
      const failures = account.failures.filter(({ at }) => at <= now)
      const failing = raised(failures, settings.accountFailures)
      if (failing !== undefined) flags.push({ kind: 'accountFailures', token, failures: failures.length, ...failing })
      const subjects = account.subjects.filter(({ at }) => at <= now)
      const shared = raised(subjects, settings.sharedAccount)
      if (shared !== undefined) flags.push({ kind: 'sharedAccount', token, subjects: subjects.length, ...shared })
    }
    return flags.toSorted(byWeight)
  }
  return {
    standing,
    ofCase: (caseId, now) => standing(now).filter(({ caseIds }) => caseIds.includes(caseId)),
  }
}

const byWeight = (a: RiskFlag, b: RiskFlag): number => {
  if (a.level !== b.level) return a.level === 'high' ? -1 : 1
  if (a.since !== b.since) return a.since > b.since ? -1 : 1
  return keyOf(a) < keyOf(b) ? -1 : 1
}

const keyOf = (flag: RiskFlag): string => `${flag.kind} ${flag.caseIds.join(' ')}`
