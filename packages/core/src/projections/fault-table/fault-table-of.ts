import type { LocalDate } from '../../calendar/index.js'
import { rowOf } from '../case-rows/case-card.js'
import { totalsOf } from '../case-rows/totals.js'
import { deskOf, type DutyBook, type DutySheet } from '../handover-sheet/duty-book.js'
import { lastMark, standingAt, type ClassMark, type DutyCase } from '../handover-sheet/duty-case.js'
import { financeClasses, type DailyFaultTable, type FaultTableRow, type FinanceClass } from './fault-table.js'

const classOf = ({ says }: ClassMark): FinanceClass => {
  if (says === 'submitted') return 'submittedToFinance'
  return says === 'returned' ? 'returnedByFinance' : 'processedByFinance'
}

/** The fault table of the shifts that start on one day: the last mark that each case has on their sheets counts. */
export const faultTableOf = (book: DutyBook, name: string, date: LocalDate): DailyFaultTable => {
  const desk = deskOf(book, name)
  const sheets = [...desk.sheets.values()]
    .filter(({ shift }) => shift.date === date)
    .toSorted((a, b) => (a.shift.from < b.shift.from ? -1 : 1))
  const cases = new Set(sheets.flatMap(({ touched }) => touched))
  const numbered: Array<FaultTableRow> = []
  for (const known of cases) {
    const row = rowOn(book, sheets, known, numbered.length + 1)
    if (row !== undefined) numbered.push(row)
  }
  const { from } = sheets[0]?.shift ?? { from: undefined }
  return {
    desk: name,
    date,
    timeZone: from === undefined ? book.times.newestPlan(name).timeZone : book.times.planAt(name, from).timeZone,
    rows: numbered,
    counts: financeClasses.map((financeClass) => {
      const own = numbered.filter((row) => row.financeClass === financeClass)
      return { financeClass, cases: own.length, totals: totalsOf(own) }
    }),
  }
}

const rowOn = (
  { policies }: DutyBook,
  sheets: ReadonlyArray<DutySheet>,
  known: DutyCase,
  seq: number,
): FaultTableRow | undefined => {
  const onSheet = new Map(sheets.map(({ shift }) => [shift.from, shift.shift]))
  const mark = lastMark(known.marks.filter(({ sheet }) => onSheet.has(sheet)))
  const standing = mark && standingAt(known, mark.sheet, policies)
  if (mark === undefined || standing === undefined) return undefined
  const { says } = mark
  return {
    seq,
    ...rowOf(known.card, mark.amount ?? standing.amount, standing.details),
    shift: onSheet.get(mark.sheet) ?? '',
    cause: known.card.reason,
    faultSymptom: standing.details.faultSymptom,
    financeClass: classOf(mark),
    result: says === 'refunded' || says === 'fundsNotReceived' ? says : null,
    returnedReason: mark.reason,
    at: mark.at,
    late: mark.late,
  }
}
