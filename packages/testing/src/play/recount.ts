import {
  accountKind,
  accountStream,
  caseKind,
  caseStream,
  chinaRetail,
  KnownFrom,
  loadStream,
  Policy,
  WorkCalendarYear,
  type RecordedEvent,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import type { History, PlayedCase, PublishedYear } from './history.js'
import type { Player } from './player.js'

const streamsOf = (recorded: ReadonlyArray<RecordedEvent>, category: string): ReadonlyArray<string> => [
  ...new Set(
    recorded.flatMap(({ stream }) => (stream.startsWith(`${category}-`) ? [stream.slice(category.length + 1)] : [])),
  ),
]

const versionsIn = (recorded: ReadonlyArray<RecordedEvent>): ReadonlyMap<string, Policy> => {
  const versions = new Map<string, Policy>()
  for (const { stream, envelope } of recorded) {
    const { policy, digest } = envelope.data
    if (stream.startsWith('policyBook-') && Policy.is(policy) && typeof digest === 'string')
      versions.set(digest, policy)
  }
  return versions
}

const calendarsIn = (recorded: ReadonlyArray<RecordedEvent>): ReadonlyArray<PublishedYear> =>
  recorded.flatMap(({ stream, envelope }) => {
    const { calendar, knownFrom } = envelope.data
    return stream.startsWith('workCalendar-') && WorkCalendarYear.is(calendar) && KnownFrom.is(knownFrom)
      ? [{ calendar, knownFrom }]
      : []
  })

/** All that the shop of a player holds by now, read back from its store. */
export const recount = async (player: Player): Promise<History> => {
  const { shop, setup, steps } = player
  const recorded: Array<RecordedEvent> = []
  for await (const batch of shop.store.readAll()) {
    if (isLeft(batch)) throw new Error(`the store could not be read: ${batch.left.code}`)
    recorded.push(...batch.right.events)
  }
  const versions = versionsIn(recorded)
  const cases: Array<PlayedCase> = []
  for (const caseId of streamsOf(recorded, 'refundCase')) {
    const loaded = await loadStream(shop.store, caseKind, caseStream(caseId))
    if (isLeft(loaded)) throw new Error(`a case could not be read: ${JSON.stringify(loaded.left)}`)
    const { state, events } = loaded.right
    const digest = state.kind === 'case' ? state.requested.policy.digest : ''
    cases.push({ caseId, policy: versions.get(digest) ?? setup.policy ?? chinaRetail, events })
  }
  const accounts = new Map<string, History['accounts'] extends ReadonlyMap<string, infer Events> ? Events : never>()
  for (const accountId of streamsOf(recorded, 'orderAccount')) {
    const loaded = await loadStream(shop.store, accountKind, accountStream(accountId))
    if (isLeft(loaded)) throw new Error(`an account could not be read: ${JSON.stringify(loaded.left)}`)
    accounts.set(accountId, loaded.right.events)
  }
  const { vault, sha256 } = shop.platform
  return { setup, steps, recorded, cases, accounts, calendars: calendarsIn(recorded), vault, sha256 }
}
