import { refundStatistics, riskFlags, YearMonth, type Period, type RefundStatistics } from '@refund-case/core'
import { riskForm, statisticsForm } from '@refund-case/reports'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { cliError, type CliError } from '../cli-error.js'
import { known } from '../papers/books.js'
import { paperCommand } from '../papers/paper-command.js'

const quarters = [1, 2, 3, 4] as const

const periodsOf = (view: RefundStatistics, said: string | undefined): Either<CliError, ReadonlyArray<Period>> => {
  if (said === undefined) return right(view.months().map((month) => ({ kind: 'month', month })))
  if (YearMonth.is(said)) return right([{ kind: 'month', month: said }])
  const [, year, no] = /^(\d{4})-?Q([1-4])$/i.exec(said) ?? []
  const quarter = quarters.find((each) => String(each) === no)
  return year === undefined || quarter === undefined
    ? left(
        cliError(
          'PERIOD_MALFORMED',
          `--period is a month such as 2026-06 or a quarter such as 2026-Q2, not '${said.slice(0, 40)}'`,
        ),
      )
    : right([{ kind: 'quarter', year: Number(year), quarter }])
}

const named = (period: Period): string => (period.kind === 'month' ? period.month : `${period.year}-Q${period.quarter}`)

export const statsCommand = paperCommand({
  name: 'stats',
  summary: 'prints statistics of a month or quarter, and what looks risky',
  about: `Prints the statistics of every month, or of the period asked for: counts, amounts, reasons, success rate, durations,
by route, channel and product, satisfaction; with --risk the flags that stand.`,
  options: { period: 'a month such as 2026-06, or a quarter such as 2026-Q2', risk: 'also the risk flags: --risk yes' },
  forms: async (books, asked) => {
    const { risk: wanted = 'no' } = asked
    if (wanted !== 'yes' && wanted !== 'no')
      return left(cliError('RISK_MALFORMED', `--risk is yes or no, not '${wanted.slice(0, 40)}'`))
    const view = await known(books, refundStatistics({ timeZone: books.zone }))
    if (isLeft(view)) return view
    const periods = periodsOf(view.right, asked['period'])
    if (isLeft(periods)) return periods
    const statistics = periods.right.map((period) => ({
      name: `stats-${named(period)}`,
      form: statisticsForm(view.right.of(period), books.zone),
    }))
    if (wanted === 'no') return right(statistics)
    const flags = await known(books, riskFlags())
    if (isLeft(flags)) return flags
    const risk = { name: 'risk', form: riskForm(flags.right.standing(books.now), books.now, books.zone) }
    return right([...statistics, risk])
  },
})
