import {
  breachesOf,
  calendarHistory,
  evolve,
  noCase,
  instantAt,
  type Breach,
  type CalendarHistory,
  type CaseState,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { History, PlayedCase } from '../play/history.js'
import { overHistories } from './over-histories.js'
import { naiveBreaches } from './reference/naive-breaches.js'
import { naiveClocks } from './reference/naive-clocks.js'
import { workedBy } from './reference/naive-limit.js'

const everSince = instantAt('2000-01-01T00:00Z')
const afterAll = instantAt('2099-12-31T23:59:59.999Z')

const known = ({ calendars }: History): CalendarHistory => {
  const history = calendarHistory(calendars)
  if (isLeft(history)) throw new Error(`calendars that do not fit: ${JSON.stringify(history.left)}`)
  return history.right
}

const texts = (
  breaches: ReadonlyArray<{ rule: string; startedBy: string; at: string | number }>,
): ReadonlyArray<string> =>
  breaches.map(({ rule, startedBy, at }) => `${rule} since ${startedBy} at ${new Date(at).toISOString()}`).toSorted()

const statesOf = ({ events }: PlayedCase) => {
  let state: CaseState = noCase
  return events.flatMap((event) => {
    state = evolve(state, event)
    return state.kind === 'case' ? [{ state, at: event.meta.occurredAt }] : []
  })
}

/** How breaches are found: the library's `breachesOf`, or one that is to be caught. */
export type BreachesOf = typeof breachesOf

const asked = (played: PlayedCase, calendars: CalendarHistory, find: BreachesOf): ReadonlyArray<string> => {
  const { caseId, policy } = played
  const states = statesOf(played)
  const last = states.at(-1)
  if (last === undefined) return []
  const all = find(caseId, last.state, policy, calendars, everSince, afterAll)
  const cuts = [everSince, ...states.map(({ at }) => at), ...all.map(({ at }) => at), afterAll].toSorted()
  const inParts: ReadonlyArray<Breach> = cuts
    .slice(1)
    .flatMap((to, at) => find(caseId, last.state, policy, calendars, cuts[at] ?? to, to))
  const asTheyCame = states.flatMap(({ state, at }, index) =>
    find(caseId, state, policy, calendars, index === 0 ? everSince : at, states[index + 1]?.at ?? afterAll),
  )
  const complaints: Array<string> = []
  const compare = (what: string, one: ReadonlyArray<string>, other: ReadonlyArray<string>): void => {
    if (JSON.stringify(one) !== JSON.stringify(other))
      complaints.push(`case ${caseId}: ${what}: [${one.join('; ')}] and [${other.join('; ')}]`)
  }
  compare('breaches asked in disjoint intervals, and at once', texts(inParts), texts(all))
  compare('breaches as they came, and in hindsight', texts(asTheyCame), texts(all))
  if (calendars.learned.length === 0) {
    const worked = workedBy([...calendars.atFirst.years.values()].map(({ published }) => published))
    compare(
      'breaches, and counted by hand',
      texts(all),
      texts(naiveBreaches(naiveClocks(played.events), policy, worked)),
    )
  }
  return complaints
}

/** How the breaches of a history differ from what they should be. */
export const breachComplaints = (history: History, find: BreachesOf = breachesOf): ReadonlyArray<string> => {
  const calendars = known(history)
  return history.cases.flatMap((played) => asked(played, calendars, find))
}

export const rule21Breaches = overHistories({
  rule: 21,
  name: 'rule21Breaches',
  title:
    'A breach is reported once: when the event that meets the rule comes after the limit, or from the first instant after it while none has come; the later event does not report it again.',
  occasions: (history) => {
    const calendars = known(history)
    return history.cases.reduce((sum, played) => {
      const last = statesOf(played).at(-1)
      return last === undefined
        ? sum
        : sum + breachesOf(played.caseId, last.state, played.policy, calendars, everSince, afterAll).length
    }, 0)
  },
  violations: (history) => breachComplaints(history),
})
