import {
  addMillis,
  bindingDeadline,
  breachesOf,
  calendarAsKnownAt,
  calendarHistory,
  deadlinesOf,
  situationOf,
  type Amounts,
  type Breach,
  type Deadline,
  type Instant,
  type RefundCase,
  type Situation,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { Tape } from './tape.js'
import { startOfCase, tapedCaseAfter, type TapedCase } from './taped.js'

/** A case as it stood at an instant, with the deadlines known by then. */
export interface CaseLook {
  readonly caseId: string
  readonly state: RefundCase
  readonly situation: Situation
  readonly deadlines: ReadonlyArray<Deadline>
  readonly binding: Deadline | undefined
  readonly breaches: ReadonlyArray<Breach>
  readonly amounts: {
    readonly claimed: Amounts
    readonly quoted: Amounts
    readonly approved: Amounts
    readonly paid: Amounts
    readonly payable: Amounts
  }
  readonly balances: TapedCase['balances']
}

type History = ReturnType<typeof calendarHistory>
const histories = new WeakMap<Tape, Map<string, History>>()

/** The calendars known by an instant; put together once for each number of them. */
const knownBy = (tape: Tape, at: Instant): History => {
  const known = tape.calendars.filter(({ knownFrom }) => knownFrom === 'beginning' || knownFrom <= at)
  const ofTape = histories.get(tape) ?? new Map<string, History>()
  histories.set(tape, ofTape)
  const key = `${known.length} of ${tape.calendars.length}`
  const history = ofTape.get(key) ?? calendarHistory(known)
  ofTape.set(key, history)
  return history
}

const beginning = (instant: Instant): Instant => addMillis(instant, Number.MIN_SAFE_INTEGER)

const asItWas = (taped: TapedCase, instant: Instant): TapedCase =>
  taped.events.filter(({ meta }) => meta.occurredAt <= instant).reduce(tapedCaseAfter, startOfCase(taped.caseId))

/** None where there is no such case, or was none then. */
export const lookAt = (tape: Tape, caseId: string, now: Instant, asOf?: Instant): CaseLook | undefined => {
  const whole = tape.cases.get(caseId)
  const taped = whole === undefined || asOf === undefined ? whole : asItWas(whole, asOf)
  if (taped?.state.kind !== 'case') return undefined
  const { state } = taped
  const at = asOf ?? now
  const policy = tape.policies.get(state.requested.policy.digest)
  const history = knownBy(tape, at)
  if (policy === undefined || isLeft(history)) return undefined
  const deadlines = deadlinesOf(state, policy, calendarAsKnownAt(history.right, at))
  return {
    caseId,
    state,
    situation: situationOf(state),
    deadlines,
    binding: bindingDeadline(deadlines),
    breaches: breachesOf(caseId, state, policy, history.right, beginning(at), addMillis(at, 1)),
    amounts: {
      claimed: state.claimed,
      quoted: state.quote?.amounts ?? {},
      approved: state.approval.complete ? state.approval.amounts : {},
      paid: taped.paid,
      payable: taped.payable,
    },
    balances: taped.balances,
  }
}

/** The breaches whose first instant lies in [from, to), as their identities. */
export const breachIds = (tape: Tape, from: Instant, to: Instant): ReadonlyArray<string> =>
  [...tape.cases.values()].flatMap(({ caseId, state }) => {
    const policy = state.kind === 'case' ? tape.policies.get(state.requested.policy.digest) : undefined
    const history = knownBy(tape, to)
    if (state.kind !== 'case' || policy === undefined || isLeft(history)) return []
    return breachesOf(caseId, state, policy, history.right, from, to).map(
      ({ rule, startedBy }) => `${rule} of ${caseId} started by ${startedBy}`,
    )
  })
