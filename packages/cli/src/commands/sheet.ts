import {
  applicationSheet,
  handoverSheets,
  startOfDay,
  type HandoverSheet,
  type HandoverSheetsView,
  type LocalDate,
} from '@refund-case/core'
import { applicationSheetForm, handoverSheetForm } from '@refund-case/reports'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import { known, type Books } from '../papers/books.js'
import { caseByNumber } from '../papers/cases.js'
import { dayAsked } from '../papers/dates.js'
import { desksAsked } from '../papers/desks.js'
import { paperCommand, type Asked, type Printable } from '../papers/paper-command.js'

type Forms = Promise<Either<CliError, ReadonlyArray<Printable>>>

const handover = (sheet: HandoverSheet, asked: Asked): Printable => ({
  name: `sheet-${sheet.desk}-${sheet.date}-${sheet.shift}`,
  form: handoverSheetForm(sheet, { classes: asked['wording'] === 'rules' ? 'rules' : 'paper' }),
})

/** The shifts that were asked for: one by its date and name, all of a date, or the one on duty at each desk. */
const sheetsOf = (
  view: HandoverSheetsView,
  books: Books,
  asked: Asked,
): Either<CliError, ReadonlyArray<HandoverSheet>> => {
  const { date, shift } = asked
  const asks = desksAsked(asked['desk'], view)
  if (isLeft(asks)) return asks
  const desks = asks.right
  if (date === undefined)
    return shift === undefined
      ? right(desks.map((desk) => view.sheetAt(desk, books.now)))
      : left(cliError('DATE_MISSING', 'A shift has its name every day: say which with --date.'))
  const day = dayAsked(date, books)
  if (isLeft(day)) return day
  if (shift === undefined) return right(desks.flatMap((desk) => [...sheetsOfDay(view, desk, day.right, books)]))
  const found = desks.flatMap((desk) => view.sheet(desk, day.right, shift) ?? [])
  return found.length > 0
    ? right(found)
    : left(cliError('SHIFT_UNKNOWN', `no roster has a shift '${shift.slice(0, 40)}' on ${date}`))
}

/** Every shift that begins on a day. */
const sheetsOfDay = function* (
  view: HandoverSheetsView,
  desk: string,
  date: LocalDate,
  { zone }: Books,
): Iterable<HandoverSheet> {
  let sheet = view.sheetAt(desk, startOfDay(zone, date))
  while (sheet.date <= date) {
    if (sheet.date === date) yield sheet
    sheet = view.sheetAt(desk, sheet.until)
  }
}

const applications = async (books: Books, caseNo: string): Forms => {
  const found = await caseByNumber(books, caseNo)
  if (isLeft(found)) return found
  const query = await known(books, applicationSheet(found.right))
  if (isLeft(query)) return query
  const sheet = query.right.current()
  return right(
    sheet === undefined ? [] : [{ name: `application-${caseNo}`, form: applicationSheetForm(sheet, books.zone) }],
  )
}

export const sheetCommand = paperCommand({
  name: 'sheet',
  summary: 'prints shift handover sheets, or the application sheet of a case',
  about: `Prints the handover sheet (客服部值班交接单) of the shift that is on duty, or of those that are asked for; with --case the
refund application sheet (退款申请表) of one case.`,
  options: {
    desk: 'only of this desk',
    date: 'the day on which the shift began',
    shift: 'its name in the roster, such as 中班',
    case: 'the application sheet of the case of this number',
    wording: 'paper (default): 行政 as the form prints it; rules: 财务 as its rules say',
  },
  forms: async (books, asked) => {
    const wording = asked['wording']
    if (wording !== undefined && wording !== 'paper' && wording !== 'rules')
      return left(cliError('WORDING_UNKNOWN', `--wording knows paper and rules, not '${wording.slice(0, 40)}'`))
    if (asked['case'] !== undefined) return applications(books, asked['case'])
    const view = await known(books, handoverSheets())
    if (isLeft(view)) return view
    const sheets = sheetsOf(view.right, books, asked)
    return isLeft(sheets) ? sheets : right(sheets.right.map((sheet) => handover(sheet, asked)))
  },
})
