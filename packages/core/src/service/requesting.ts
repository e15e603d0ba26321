import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { Instant } from '../calendar/index.js'
import { runCommand, type Refusal } from '../eventsourcing/index.js'
import { lapse, nothingHeld, recordOrder, type OrderFacts } from '../order-account/index.js'
import { holdingOf, type CaseActor, type CaseEvent, type CaseEventOf, type RefundCase } from '../refund-case/index.js'
import { both, reserveFor, settleTo, writeAccount, type LoadedAccount } from './accounts.js'
import { caseMissing, outcomeOf, repeatedOutcome } from './answering.js'
import type { Failure, Outcome } from './api.js'
import type { ServiceContext } from './context.js'
import type { Decoded } from './decoding.js'
import { caseIdFor, eventIds } from './ids.js'
import { keyedCommand, writtenBefore, type KeyedCommand } from './keys.js'
import type { CaseNumbers } from './numbering.js'
import { decideOn, opened, prepareRequest, type PreparedRequest } from './preparing.js'
import { loadCase, settleCase, settleLoaded, type LoadedCase } from './settling.js'
import { caseKind, caseStream } from './streams.js'

type Answered<T> = Promise<Either<Failure, T>>

interface Reserved {
  readonly account: LoadedAccount
  /** Decided on the account as it was before anything was reserved; its number is still to come. */
  readonly requested: CaseEventOf<'Requested'>
}

/** Records the order where it is new, and reserves what the case will hold, in one append: all of it, or nothing. */
const reserveOrder = async (
  context: ServiceContext,
  prepared: PreparedRequest,
  now: Instant,
  correlationId: string,
): Answered<Reserved> => {
  const { caseId, accountId, actor, order, policy } = prepared
  let requested: Either<Refusal, CaseEventOf<'Requested'>> | undefined
  const account = await writeAccount(
    context,
    { accountId, caseId, caseRevision: -1, actor, correlationId },
    both(
      (state) => (order === undefined ? right([]) : recordOrder(state, order)),
      (state) => {
        requested = decideOn(prepared, state, now, '')
        if (isLeft(requested)) return requested
        const then = opened(requested.right, actor, now)
        return then.kind === 'case' ? reserveFor(holdingOf(caseId, then), -1, policy)(state) : right([])
      },
    ),
  )
  if (isLeft(account)) return account
  // The account answers only once the request was decided on.
  if (requested === undefined || isLeft(requested)) return caseMissing(caseId, { kind: 'none' })
  return right({ account: account.right, requested: requested.right })
}

/**
 * Leaves nothing behind of a request that is refused after it had reserved: what no case of this account asks for is
 * free at once, and where another call with the same key opened the case, the account is brought to that one.
 */
const tidy = async (context: ServiceContext, prepared: PreparedRequest, correlationId: string): Promise<void> => {
  const { accountId, caseId, actor, fields, policy } = prepared
  const present = await loadCase(context, caseId)
  // What cannot be read now the sweep will find.
  if (isLeft(present)) return
  const { state } = present.right
  if (state.kind === 'case' && state.requested.accountId === accountId) {
    await settleLoaded(context, caseId, present.right, actor)
    return
  }
  const writer = { accountId, caseId, caseRevision: -1, actor, correlationId }
  await writeAccount(
    context,
    writer,
    state.kind === 'none'
      ? settleTo(nothingHeld(caseId, -1, fields.route), policy)
      : (account) => lapse(account, caseId),
  )
}

interface Opening {
  readonly prepared: PreparedRequest
  readonly decoded: Decoded<'request'>
  readonly command: KeyedCommand
  readonly loaded: LoadedCase
}

/** Account, number, then the case itself: whatever crashes between them, the same request goes on from there. */
const open = async (context: ServiceContext, numbers: CaseNumbers, opening: Opening): Answered<Outcome> => {
  const { prepared, decoded, command, loaded } = opening
  const { caseId, actor, policy } = prepared
  const correlationId = decoded.correlationId ?? caseId
  const now = context.options.clock()
  const { caseNo: own } = decoded.fields
  const free = await numbers.check(own, caseId, policy.timeZone, now)
  if (isLeft(free)) return free
  const reserved = await reserveOrder(context, prepared, now, correlationId)
  if (isLeft(reserved)) return reserved
  const { account, requested } = reserved.right
  const mark = { key: command.key, fingerprint: command.fingerprint }
  const who = { caseId, actor, command: mark, correlationId }
  const caseNo = own === undefined ? await numbers.next(who, policy.timeZone, now) : await numbers.own(who, own)
  if (isLeft(caseNo)) {
    if (caseNo.left.kind === 'refusal') await tidy(context, prepared, correlationId)
    return caseNo
  }
  const stream = caseStream(caseId)
  const event = { ...requested, data: { ...requested.data, caseNo: caseNo.right } }
  const restedOn = [account, ...prepared.calendars.restedOn]
  let repeated = false
  const executed = await runCommand<CaseEvent, LoadedCase['state'], Failure>(context.platform, caseKind, {
    stream,
    actor,
    correlationId,
    causationId: caseId,
    command: mark,
    ids: eventIds(context, stream, command),
    loaded,
    decide: ({ loaded: { state, events } }) => {
      if (state.kind === 'lapsed') return caseMissing(caseId, state)
      if (state.kind === 'case') {
        const same = writtenBefore(command, events, true)
        if (isLeft(same)) return same
        repeated = true
        return right({ events: [] })
      }
      return right({ events: [event], restedOn })
    },
  })
  if (isLeft(executed)) {
    if (executed.left.kind === 'refusal') await tidy(context, prepared, correlationId)
    return executed
  }
  const { state, events } = executed.right.loaded
  context.cases.keep(executed.right.loaded)
  await (repeated
    ? tidy(context, prepared, correlationId)
    : settleLoaded(context, caseId, executed.right.loaded, actor))
  return outcomeOf(context, caseId, state, prepared, {
    events: repeated ? events.filter(({ type }) => type === 'Requested') : executed.right.appended,
    repeated,
    key: command.key,
  })
}

/** The answer to a request whose case stands already. */
const standing = async (
  context: ServiceContext,
  actor: CaseActor,
  command: KeyedCommand,
  caseId: string,
  state: RefundCase,
  events: LoadedCase['events'],
): Answered<Outcome> => {
  const before = writtenBefore(command, events, true)
  await settleCase(context, caseId, actor)
  return isLeft(before) ? before : repeatedOutcome(context, caseId, state, before.right, command.key)
}

/** Opens a case, or answers as before where its key was used before with the same body. */
export const requestCase = async (
  context: ServiceContext,
  numbers: CaseNumbers,
  actor: CaseActor,
  decoded: Decoded<'request'>,
  inline: OrderFacts | undefined,
): Answered<Outcome> => {
  const key = decoded.key ?? context.options.ids.v7()
  const caseId = caseIdFor(context, key)
  const command = keyedCommand(context, 'request', key, { text: decoded.text })
  if (isLeft(command)) return command
  const loaded = await loadCase(context, caseId)
  if (isLeft(loaded)) return loaded
  const { state, events } = loaded.right
  if (state.kind === 'lapsed') return caseMissing(caseId, state)
  if (state.kind === 'case') return standing(context, actor, command.right, caseId, state, events)
  const prepared = await prepareRequest(context, actor, caseId, decoded, inline)
  if (isLeft(prepared)) return prepared
  const opening = { prepared: prepared.right, decoded, command: command.right, loaded: loaded.right }
  const answer = await open(context, numbers, opening)
  if (!isLeft(answer) || answer.left.kind !== 'refusal') return answer
  // Another call with the same key may have opened the case meanwhile: then that is what stands in the way.
  const present = await loadCase(context, caseId)
  return isLeft(present) || present.right.state.kind !== 'case'
    ? answer
    : standing(context, actor, command.right, caseId, present.right.state, present.right.events)
}
