import type { Instant } from '../../calendar/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import { totalOf } from '../../money/amounts.js'
import { isOpen, type CaseEvent, type CaseEventOf, type Situation } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import { openCard, placed, updateCard, type CaseCard, type CaseDetails } from '../case-rows/case-card.js'
import { advance } from '../case-rows/advance.js'
import { progressOf, type CaseProgress } from '../case-rows/case-progress.js'
import { stepReached } from '../case-rows/step-reached.js'
import { nextActionOf, stageOf } from '../case-rows/next-action-of.js'
import type { Policies } from '../case-rows/policies.js'
import type { NextAction } from '../case-rows/index.js'
import type { Role } from '../../vocabulary/index.js'
import type { WorkStep } from './handover-sheet.js'

/** What puts a case in a class of the shift, or takes it out of 已处理 (rule 19). */
export interface ClassMark {
  readonly sheet: Instant
  readonly says: 'refunded' | 'fundsNotReceived' | 'submitted' | 'returned' | 'undone'
  readonly at: Instant
  readonly late: boolean
  readonly amount: number | null
  readonly reason: SealedPlace | null
}

/** How a case stood at the end of a sheet it was on, and so on each further one until it was touched again. */
export interface Standing {
  readonly sheet: Instant
  readonly details: CaseDetails
  readonly amount: number
  /** How many steps had been taken by then. */
  readonly steps: number
  readonly stepReached: Situation
  readonly nextAction: NextAction
  readonly handoverStage: Role
}

/** What the sheets remember of one case, changed in place. Plain JSON. */
export interface DutyCase {
  /** Counted through all cases, from 1. */
  readonly no: number
  readonly card: CaseCard
  readonly progress: CaseProgress
  readonly steps: Array<WorkStep>
  readonly marks: Array<ClassMark>
  /** How it stood on earlier sheets, the latest last. */
  readonly past: Array<Standing>
  /** The sheet it was on last. */
  sheet: Instant
}

export const dutyCase = (
  no: number,
  caseId: string,
  event: Stored<CaseEventOf<'Requested'>>,
  sheet: Instant,
): DutyCase => ({
  no,
  card: openCard(caseId, event),
  progress: progressOf(event),
  steps: [],
  marks: [],
  past: [],
  sheet,
})

/** Takes one more event of the case onto a sheet, which is never before the one of the event before it. */
export const takeOnto = (
  known: DutyCase,
  event: Stored<CaseEvent>,
  sheet: Instant,
  late: boolean,
  policies: Policies,
): void => {
  if (sheet !== known.sheet) {
    known.past.push(standingOf(known, policies))
    known.sheet = sheet
  }
  if (event.type !== 'Requested') {
    updateCard(known.card, event)
    advance(known.progress, event)
    const mark = markOf(event, sheet, late)
    if (mark !== undefined) known.marks.push(mark)
  }
  const { occurredAt: at, actor } = event.meta
  // The codec of events holds an actor's role to be one.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service writes no other
  known.steps.push({ what: event.type, at, by: actor.id, role: actor.role as Role, late })
}

/** How the case stands now. */
const standingOf = ({ card, progress, sheet, steps }: DutyCase, policies: Policies): Standing => {
  const situation = stepReached(progress)
  const nextAction = nextActionOf(progress, situation)
  return {
    sheet,
    details: card.details,
    amount: card.amount,
    steps: steps.length,
    stepReached: situation,
    nextAction,
    handoverStage: stageOf(progress, nextAction, card, policies),
  }
}

/** How the case stood at the end of that sheet; undefined where it had not been requested by then. */
export const standingAt = (known: DutyCase, sheet: Instant, policies: Policies): Standing | undefined =>
  known.sheet <= sheet ? standingOf(known, policies) : known.past.findLast((standing) => standing.sheet <= sheet)

/** Whether it has to be followed up. */
export const isLeftOpen = (standing: Standing | undefined): standing is Standing =>
  standing !== undefined && isOpen(standing.stepReached)

const markOf = (event: Stored<CaseEvent>, sheet: Instant, late: boolean): ClassMark | undefined => {
  const mark = (says: ClassMark['says'], amount: number | null, reason: SealedPlace | null): ClassMark => ({
    sheet,
    says,
    at: event.meta.occurredAt,
    late,
    amount,
    reason,
  })
  switch (event.type) {
    case 'Submitted':
      return event.data.to === 'finance' ? mark('submitted', null, null) : undefined
    case 'SentBack':
      return event.data.by === 'finance' ? mark('returned', null, placed('/reason', event.data.reason)) : undefined
    case 'ApprovalRefused':
      return mark('returned', null, placed('/reason', event.data.reason))
    case 'Paid':
      return mark('refunded', totalOf(event.data.amounts), null)
    case 'FundsChecked':
      return event.data.result === 'notReceived' ? mark('fundsNotReceived', null, null) : undefined
    case 'PaymentFailed':
    case 'PaymentReversed':
      return mark('undone', null, null)
    default:
      return undefined
  }
}

/** The last mark of these that counts: none where what was processed came undone. */
export const lastMark = (marks: Iterable<ClassMark>): ClassMark | undefined => {
  let last: ClassMark | undefined
  for (const mark of marks) {
    if (mark.says !== 'undone') last = mark
    else if (last?.says === 'refunded' || last?.says === 'fundsNotReceived') last = undefined
  }
  return last
}
