import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { ledgerCommandNames, type LedgerCommandName } from '../../ledger/index.js'
import { shiftCommandNames, type ShiftCommandName } from '../../shift/index.js'
import { checkStaff, type StaffActor } from '../../staff/index.js'
import type { Role } from '../../vocabulary/index.js'
import type { Answer, Failure } from '../api.js'
import { decodeActor } from '../decoding.js'
import { publishAll } from '../publishing.js'
import type { DeskService, DeskServiceOptions, LedgerOutcome, ShiftOutcome } from './api.js'
import { dutyContext } from './context.js'
import {
  decodeDesk,
  decodeLedgerCommand,
  decodeLedgerId,
  decodePlan,
  decodeShiftCommand,
  decodeShiftId,
} from './decoding.js'
import { actOnLedger, readLedger } from './ledgers.js'
import { loadPlans, publishPlan, publishPlans } from './plans.js'
import { actOnShift, readOnDuty, readShift } from './shifts.js'

type Answered<T> = Promise<Either<Failure, T>>

const isShiftCommand = (name: string): name is ShiftCommandName => shiftCommandNames.some((known) => known === name)
const isLedgerCommand = (name: string): name is LedgerCommandName => ledgerCommandNames.some((known) => known === name)

const unknownCommand =
  (name: unknown): Answer<never> =>
  async () =>
    left({
      kind: 'refusal',
      code: 'COMMAND_UNKNOWN',
      rule: '§2',
      facts: { command: typeof name === 'string' ? name.slice(0, 50) : typeof name },
    })

/** Who says how a desk works. */
const planners: ReadonlyArray<Role> = ['csLead', 'departmentHead', 'administration', 'system']

/** The service of the duty desks over one store, beside `refundService`. Nothing is read or written before the first call. */
export const deskService = (options: DeskServiceOptions): DeskService => {
  const context = dutyContext(options)
  let started: Answered<void> | undefined

  const publish = async (): Answered<void> => {
    const calendars = await publishAll(context.service)
    return isLeft(calendars) ? calendars : publishPlans(context)
  }

  const start = async (): Answered<void> => {
    started ??= publish()
    const answer = await started
    // What failed is tried again by the next call.
    if (isLeft(answer)) started = undefined
    return answer
  }

  const afterStart =
    <T>(call: () => Answered<T>): Answer<T> =>
    async () => {
      const ready = await start()
      return isLeft(ready) ? ready : call()
    }

  /** With the actor checked, and what is decoded handed on. */
  const by = <D, T>(
    actor: StaffActor,
    decoded: Either<Failure, D>,
    call: (actor: StaffActor, decoded: D) => Answered<T>,
  ): Answer<T> => {
    const who = decodeActor(actor)
    return afterStart(async () => {
      if (isLeft(who)) return who
      return isLeft(decoded) ? decoded : call(who.right, decoded.right)
    })
  }

  const reading = <D, T>(decoded: Either<Failure, D>, read: (decoded: D) => Answered<T>): Answer<T> =>
    afterStart(async () => (isLeft(decoded) ? decoded : read(decoded.right)))

  const onShift =
    (name: ShiftCommandName) =>
    (actor: StaffActor, body: unknown): Answer<ShiftOutcome> =>
      by(actor, decodeShiftCommand(name, body), (who, decoded) => actOnShift(context, who, name, decoded))

  const onLedger =
    (name: LedgerCommandName) =>
    (actor: StaffActor, body: unknown): Answer<LedgerOutcome> =>
      by(actor, decodeLedgerCommand(name, body), (who, decoded) => actOnLedger(context, who, name, decoded))

  const shifts = {
    attend: onShift('attend'),
    noteWork: onShift('noteWork'),
    followUp: onShift('followUp'),
    recordCleaning: onShift('recordCleaning'),
    signOver: onShift('signOver'),
    accept: onShift('accept'),
  }
  const ledgers = {
    prepareLedger: onLedger('prepareLedger'),
    approveLedger: onLedger('approveLedger'),
    submitLedger: onLedger('submitLedger'),
    verifyLedger: onLedger('verifyLedger'),
    archiveLedger: onLedger('archiveLedger'),
  }

  return {
    ...shifts,
    ...ledgers,
    start: () => start,
    execute: (actor, name: unknown, body): Answer<ShiftOutcome | LedgerOutcome> => {
      if (typeof name !== 'string') return unknownCommand(name)
      if (isShiftCommand(name)) return shifts[name](actor, body)
      return isLedgerCommand(name) ? ledgers[name](actor, body) : unknownCommand(name)
    },
    publishDeskPlan: (actor, plan) =>
      by(actor, decodePlan(plan), async (who, decoded) => {
        const may = checkStaff('publishDeskPlan', who, planners)
        return isLeft(may) ? may : publishPlan(context, who, decoded)
      }),
    deskPlans: (desk) =>
      reading(decodeDesk(desk), async (id) => {
        const plans = await loadPlans(context, id)
        return isLeft(plans) ? plans : right(plans.right.state)
      }),
    shift: (id) => reading(decodeShiftId(id), (decoded) => readShift(context, decoded)),
    onDuty: (desk) => reading(decodeDesk(desk), (id) => readOnDuty(context, id)),
    ledger: (id) => reading(decodeLedgerId(id), (decoded) => readLedger(context, decoded)),
  }
}
