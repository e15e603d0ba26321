import type { Instant } from '../../calendar/index.js'
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

/** What was done on a case, of the steps that `on` picks by their sheet. */
export const stepsOf = ({ steps }: DutyCase, on: (sheet: Instant) => boolean): ReadonlyArray<WorkStep> =>
  steps.filter(({ sheet }) => on(sheet)).map(({ what, at, by, role, late }) => ({ what, at, by, role, late }))

/** The follow-ups of a sheet; `openedWith` are the numbers of the cases that were left to it. */
export const followUpsOf = (
  left: ReadonlyArray<LeftOpen>,
  sheet: Instant,
  openedWith: (no: number) => boolean,
): ReadonlyArray<FollowUp> =>
  left.map(({ known, standing }, index) => ({
    itemNo: index + 1,
    ...standing.row,
    cause: known.card.reason,
    faultSymptom: standing.faultSymptom,
    course: stepsOf(known, (each) => each <= sheet),
    stepReached: standing.stepReached,
    handoverStage: standing.handoverStage,
    nextAction: standing.nextAction,
    carriedOver: openedWith(known.no),
  }))
