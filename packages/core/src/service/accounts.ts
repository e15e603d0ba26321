import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { runCommand, type Loaded, type Refusal } from '../eventsourcing/index.js'
import {
  evolve,
  reserve,
  settle,
  type Holding,
  type OrderAccount,
  type OrderAccountEvent,
} from '../order-account/index.js'
import type { Policy } from '../policy/index.js'
import type { CaseActor } from '../refund-case/index.js'
import type { Failure } from './api.js'
import type { ServiceContext } from './context.js'
import { accountEventIds } from './ids.js'
import { accountKind, accountStream } from './streams.js'

export type LoadedAccount = Loaded<OrderAccountEvent, OrderAccount>

/** On whose behalf an account is written, and after which revision of its case (−1 before the first). */
export interface AccountWriter {
  readonly accountId: string
  readonly caseId: string
  readonly caseRevision: number
  readonly actor: CaseActor
  readonly correlationId: string
}

/** What is decided on an account: asked again on what was missed, where somebody else wrote first. */
export type AccountDecision = (account: OrderAccount) => Either<Refusal, ReadonlyArray<OrderAccountEvent>>

export const loadAccount = ({ accounts }: ServiceContext, accountId: string): Promise<Either<Failure, LoadedAccount>> =>
  accounts.load(accountStream(accountId))

/** Decides on an account and writes what is missing, on from a reading that may be out of date. */
export const writeAccount = async (
  context: ServiceContext,
  writer: AccountWriter,
  decide: AccountDecision,
  loaded?: LoadedAccount,
): Promise<Either<Failure, LoadedAccount>> => {
  const stream = accountStream(writer.accountId)
  const before = loaded === undefined ? await loadAccount(context, writer.accountId) : right(loaded)
  if (isLeft(before)) return before
  const executed = await runCommand(context.platform, accountKind, {
    stream,
    actor: writer.actor,
    correlationId: writer.correlationId,
    causationId: writer.caseId,
    ids: accountEventIds(context, stream, writer.caseId, writer.caseRevision),
    loaded: before.right,
    decide: (attempt) => {
      const decided = decide(attempt.loaded.state)
      return isLeft(decided) ? decided : right({ events: decided.right })
    },
  })
  if (isLeft(executed)) return executed
  context.accounts.keep(executed.right.loaded)
  return right(executed.right.loaded)
}

/** The most that all compensation of the order may come to under this policy, minor units. */
export const compensationCap = (account: OrderAccount, policy: Policy): number =>
  Math.floor(((account.order?.paid ?? 0) * policy.compensation.percentOfPaid) / 100)

/**
 * What a case takes before the event that asks for it: all that is missing, or the account's
 * refusal; for a ruling whatever of it is free.
 */
export const reserveFor =
  (holding: Holding, follows: number, policy: Policy, ruling = false): AccountDecision =>
  (account) =>
    reserve(
      account,
      holding,
      ruling ? { follows, ruling } : { follows, compensationCap: compensationCap(account, policy) },
    )

/** What brings the account to the holding of a case. */
export const settleTo =
  (holding: Holding, policy: Policy): AccountDecision =>
  (account) => {
    const settled = settle(account, holding, { compensationCap: compensationCap(account, policy) })
    // Somebody settled a later revision of the case meanwhile: there is nothing left for this one.
    return isLeft(settled) ? right([]) : settled
  }

/** First one decision, then another on what it came to: one append. */
export const both =
  (first: AccountDecision, second: AccountDecision): AccountDecision =>
  (account) => {
    const before = first(account)
    if (isLeft(before)) return before
    const after = second(before.right.reduce(evolve, account))
    return isLeft(after) ? after : right([...before.right, ...after.right])
  }
