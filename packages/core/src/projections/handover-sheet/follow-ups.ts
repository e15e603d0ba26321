import type { Instant } from '../../calendar/index.js'
import { rowOf } from '../case-rows/case-card.js'
import type { DutyBook, DutyDesk } from './duty-book.js'
import { isLeftOpen, standingAt, type DutyCase, type Standing } from './duty-case.js'
import type { FollowUp, WorkStep } from './handover-sheet.js'

/** A case that is left open, as it stood. */
export interface LeftOpen {
  readonly known: DutyCase
  readonly standing: Standing
}

/** Every case of the desk that is open at the end of a sheet, in the order of the requests (rule 18). */
export const leftOpenAt = ({ policies }: DutyBook, desk: DutyDesk, sheet: Instant): ReadonlyArray<LeftOpen> => {
  const left: Array<LeftOpen> = []
  const look = (known: DutyCase): void => {
    const standing = standingAt(known, sheet, policies)
    if (isLeftOpen(standing)) left.push({ known, standing })
  }
  for (const known of desk.live) look(known)
  for (const [endedOn, cases] of desk.ended) if (endedOn > sheet) for (const known of cases) look(known)
  return left.toSorted((a, b) => a.known.no - b.known.no)
}

/** What was done on a case up to the end of a sheet, or, with the standing before it, on that sheet. */
export const stepsOf = ({ steps }: DutyCase, until: Standing, since?: Standing): ReadonlyArray<WorkStep> =>
  steps.slice(since?.steps ?? 0, until.steps)

/** The follow-ups of a sheet; `openedWith` are the numbers of the cases that were left to it. */
export const followUpsOf = (
  left: ReadonlyArray<LeftOpen>,
  openedWith: (no: number) => boolean,
): ReadonlyArray<FollowUp> => {
  const followUps: Array<FollowUp> = []
  for (const { known, standing } of left)
    followUps.push({
      itemNo: followUps.length + 1,
      ...rowOf(known.card, standing.amount, standing.details),
      cause: known.card.reason,
      faultSymptom: standing.details.faultSymptom,
      course: stepsOf(known, standing),
      stepReached: standing.stepReached,
      handoverStage: standing.handoverStage,
      nextAction: standing.nextAction,
      carriedOver: openedWith(known.no),
    })
  return followUps
}
