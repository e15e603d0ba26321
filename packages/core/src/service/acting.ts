import { isLeft, isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import { runCommand, type Refusal, type Stored } from '../eventsourcing/index.js'
import type { Policy } from '../policy/index.js'
import {
  decide,
  type ActName,
  type CaseActor,
  type CaseEvent,
  type CaseFacts,
  type FieldsOf,
  type RefundCase,
} from '../refund-case/index.js'
import type { Sealing, VaultError } from '../sealing/index.js'
import { loadAccount, writeAccount, type LoadedAccount } from './accounts.js'
import { caseMissing, outcomeOf, repeatedOutcome } from './answering.js'
import type { Failure, Outcome } from './api.js'
import type { KnownCalendars, ServiceContext } from './context.js'
import type { Decoded } from './decoding.js'
import { accountToken } from './account-token.js'
import { growthBefore } from './growth.js'
import { eventIds } from './ids.js'
import { keyedCommand, writtenBefore, type KeyedCommand } from './keys.js'
import { calendarAt, knownCalendars, pinnedPolicy, rememberedPolicy } from './publishing.js'
import { sealCommand } from './sealing.js'
import { loadCase, settleCase, settleLoaded, standsSettled, type LoadedCase } from './settling.js'
import { caseKind, caseStream } from './streams.js'

/** The commands that may find outbound freight due: they rest on what every other case of the order was judged. */
const owesFreight: ReadonlySet<ActName> = new Set<ActName>(['review', 'adjustAmount'])

interface Prepared<Name extends ActName> {
  readonly name: Name
  readonly caseId: string
  readonly actor: CaseActor
  readonly fields: Sealing<FieldsOf<Name>>
  readonly accountToken: string | undefined
  readonly command: KeyedCommand | undefined
  readonly policy: Policy
  readonly calendars: KnownCalendars
  /** The events that its key was not found in. */
  readonly searched: LoadedCase['events']
}

/** The account as the decision needs it: what the order's other cases were judged is brought up to date first. */
const accountFor = async (
  context: ServiceContext,
  { name, caseId }: Prepared<ActName>,
  state: RefundCase,
): Promise<Either<Failure, LoadedAccount>> => {
  const account = await loadAccount(context, state.requested.accountId)
  if (isLeft(account) || !owesFreight.has(name)) return account
  const { order, cases } = account.right.state
  const others = [...cases.values()].filter((entry) => entry.caseId !== caseId && !entry.lapsed)
  if (order === undefined || order.freight === 0 || others.length === 0) return account
  for (const other of others) {
    const settled = await settleCase(context, other.caseId)
    if (isLeft(settled)) return settled
  }
  return loadAccount(context, state.requested.accountId)
}

interface Written {
  readonly loaded: LoadedCase
  readonly events: ReadonlyArray<Stored<CaseEvent>>
  readonly repeated: boolean
}

/** Why not, and the reading of the case that this was decided on. */
interface NotWritten {
  readonly failure: Failure
  readonly seen: LoadedCase
}

/** Decides and writes one prepared command, and brings the account to what the case then holds. */
const execute = async <Name extends ActName>(
  context: ServiceContext,
  prepared: Prepared<Name>,
  decoded: Decoded<Name>,
  loaded: LoadedCase,
): Promise<Either<NotWritten, Written>> => {
  const { name, caseId, actor, fields, command, policy, calendars } = prepared
  const stream = caseStream(caseId)
  let account: LoadedAccount | undefined
  let repeated: ReadonlyArray<Stored<CaseEvent>> = []
  let seen = loaded
  const executed = await runCommand<CaseEvent, LoadedCase['state'], Failure>(context.platform, caseKind, {
    stream,
    actor,
    correlationId: decoded.correlationId ?? caseId,
    causationId: caseId,
    command: command === undefined ? undefined : { key: command.key, fingerprint: command.fingerprint },
    ids: eventIds(context, stream, command),
    loaded,
    decide: async (attempt) => {
      seen = attempt.loaded
      const { state, events } = attempt.loaded
      if (state.kind !== 'case') return caseMissing(caseId, state)
      if (command !== undefined && events !== prepared.searched) {
        const before = writtenBefore(command, events, false)
        if (isLeft(before)) return before
        if (before.right.length > 0) {
          repeated = before.right
          return right({ events: [] })
        }
      }
      const found = await accountFor(context, prepared, state)
      if (isLeft(found)) return found
      account = found.right
      const facts: CaseFacts = {
        caseId,
        now: attempt.now,
        actor,
        policy,
        calendar: calendarAt(calendars, attempt.now),
        account: account.state,
        accountToken: prepared.accountToken,
      }
      const decision = decide(name, fields, state, facts)
      if (isLeft(decision)) return decision
      const restedOn = name === 'notify' ? [account, ...calendars.restedOn] : [account]
      const growth = growthBefore(name, state, decision.right, facts)
      if (growth !== undefined) {
        // What cannot be written in the end takes nothing from the account first.
        if (isLeft(attempt.inOrder)) return attempt.inOrder
        const { accountId } = state.requested
        const writer = { accountId, caseId, caseRevision: state.revision, actor, correlationId: caseId }
        const grown = await writeAccount(context, writer, growth, account)
        // Once something was taken ahead, only a reading made after the case event says whether it is still there.
        account = undefined
        if (isLeft(grown)) return grown
      }
      return right({ events: decision.right, restedOn })
    },
  })
  const after = isLeft(executed) ? seen : executed.right.loaded
  context.cases.keep(after)
  if (account === undefined || !standsSettled(context, caseId, after, account))
    await settleLoaded(context, caseId, after, actor, account)
  if (isLeft(executed)) return left({ failure: executed.left, seen })
  return right({
    loaded: after,
    events: repeated.length > 0 ? repeated : executed.right.appended,
    repeated: repeated.length > 0,
  })
}

/**
 * Executes a command, and decides it again where it was refused on a case that has moved on since it was read: case and
 * account are read one after the other, and a refusal must be one that some order of the two calls gives.
 */
const executeOnPresent = async <Name extends ActName>(
  context: ServiceContext,
  prepared: Prepared<Name>,
  decoded: Decoded<Name>,
  loaded: LoadedCase,
): Promise<Either<Failure, Written>> => {
  let current = loaded
  for (let attempt = 1; ; attempt++) {
    const executed = await execute(context, prepared, decoded, current)
    if (!isLeft(executed)) return executed
    const { failure, seen } = executed.left
    if (failure.kind !== 'refusal' || attempt >= context.maxAttempts) return left(failure)
    const present = await loadCase(context, prepared.caseId)
    if (isLeft(present) || present.right.revision === seen.revision) return left(failure)
    current = present.right
  }
}

/** What a command needs before it is decided: its key and fingerprint, its texts sealed, its policy and calendars. */
const prepare = async <Name extends ActName>(
  context: ServiceContext,
  actor: CaseActor,
  name: Name,
  caseId: string,
  decoded: Decoded<Name>,
  state: RefundCase,
  command: KeyedCommand | undefined,
  calendars: KnownCalendars,
  searched: LoadedCase['events'],
): Promise<Either<Failure, Prepared<Name>>> => {
  const policy =
    rememberedPolicy(context, state.requested.policy) ?? (await pinnedPolicy(context, state.requested.policy))
  if (isLeft(policy)) return policy
  const token = accountToken(context, decoded.fields)
  if (isLeft(token)) return token
  const sealed = await sealCommand(context, name, decoded.fields, state.requested.customer.subject, caseStream(caseId))
  if (isLeft(sealed)) return sealed
  return right({
    name,
    caseId,
    actor,
    fields: sealed.right,
    accountToken: token.right,
    command,
    policy: policy.right,
    calendars,
    searched,
  })
}

/** Carries out one command on a case that is there. */
export const act = async <Name extends ActName>(
  context: ServiceContext,
  actor: CaseActor,
  name: Name,
  caseId: string,
  decoded: Decoded<Name>,
): Promise<Either<Failure, Outcome>> => {
  // Both are asked for at once, the case first; Promise.all would do the same, at a higher price.
  const reading = loadCase(context, caseId)
  const calendars = await knownCalendars(context)
  const loaded = await reading
  if (isLeft(loaded)) return loaded
  if (isLeft(calendars)) return calendars
  const { state, events } = loaded.right
  if (state.kind !== 'case') return caseMissing(caseId, state)
  const { key } = decoded
  let command: Either<VaultError, KeyedCommand> | undefined
  if (key !== undefined) {
    command = keyedCommand(context, name, key, { caseId, text: decoded.text })
    if (isLeft(command)) return command
    const before: Either<Refusal | VaultError, ReadonlyArray<Stored<CaseEvent>>> = writtenBefore(
      command.right,
      events,
      false,
    )
    if (isLeft(before) || before.right.length > 0) {
      await settleLoaded(context, caseId, loaded.right, actor)
      if (isLeft(before)) return before
      await afterwards(context, name, state)
      return repeatedOutcome(context, caseId, state, before.right, key)
    }
  }
  const keyed = command !== undefined && isRight(command) ? command.right : undefined
  const prepared = await prepare(context, actor, name, caseId, decoded, state, keyed, calendars.right, events)
  if (isLeft(prepared)) return prepared
  const executed = await executeOnPresent(context, prepared.right, decoded, loaded.right)
  if (isLeft(executed)) return executed
  if (name === 'erasePersonalData') {
    const erased = await afterwards(context, name, executed.right.loaded.state)
    if (isLeft(erased)) return erased
  }
  const { events: written, repeated } = executed.right
  return outcomeOf(context, caseId, executed.right.loaded.state, prepared.right, { events: written, repeated, key })
}

/** The key of an erased subject is destroyed once the event stands: whoever repeats the command finishes it. */
const afterwards = async (
  { options }: ServiceContext,
  name: ActName,
  state: LoadedCase['state'],
): Promise<Either<VaultError, void>> =>
  name === 'erasePersonalData' && state.kind === 'case' && state.erased
    ? options.vault.erase(state.requested.customer.subject)()
    : right(undefined)
