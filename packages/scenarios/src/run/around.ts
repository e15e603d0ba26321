import type { Instant } from '@refund-case/core'
import { accountFindings } from '../compare/account.js'
import { caseFindings } from '../compare/case.js'
import { finding, type Finding } from '../compare/finding.js'
import type { AccountExpectation } from '../format/expect/account.js'
import type { CaseExpectation } from '../format/expect/case.js'
import { under, type Pointer } from '../source/pointer.js'
import { lookAt } from './case-look.js'
import type { Scene } from './scene.js'
import type { Reel } from './tape.js'

/** What is expected of one case; where there is none, that. */
export const expectedOfCase = (
  scene: Scene,
  expected: CaseExpectation,
  path: Pointer,
  caseId: string | undefined,
  now: Instant,
  asOf?: Instant,
): ReadonlyArray<Finding> => {
  const look = caseId === undefined ? undefined : lookAt(scene.tape, caseId, now, asOf)
  return look === undefined
    ? [finding(path, 'case', 'a case', 'there is none')]
    : caseFindings(expected, path, look, scene.writing)
}

/** What is expected of cases by alias, and of accounts. */
export const expectedAround = (
  scene: Scene,
  expected: {
    readonly cases?: ReadonlyArray<readonly [string, CaseExpectation]>
    readonly accounts?: ReadonlyArray<readonly [string, AccountExpectation]>
  },
  path: Pointer,
  now: Instant,
  reel?: Reel,
): ReadonlyArray<Finding> => [
  ...(expected.cases ?? []).flatMap(([alias, ofCase]) =>
    expectedOfCase(scene, ofCase, under(under(path, 'cases'), alias), scene.idOf(alias), now).map(
      ({ path: place, about, expected: wanted, actual }) => finding(place, `${alias} ${about}`, wanted, actual),
    ),
  ),
  ...(expected.accounts ?? []).flatMap(([accountId, ofAccount]) => {
    const place = under(under(path, 'accounts'), accountId)
    const account = scene.tape.accounts.get(accountId)
    if (account === undefined) return [finding(place, `account ${accountId}`, 'an account', 'there is none')]
    const events = (reel?.accounts ?? [])
      .filter((told) => told.accountId === accountId)
      .map(({ event }) => ({ type: event.type, data: event.data, occurredAt: event.meta.occurredAt, odd: [] }))
    return accountFindings(
      ofAccount,
      place,
      { accountId, state: account.state, events, at: now },
      scene.idOf,
      scene.writing,
    )
  }),
]
