import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { millisBetween } from '../calendar/index.js'
import { runCommand, type Loaded } from '../eventsourcing/index.js'
import { lapse } from '../order-account/index.js'
import { holdingOf, type CaseActor, type CaseEvent, type CaseState } from '../refund-case/index.js'
import { isSettled, rememberSettled } from './settled.js'
import { loadAccount, settleTo, writeAccount, type LoadedAccount } from './accounts.js'
import type { Failure, Swept } from './api.js'
import type { ServiceContext } from './context.js'
import { eventIds } from './ids.js'
import { pinnedPolicy, rememberedPolicy } from './publishing.js'
import { accountKind, caseKind, caseStream } from './streams.js'

export type LoadedCase = Loaded<CaseEvent, CaseState>

const sweeper: CaseActor = { id: 'service', role: 'system' }

export const loadCase = ({ cases }: ServiceContext, caseId: string): Promise<Either<Failure, LoadedCase>> =>
  cases.load(caseStream(caseId))

/** Whether this reading of the account stands as the case asks, so that there is nothing to settle. */
export const standsSettled = (
  context: ServiceContext,
  caseId: string,
  { state }: LoadedCase,
  account: LoadedAccount,
): boolean => state.kind === 'case' && isSettled(context, account, holdingOf(caseId, state))

/**
 * Brings the account to what the case holds: written by whoever comes next, whatever crashed before. `account` is a
 * reading that is no older than the last event of the case, or none.
 */
export const settleLoaded = async (
  context: ServiceContext,
  caseId: string,
  { state, revision }: LoadedCase,
  actor: CaseActor,
  account?: LoadedAccount,
): Promise<Either<Failure, LoadedAccount | undefined>> => {
  if (state.kind !== 'case' || revision === 'no_stream') return right(undefined)
  const policy =
    rememberedPolicy(context, state.requested.policy) ?? (await pinnedPolicy(context, state.requested.policy))
  if (isLeft(policy)) return policy
  const holding = holdingOf(caseId, state)
  if (account !== undefined && isSettled(context, account, holding)) return right(account)
  const writer = { accountId: state.requested.accountId, caseId, caseRevision: revision, actor, correlationId: caseId }
  const settled = await writeAccount(context, writer, settleTo(holding, policy.right), account)
  if (!isLeft(settled)) rememberSettled(context, settled.right, holding)
  return settled
}

/** Reads one case and settles it. */
export const settleCase = async (
  context: ServiceContext,
  caseId: string,
  actor: CaseActor = sweeper,
): Promise<Either<Failure, LoadedAccount | undefined>> => {
  const loaded = await loadCase(context, caseId)
  return isLeft(loaded) ? loaded : settleLoaded(context, caseId, loaded.right, actor)
}

/**
 * Ends a reservation whose case never came, or names another order: first `RequestLapsed` stands in its stream, so that
 * the request can no longer be written, then what was reserved is free.
 */
const lapseReservation = async (
  context: ServiceContext,
  accountId: string,
  caseId: string,
): Promise<Either<Failure, boolean>> => {
  const stream = caseStream(caseId)
  const fenced = await runCommand(context.platform, caseKind, {
    stream,
    actor: sweeper,
    correlationId: caseId,
    causationId: accountId,
    ids: eventIds(context, stream, undefined),
    decide: ({ loaded }) =>
      right({
        events:
          loaded.state.kind === 'none' ? [{ type: 'RequestLapsed', data: { accountId } } satisfies CaseEvent] : [],
      }),
  })
  if (isLeft(fenced)) return fenced
  const { state } = fenced.right.loaded
  if (state.kind === 'case' && state.requested.accountId === accountId) return right(false)
  const writer = { accountId, caseId, caseRevision: -1, actor: sweeper, correlationId: caseId }
  const released = await writeAccount(context, writer, (account) => lapse(account, caseId))
  return isLeft(released) ? released : right(true)
}

/** Whether a reservation is old enough that nobody will come for it any more. */
const graceOver = ({ options, graceMs }: ServiceContext, account: LoadedAccount, caseId: string): boolean => {
  const reserved = account.events.findLast(({ type, data }) => type === 'Reserved' && data.caseId === caseId)
  return reserved === undefined || millisBetween(reserved.meta.occurredAt, options.clock()) >= graceMs
}

/** Ends the reservations of one account that are older than the grace time and have no case of theirs. */
const sweepAccount = async (context: ServiceContext, accountId: string, report: Report): Promise<void> => {
  const account = await loadAccount(context, accountId)
  if (isLeft(account)) {
    report.failed.push({ id: accountId, failure: account.left })
    return
  }
  for (const { caseId, lapsed } of account.right.state.cases.values()) {
    const theCase = await loadCase(context, caseId)
    // A case that cannot be read is reported where it is settled; the others of the order do not wait for it.
    if (lapsed || isLeft(theCase)) continue
    const { state } = theCase.right
    if (state.kind === 'case' && state.requested.accountId === accountId) continue
    if (state.kind === 'none' && !graceOver(context, account.right, caseId)) continue
    const ended = await lapseReservation(context, accountId, caseId)
    if (isLeft(ended)) report.failed.push({ id: caseId, failure: ended.left })
    else if (ended.right) report.lapsed++
  }
}

/** What a sweep has come to so far. */
interface Report {
  lapsed: number
  readonly failed: Array<{ readonly id: string; readonly failure: Failure }>
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

const idsOf = async (context: ServiceContext, category: string): Promise<Either<Failure, ReadonlySet<string>>> => {
  const ids = new Set<string>()
  for await (const batch of context.platform.store.readAll({ filter: { categories: [category] } })) {
    if (isLeft(batch)) return batch
    for (const { stream } of batch.right.events) ids.add(idOf(stream))
  }
  return right(ids)
}

/** Settles one case; whether anything had to be written. */
const settleOne = async (context: ServiceContext, caseId: string): Promise<Either<Failure, boolean>> => {
  const loaded = await loadCase(context, caseId)
  if (isLeft(loaded)) return loaded
  if (loaded.right.state.kind !== 'case') return right(false)
  const before = await loadAccount(context, loaded.right.state.requested.accountId)
  if (isLeft(before)) return before
  const after = await settleLoaded(context, caseId, loaded.right, sweeper, before.right)
  return isLeft(after) ? after : right(after.right?.revision !== before.right.revision)
}

/**
 * One case; or every case and every reservation there is. What cannot be settled, because its stream cannot be read, is
 * reported and keeps nobody else waiting.
 */
export const sweep = async (context: ServiceContext, caseId?: string): Promise<Either<Failure, Swept>> => {
  const cases = caseId === undefined ? await idsOf(context, caseKind.category) : right(new Set([caseId]))
  if (isLeft(cases)) return cases
  const accounts = caseId === undefined ? await idsOf(context, accountKind.category) : right(new Set<string>())
  if (isLeft(accounts)) return accounts
  const report: Report = { lapsed: 0, failed: [] }
  // What a reservation gives back, a case that lacks it may have.
  for (const accountId of accounts.right) await sweepAccount(context, accountId, report)
  let settled = 0
  for (const id of cases.right) {
    const one = await settleOne(context, id)
    if (isLeft(one)) report.failed.push({ id, failure: one.left })
    else if (one.right) settled++
  }
  return right({ cases: cases.right.size, settled, ...report })
}
