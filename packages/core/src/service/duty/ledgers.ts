import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { firstInstantAfter } from '../../calendar/index.js'
import { ledgerDue } from '../../desk-plan/index.js'
import { loadStream, type Loaded, type Stored } from '../../eventsourcing/index.js'
import { writeCanonical } from '../../eventsourcing/json/canonical-json.js'
import {
  decideLedger,
  ledgerKind,
  ledgerStream,
  otherDepartment,
  type LedgerCommandName,
  type LedgerEvent,
  type LedgerFieldsOf,
  type LedgerId,
  type LedgerProgress,
  type MonthLedgers,
} from '../../ledger/index.js'
import type { StaffActor } from '../../staff/index.js'
import type { Failure } from '../api.js'
import { calendarAt, knownCalendars } from '../publishing.js'
import type { LedgerDeadline, LedgerOutcome, LedgerView } from './api.js'
import type { DutyContext } from './context.js'
import type { DecodedDuty } from './decoding.js'
import { executeDuty } from './executing.js'
import { ledgerPlans, monthOver } from './plans.js'

type Answered<T> = Promise<Either<Failure, T>>
type LoadedLedger = Loaded<LedgerEvent, LedgerProgress>

const loadLedger = ({ service }: DutyContext, id: LedgerId): Answered<LoadedLedger> =>
  loadStream(service.platform.store, ledgerKind, ledgerStream(id))

const loadOther = (context: DutyContext, { department, month }: LedgerId): Answered<LoadedLedger> =>
  loadLedger(context, { department: otherDepartment(department), month })

const monthLedgers = ({ department }: LedgerId, own: LedgerProgress, other: LedgerProgress): MonthLedgers =>
  department === 'finance' ? { customerService: other, finance: own } : { customerService: own, finance: other }

/** LG1: by when the ledger is to be submitted, as the calendars known now have it. */
const deadlineOf = async (
  context: DutyContext,
  { month }: LedgerId,
  { submitted }: LedgerProgress,
): Answered<LedgerDeadline> => {
  const [plans, calendars] = await Promise.all([ledgerPlans(context), knownCalendars(context.service)])
  if (isLeft(plans)) return plans
  if (isLeft(calendars)) return calendars
  const now = context.service.options.clock()
  const due = ledgerDue(plans.right.state, calendarAt(calendars.right, now), month)
  if (due === undefined) return left({ kind: 'refusal', code: 'DESK_UNKNOWN', rule: '§8', facts: {} })
  return right({ due, submittedAt: submitted?.at, breached: (submitted?.at ?? now) >= firstInstantAfter(due) })
}

const viewOf = async (context: DutyContext, id: LedgerId, own: LoadedLedger): Answered<LedgerView> => {
  const other = await loadOther(context, id)
  if (isLeft(other)) return other
  const deadline = await deadlineOf(context, id, own.state)
  if (isLeft(deadline)) return deadline
  const ledgers = monthLedgers(id, own.state, other.right.state)
  return right({ ...id, progress: own.state, ledgers, deadline: deadline.right, revision: own.revision })
}

/** Carries out one command on a ledger. It rests on the streams of both departments, and on the desks' plans. */
export const actOnLedger = async <Name extends LedgerCommandName>(
  context: DutyContext,
  actor: StaffActor,
  name: Name,
  { about, key, correlationId, fields }: DecodedDuty<LedgerId, LedgerFieldsOf<Name>>,
): Answered<LedgerOutcome> => {
  const over = await monthOver(context, about.month)
  if (isLeft(over)) return over
  const { end: monthEnd, plans } = over.right
  const written = await executeDuty<LedgerEvent, LedgerProgress>(context.service, {
    kind: ledgerKind,
    stream: ledgerStream(about),
    name,
    actor,
    key,
    correlationId,
    text: writeCanonical(fields),
    decide: async ({ loaded, now }) => {
      const other = await loadOther(context, about)
      if (isLeft(other)) return other
      const ledgers = monthLedgers(about, loaded.state, other.right.state)
      const decided = decideLedger(name, fields, { now, actor, department: about.department, ledgers, monthEnd })
      return isLeft(decided) ? decided : right({ events: decided.right, restedOn: [other.right, ...plans] })
    },
  })
  if (isLeft(written)) return written
  const { loaded, events, repeated } = written.right
  const view = await viewOf(context, about, loaded)
  return isLeft(view) ? view : right({ ...view.right, events, repeated, key })
}

export const readLedger = async (
  context: DutyContext,
  id: LedgerId,
): Answered<LedgerView & { readonly events: ReadonlyArray<Stored<LedgerEvent>> }> => {
  const loaded = await loadLedger(context, id)
  if (isLeft(loaded)) return loaded
  const view = await viewOf(context, id, loaded.right)
  return isLeft(view) ? view : right({ ...view.right, events: loaded.right.events })
}
