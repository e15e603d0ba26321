import type { Instant } from '../../calendar/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import { totalOf } from '../../money/amounts.js'
import { isOpen, type CaseEvent, type CaseEventOf, type Situation } from '../../refund-case/index.js'
import type { SealedPlace } from '../../sealing/index.js'
import { openCard, placed, rowOf, updateCard, type CaseCard } from '../case-rows/case-card.js'
import { advance, progressOf, stepReached, type CaseProgress } from '../case-rows/case-progress.js'
import { nextActionOf, stageOf } from '../case-rows/next-action-of.js'
import type { Policies } from '../case-rows/policies.js'
import type { CaseRow, NextAction } from '../case-rows/index.js'
import type { Role } from '../../vocabulary/index.js'
import type { WorkStep } from './handover-sheet.js'

/** One thing done, with the sheet it stands on: that of the shift which starts then. */
export interface SheetStep extends WorkStep {
  readonly sheet: Instant
}

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
  readonly row: CaseRow
  readonly faultSymptom: SealedPlace | null
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
  readonly steps: Array<SheetStep>
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
  known.steps.push({ what: event.type, at, by: actor.id, role: actor.role as Role, late, sheet })
}

/** How the case stands now. */
const standingOf = ({ card, progress, sheet }: DutyCase, policies: Policies): Standing => {
  const situation = stepReached(progress)
  const nextAction = nextActionOf(progress, situation)
  return {
    sheet,
    row: rowOf(card),
    faultSymptom: card.faultSymptom,
    stepReached: situation,
    nextAction,
    handoverStage: stageOf(progress, nextAction, card.amount, policies.of(card.policy)),
  }
}

/** How the case stood at the end of that sheet; undefined where it had not been requested by then. */
export const standingAt = (known: DutyCase, sheet: Instant, policies: Policies): Standing | undefined =>
  known.sheet <= sheet ? standingOf(known, policies) : known.past.findLast((standing) => standing.sheet <= sheet)

/** Whether it has to be followed up. */
export const isLeftOpen = (standing: Standing | undefined): standing is Standing =>
  standing !== undefined && isOpen(standing.stepReached)

const markOf = (event: Stored<CaseEvent>, sheet: Instant, late: boolean): ClassMark | undefined => {
  const at = event.meta.occurredAt
  const none = { sheet, at, late, amount: null, reason: null }
  switch (event.type) {
    case 'Submitted':
      return event.data.to === 'finance' ? { ...none, says: 'submitted' } : undefined
    case 'SentBack':
      return event.data.by === 'finance'
        ? { ...none, says: 'returned', reason: placed('/reason', event.data.reason) }
        : undefined
    case 'ApprovalRefused':
      return { ...none, says: 'returned', reason: placed('/reason', event.data.reason) }
    case 'Paid':
      return { ...none, says: 'refunded', amount: totalOf(event.data.amounts) }
    case 'FundsChecked':
      return event.data.result === 'notReceived' ? { ...none, says: 'fundsNotReceived' } : undefined
    case 'PaymentFailed':
    case 'PaymentReversed':
      return { ...none, says: 'undone' }
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
