import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { caseNumberKind, ownNumberKind, partsOfCaseNo } from '../case-number/index.js'
import { continueLoad, loadStream, nothingLoaded, type Stored } from '../eventsourcing/index.js'
import { evolve as evolveAccount, recordOrder, reserve, type OrderFacts } from '../order-account/index.js'
import {
  commandNames,
  decide,
  holdingOf,
  quoteFor,
  type ActName,
  type CaseActor,
  type CaseEvent,
  type CaseFacts,
  type Quote,
  type RefundCase,
} from '../refund-case/index.js'
import type { Fault } from '../vocabulary/index.js'
import { compensationCap, loadAccount } from './accounts.js'
import { caseMissing, viewOf } from './answering.js'
import type { ActionView, CaseView, Failure } from './api.js'
import type { ServiceContext } from './context.js'
import type { Decoded } from './decoding.js'
import { growthBefore } from './growth.js'
import { probes } from './probes.js'
import { calendarAt, knownCalendars, pinnedPolicy } from './publishing.js'
import { decideOn, opened, prepareRequest } from './preparing.js'
import { loadCase } from './settling.js'
import { caseKind, caseNumberStream, ownNumberStream } from './streams.js'

type Answered<T> = Promise<Either<Failure, T>>

/** A case with its whole history, decoded. */
export const readCase = async (
  context: ServiceContext,
  caseId: string,
): Answered<CaseView & { readonly events: ReadonlyArray<Stored<CaseEvent>> }> => {
  const loaded = await loadCase(context, caseId)
  if (isLeft(loaded)) return loaded
  const { state, events } = loaded.right
  if (state.kind !== 'case') return caseMissing(caseId, state)
  const view = await viewOf(context, caseId, state)
  return isLeft(view) ? view : right({ ...view.right, events })
}

/** Where a number stands: first in its block, which names its case, or further in. */
type NumberPlace = { readonly at: 'first'; readonly caseId: string } | { readonly at: 'inside' } | undefined

/** The block that a number was taken in, searched by halves: numbers rise with the stream. */
const blockOf = async (context: ServiceContext, year: string, number: number): Answered<NumberPlace> => {
  const stream = caseNumberStream(year)
  const at = async (from: number) => context.platform.store.readStream(stream, { from, limit: 1 })()
  let low = 0
  let high = number - 1
  while (low <= high) {
    const middle = Math.floor((low + high) / 2)
    const slice = await at(middle)
    if (isLeft(slice)) return slice
    const [event] = slice.right.events
    if (event === undefined) {
      high = middle - 1
      continue
    }
    const before = {
      ...nothingLoaded(caseNumberKind, stream),
      revision: middle === 0 ? ('no_stream' as const) : middle - 1,
    }
    const loaded = continueLoad(caseNumberKind, before, [event])
    if (isLeft(loaded)) return loaded
    const taken = loaded.right.events[0]?.data
    if (taken === undefined) return right(undefined)
    if (number < taken.first) high = middle - 1
    else if (number > taken.last) low = middle + 1
    else return right(number === taken.first ? { at: 'first', caseId: taken.caseId } : { at: 'inside' })
  }
  return right(undefined)
}

/** Numbers inside a block name no case in their stream; their Requested does. */
const byRequested = async (context: ServiceContext, caseNo: string): Answered<string | undefined> => {
  const filter = { categories: [caseKind.category], types: ['Requested'] }
  for await (const batch of context.platform.store.readAll({ filter })) {
    if (isLeft(batch)) return batch
    for (const { stream, envelope } of batch.right.events)
      if (envelope.data['caseNo'] === caseNo) return right(stream.slice(stream.indexOf('-') + 1))
  }
  return right(undefined)
}

/** The case with this number: one of ours, or the embedder's own. */
export const readByNumber = async (context: ServiceContext, caseNo: string): Answered<CaseView> => {
  const unknown: Either<Failure, never> = left({ kind: 'refusal', code: 'CASE_UNKNOWN', rule: '§1', facts: { caseNo } })
  const own = await loadStream(context.platform.store, ownNumberKind, ownNumberStream(caseNo))
  if (isLeft(own)) return own
  let { caseId } = own.right.state
  const parts = caseId === undefined ? partsOfCaseNo(caseNo) : undefined
  if (parts !== undefined) {
    const place = await blockOf(context, parts.year, parts.number)
    if (isLeft(place)) return place
    // A number that a crash kept from its case may stand in its stream and in no case.
    const found = place.right?.at === 'inside' ? await byRequested(context, caseNo) : right(place.right?.caseId)
    if (isLeft(found)) return found
    caseId = found.right
  }
  if (caseId === undefined) return unknown
  const found = await readCase(context, caseId)
  return isLeft(found) && found.left.kind === 'refusal' ? unknown : found
}

/** Every case of an order, in the order they came to its account. */
export const readCasesOf = async (context: ServiceContext, orderId: string): Answered<ReadonlyArray<CaseView>> => {
  const account = await loadAccount(context, orderId)
  if (isLeft(account)) return account
  const views: Array<CaseView> = []
  for (const { caseId } of account.right.state.cases.values()) {
    const loaded = await loadCase(context, caseId)
    if (isLeft(loaded)) return loaded
    const { state } = loaded.right
    if (state.kind !== 'case') continue
    const view = await viewOf(context, caseId, state)
    if (isLeft(view)) return view
    views.push(view.right)
  }
  return right(views)
}

/** What a request would be quoted were it accepted: decided as a request and a review would be, written nowhere. */
export const readQuote = async (
  context: ServiceContext,
  actor: CaseActor,
  decoded: Decoded<'request'>,
  inline: OrderFacts | undefined,
  fault: Fault,
): Answered<Quote> => {
  const caseId = context.options.ids.v7()
  const prepared = await prepareRequest(context, actor, caseId, decoded, inline)
  if (isLeft(prepared)) return prepared
  const { accountId, order, policy, calendars } = prepared.right
  const loaded = await loadAccount(context, accountId)
  if (isLeft(loaded)) return loaded
  const recorded = order === undefined ? right([]) : recordOrder(loaded.right.state, order)
  if (isLeft(recorded)) return recorded
  const account = recorded.right.reduce(evolveAccount, loaded.right.state)
  const now = context.options.clock()
  const requested = decideOn(prepared.right, account, now, 'quote')
  if (isLeft(requested)) return requested
  const state = opened(requested.right, actor, now)
  if (state.kind !== 'case') return caseMissing(caseId, state)
  const free = reserve(account, holdingOf(caseId, state), {
    follows: -1,
    compensationCap: compensationCap(account, policy),
  })
  if (isLeft(free)) return free
  const facts = {
    caseId,
    now,
    actor,
    policy,
    calendar: calendarAt(calendars, now),
    account: free.right.reduce(evolveAccount, account),
    accountToken: undefined,
  }
  const { lines } = state
  return quoteFor({ caseId, lines, fault, deductions: [], amount: undefined, priceDifference: undefined }, state, facts)
}

const isAct = (name: (typeof commandNames)[number]): name is ActName => name !== 'request'

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties a command to its own probe
const decided = <Name extends ActName>(name: Name, state: RefundCase, facts: CaseFacts) =>
  decide<Name>(name, probes[name](state), state, facts)

const probe = (name: ActName, state: RefundCase, facts: CaseFacts): ActionView => {
  const decision = decided(name, state, facts)
  if (isLeft(decision)) return { command: name, allowed: false, refusal: decision.left }
  const given = growthBefore(name, state, decision.right, facts)?.(facts.account)
  return given !== undefined && isLeft(given)
    ? { command: name, allowed: false, refusal: given.left }
    : { command: name, allowed: true, refusal: undefined }
}

/** Each command in its most ordinary form: whether this actor may give it now, or why not. */
export const readActions = async (
  context: ServiceContext,
  caseId: string,
  actor: CaseActor,
): Answered<ReadonlyArray<ActionView>> => {
  const [loaded, calendars] = await Promise.all([loadCase(context, caseId), knownCalendars(context)])
  if (isLeft(loaded)) return loaded
  if (isLeft(calendars)) return calendars
  const { state } = loaded.right
  if (state.kind !== 'case') return caseMissing(caseId, state)
  const policy = await pinnedPolicy(context, state.requested.policy)
  if (isLeft(policy)) return policy
  const account = await loadAccount(context, state.requested.accountId)
  if (isLeft(account)) return account
  const now = context.options.clock()
  const facts: CaseFacts = {
    caseId,
    now,
    actor,
    policy: policy.right,
    calendar: calendarAt(calendars.right, now),
    account: account.right.state,
    accountToken: undefined,
  }
  return right(commandNames.filter(isAct).map((name) => probe(name, state, facts)))
}
