import {
  addDays,
  addMonths,
  applicationSheet,
  caseProgress,
  firstDayOf,
  startOfDay,
  tellProgress,
  type Language,
  type LocalDate,
  type YearMonth,
} from '@refund-case/core'
import {
  applicationSheetForm,
  breachesForm,
  customerServiceLedgerForm,
  faultTableForm,
  financeLedgerForm,
  handoverSheetForm,
  journalForm,
  payoutListForm,
  progressForm,
  queueForm,
  reconciliationForm,
  refundRegisterForm,
  riskForm,
  statisticsForm,
  type Form,
} from '@refund-case/reports'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import type { CliError } from '../cli-error.js'
import { known, type Books } from '../papers/books.js'
import type { Format } from '../papers/options.js'
import { madeUpBankFile } from './bank-file.js'
import type { MonthViews } from './views.js'

/** Forms of one kind, in the formats in which they are wanted. */
export interface Sheaf {
  /** The directory they lie in. */
  readonly kind: string
  readonly formats: ReadonlyArray<Format>
  /** Papers of each shift or day, of which there are many: of this day they are written in the other language too. */
  readonly daily?: LocalDate
  readonly forms: ReadonlyArray<{ readonly name: string; readonly form: Form }>
}

const sheet: ReadonlyArray<Format> = ['html', 'text']
const table: ReadonlyArray<Format> = ['html', 'csv', 'xlsx']

const daysOf = (month: YearMonth): ReadonlyArray<LocalDate> => {
  const days: Array<LocalDate> = []
  const end = firstDayOf(addMonths(month, 1))
  for (let day = firstDayOf(month); day < end; day = addDays(day, 1)) days.push(day)
  return days
}

const handovers = ({ sheets }: MonthViews, { zone }: Books, month: YearMonth): Sheaf['forms'] => {
  const [from, to] = [firstDayOf(month), firstDayOf(addMonths(month, 1))]
  const forms: Array<Sheaf['forms'][number]> = []
  for (const desk of sheets.desks())
    for (let at = sheets.sheetAt(desk, startOfDay(zone, from)); at.date < to; at = sheets.sheetAt(desk, at.until))
      if (at.date >= from) forms.push({ name: `${desk}-${at.date}-${at.shift}`, form: handoverSheetForm(at) })
  return forms
}

/** Application sheet and progress of some cases. */
const ofCases = async (
  books: Books,
  cases: ReadonlyMap<string, string>,
  language: Language,
): Promise<Either<CliError, readonly [applications: Sheaf['forms'], progress: Sheaf['forms']]>> => {
  const applications: Array<Sheaf['forms'][number]> = []
  const progress: Array<Sheaf['forms'][number]> = []
  for (const [caseNo, caseId] of cases) {
    const application = await known(books, applicationSheet(caseId))
    const told = await known(books, caseProgress(caseId))
    if (isLeft(application)) return application
    if (isLeft(told)) return told
    const filled = application.right.current()
    const far = told.right.current()
    if (filled !== undefined) applications.push({ name: caseNo, form: applicationSheetForm(filled, books.zone) })
    if (far !== undefined)
      progress.push({
        name: caseNo,
        form: progressForm(far, tellProgress(far, language, { timeZone: books.zone }), books.zone),
      })
  }
  return right([applications, progress])
}

/** Every form of a month, in one language: what is told a customer in words is told in that. */
export const monthPapers = async (
  books: Books,
  views: MonthViews,
  month: YearMonth,
  cases: ReadonlyMap<string, string>,
  language: Language,
): Promise<Either<CliError, { readonly sheaves: ReadonlyArray<Sheaf>; readonly bankFile: string }>> => {
  const { now, zone } = books
  const each = await ofCases(books, cases, language)
  if (isLeft(each)) return each
  const [applications, progress] = each.right
  const days = daysOf(month)
  const [first, last] = [days[0] ?? firstDayOf(month), days.at(-1) ?? firstDayOf(month)]
  const bank = madeUpBankFile(views.registers.payments(first, last))
  const span = { from: startOfDay(zone, first), to: startOfDay(zone, addDays(last, 1)) }
  const numbers = new Map(Array.from(cases, ([caseNo, caseId]) => [caseId, caseNo]))
  const quarter = { kind: 'quarter', year: Number(month.slice(0, 4)), quarter: quarterOf(month) } as const
  const queues = views.queues.counts(now).map(({ role }) => ({ role, entries: views.queues.of(role, now) }))
  const sheaves: ReadonlyArray<Sheaf> = [
    { kind: 'application-sheets', formats: sheet, forms: applications },
    { kind: 'handover-sheets', formats: ['html'], daily: last, forms: handovers(views, books, month) },
    {
      kind: 'ledgers',
      formats: table,
      forms: [
        { name: `customerService-${month}`, form: customerServiceLedgerForm(views.ledgers.customerService(month)) },
        { name: `finance-${month}`, form: financeLedgerForm(views.ledgers.finance(month)) },
      ],
    },
    {
      kind: 'fault-tables',
      formats: table,
      daily: last,
      forms: views.sheets
        .desks()
        .flatMap((desk) =>
          days.map((day) => ({ name: `${desk}-${day}`, form: faultTableForm(views.faults.table(desk, day)) })),
        ),
    },
    { kind: 'progress', formats: sheet, forms: progress },
    { kind: 'queues', formats: table, forms: [{ name: 'queues', form: queueForm(queues, now, zone) }] },
    {
      kind: 'missed-deadlines',
      formats: table,
      forms: [
        {
          name: `breaches-${month}`,
          form: breachesForm(views.queues.breaches(span.from, span.to), span, (id) => numbers.get(id) ?? id, zone),
        },
      ],
    },
    {
      kind: 'statistics',
      formats: table,
      forms: [
        { name: `statistics-${month}`, form: statisticsForm(views.statistics.of({ kind: 'month', month }), zone) },
        {
          name: `statistics-${quarter.year}-Q${quarter.quarter}`,
          form: statisticsForm(views.statistics.of(quarter), zone),
        },
      ],
    },
    { kind: 'risk', formats: table, forms: [{ name: 'risk', form: riskForm(views.risk.standing(now), now, zone) }] },
    {
      kind: 'registers',
      formats: table,
      daily: last,
      forms: days.map((day) => ({ name: `register-${day}`, form: refundRegisterForm(views.registers.register(day)) })),
    },
    {
      kind: 'payout-lists',
      formats: table,
      daily: last,
      forms: days.map((day) => ({ name: `payouts-${day}`, form: payoutListForm(views.payouts.list(day)) })),
    },
    {
      kind: 'reconciliation',
      formats: table,
      forms: [{ name: `reconciliation-${month}`, form: reconciliationForm(bank.reconciliation, zone) }],
    },
    {
      kind: 'journal',
      formats: table,
      forms: [
        { name: `journal-${month}`, form: journalForm(views.journal.entries(), views.journal.openBalances(), zone) },
      ],
    },
  ]
  return right({ sheaves, bankFile: bank.text })
}

const quarterOf = (month: YearMonth): 1 | 2 | 3 | 4 => {
  const no = Number(month.slice(5))
  return no <= 3 ? 1 : no <= 6 ? 2 : no <= 9 ? 3 : 4
}
