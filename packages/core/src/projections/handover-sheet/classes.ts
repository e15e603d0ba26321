import type { Instant } from '../../calendar/index.js'
import { rowOf, type CaseDetails } from '../case-rows/case-card.js'
import type { Policies } from '../case-rows/policies.js'
import type { CaseRow } from '../case-rows/index.js'
import type { DutySheet } from './duty-book.js'
import { lastMark, standingAt, type ClassMark, type DutyCase, type Standing } from './duty-case.js'
import type { HandoverSheet } from './handover-sheet.js'

interface Classed {
  readonly known: DutyCase
  readonly mark: ClassMark
  readonly standing: Standing
}

const classed = ({ shift, touched }: DutySheet, policies: Policies): ReadonlyArray<Classed> =>
  touched.flatMap((known) => {
    const mark = lastMark(known.marks.filter(({ sheet }) => sheet === shift.from))
    const standing = mark && standingAt(known, shift.from, policies)
    return mark === undefined || standing === undefined ? [] : [{ known, mark, standing }]
  })

const shared = ({ known, mark, standing }: Classed): CaseRow & Shared => ({
  ...rowOf(known.card, mark.amount ?? standing.amount, standing.details),
  cause: known.card.reason,
  faultSymptom: standing.details.faultSymptom,
  at: mark.at,
  late: mark.late,
})

interface Shared {
  readonly cause: DutyCase['card']['reason']
  readonly faultSymptom: CaseDetails['faultSymptom']
  readonly at: Instant
  readonly late: boolean
}

type Classes = Pick<HandoverSheet, 'processedByFinance' | 'submittedToFinance' | 'returnedByFinance'>

/** The three disjoint classes of a sheet: each case by its last mark of the shift (rule 19). */
export const classesOf = (sheet: DutySheet, policies: Policies): Classes => {
  const all = classed(sheet, policies)
  return {
    processedByFinance: all.flatMap((each) => {
      const { says } = each.mark
      return says === 'refunded' || says === 'fundsNotReceived' ? [{ ...shared(each), result: says }] : []
    }),
    submittedToFinance: all.flatMap((each) => (each.mark.says === 'submitted' ? [shared(each)] : [])),
    returnedByFinance: all.flatMap((each) => {
      const { says, reason } = each.mark
      const { stepReached, nextAction } = each.standing
      return says === 'returned' && reason !== null
        ? [{ ...shared(each), returnedReason: reason, stepReached, nextAction }]
        : []
    }),
  }
}
