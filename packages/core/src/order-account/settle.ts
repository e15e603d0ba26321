import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { standingOf } from './by-case.js'
import { consume } from './consume.js'
import { isEmpty, releasedEvent, reservedEvent } from './event-of.js'
import type { OrderAccountEvent } from './events.js'
import { evolve } from './evolve.js'
import { growth } from './growth.js'
import { ofWholeOrder, type Holding } from './holding.js'
import { release } from './release.js'
import { restore } from './restore.js'
import type { SettleTerms, Step } from './step.js'
import { notStale, type StaleCaseRevision } from './stale.js'
import type { OrderAccount } from './state.js'

const confirmFunds: Step = (_account, { caseId, caseRevision, fundsConfirmed }, { entry }) =>
  fundsConfirmed === undefined || entry?.fundsConfirmed === fundsConfirmed
    ? []
    : [{ type: 'FundsConfirmed', data: { caseId, caseRevision, amount: fundsConfirmed } }]

const grow: Step = (account, holding, standing, { compensationCap = 0 }) => {
  const grown = growth(account, standing, holding, { freight: false, compensationCap })
  return isEmpty(grown) ? [] : [reservedEvent(holding, grown)]
}

const judge: Step = (_account, { caseId, caseRevision, judged }, { entry }) => {
  const known = entry?.judged
  return judged === undefined || (known?.route === judged.route && known.fault === judged.fault)
    ? []
    : [{ type: 'Judged', data: { caseId, caseRevision, route: judged.route, fault: judged.fault } }]
}

/** An attempt keeps reserved freight until the case has gone on without it. */
const attempt: Step = (_account, holding, { entry }) => {
  if (entry === undefined || (entry.reserved.freight ?? 0) === 0) return []
  const ended = holding.paying !== true && holding.caseRevision > entry.caseRevision
  if (entry.freightBasis === 'payment' && ended)
    return [reservedEvent(holding, { lines: [], purse: {}, freightBasis: 'completion' })]
  return entry.freightBasis === 'completion' && holding.paying === true
    ? [reservedEvent(holding, { lines: [], purse: {}, freightBasis: 'payment' })]
    : []
}

/**
 * What is still to be said of the case: that it is open, or not; or that the event which something was reserved for
 * has been written. Whoever read the account before that must then read it again, and cannot take it away.
 */
const mark: Step = (_account, holding, { entry }) => {
  if (entry === undefined) return []
  const unsaid = entry.ahead && entry.caseRevision >= 0 && holding.caseRevision > entry.caseRevision
  if (entry.open === holding.open && !unsaid) return []
  const nothing = { lines: [], purse: {} }
  return [holding.open ? reservedEvent(holding, nothing) : releasedEvent(holding, nothing)]
}

/**
 * Freight that a case reserved because it completes the refund of the order is free again once a unit of the order is:
 * its own, or another's that ended unpaid. No `settle` reserves it again (§6-3).
 */
const releaseFreight: Step = (account, { caseId }, standing) => {
  if (account.order === undefined || account.order.freight === 0) return []
  if (standing.lines.every(({ freeUnits }) => freeUnits === 0)) return []
  return [...account.cases.values()].flatMap((entry) => {
    const { freight } = entry.reserved
    if (freight === undefined || entry.wholeOrder || entry.freightBasis !== 'completion') return []
    const because = entry.caseId === caseId ? {} : { because: caseId }
    return [releasedEvent(entry, { lines: [], purse: { freight }, ...because })]
  })
}

const steps: ReadonlyArray<Step> = [confirmFunds, restore, attempt, release, grow, consume, judge, mark, releaseFreight]

/**
 * Brings the account to what the case's events say it holds: the events that are missing, none where nothing is. Where
 * not all of it is free, what is free is reserved. Refused only for an older revision of the case than the account has
 * followed.
 */
export const settle = (
  account: OrderAccount,
  asked: Holding,
  terms: SettleTerms = {},
): Either<StaleCaseRevision, ReadonlyArray<OrderAccountEvent>> => {
  const holding = ofWholeOrder(asked, account.lines.keys())
  const current = notStale(account, holding.caseId, holding.caseRevision)
  if (isLeft(current)) return current
  const events: Array<OrderAccountEvent> = []
  let now = account
  let standing = standingOf(now, holding.caseId)
  for (const step of steps) {
    const missing = step(now, holding, standing, terms)
    if (missing.length === 0) continue
    events.push(...missing)
    now = missing.reduce(evolve, now)
    standing = standingOf(now, holding.caseId)
  }
  return right(events)
}
