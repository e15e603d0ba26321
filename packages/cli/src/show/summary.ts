import type { Language } from '@refund-case/core'
import type { PlayRun, ScenarioRun } from '@refund-case/scenarios'
import Table from 'cli-table3'
import type { Reader } from './reader.js'
import { money } from './values.js'

interface Words {
  readonly headings: ReadonlyArray<string>
  readonly passed: string
  readonly failed: string
  readonly all: string
}

const words: { readonly [L in Language]: Words } = {
  en: {
    headings: ['scenario', 'cases', 'steps', 'events', 'refused', 'missed', 'paid out', 'variants', 'result'],
    passed: 'passed',
    failed: 'FAILED',
    all: 'all',
  },
  'zh-CN': {
    headings: ['案例', '退单', '步骤', '事件', '拒绝', '超期', '退款金额', '变体', '结果'],
    passed: '通过',
    failed: '未通过',
    all: '合计',
  },
}

const sum = (numbers: ReadonlyArray<number>): number => numbers.reduce((so, number) => so + number, 0)

const refusalsOf = ({ steps }: PlayRun): number =>
  steps
    .flatMap(({ did }) => (did.does === 'command' ? [did.command] : did.does === 'race' ? did.racers : []))
    .filter(({ answered }) => answered.kind !== 'events').length

/** What is counted of a play: cases, steps, events of cases, refused commands, missed deadlines. */
const countsOf = (play: PlayRun): ReadonlyArray<number> => [
  play.cases.length,
  play.steps.length,
  sum(play.steps.map(({ events }) => events.length)),
  refusalsOf(play),
  sum(play.cases.map(({ breaches }) => breaches.length)),
]

const moneyOf = (runs: ReadonlyArray<ScenarioRun>): string =>
  [...new Set(runs.map(({ currency }) => currency))]
    .map((currency) => {
      const ofCurrency = runs.filter((run) => run.currency === currency)
      return `${money(sum(ofCurrency.map(({ moneyOut }) => moneyOut)), { currency })} ${currency}`
    })
    .join('\n')

const variantsOf = (runs: ReadonlyArray<ScenarioRun>): string => {
  const variants = runs.flatMap((run) => run.variants)
  if (variants.length === 0) return ''
  const good = variants.filter(({ passed }) => passed).length
  return good === variants.length ? String(good) : `${good}/${variants.length}`
}

/** One row a file and one for all: the scenario in figures, and how many of its variants came out as expected. */
export const summaryTable = (runs: ReadonlyArray<ScenarioRun>, { language, paint }: Reader): string => {
  const { headings, passed, failed, all } = words[language]
  const result = (good: boolean) => (good ? paint.good(passed) : paint.bad(failed))
  const table = new Table({
    head: headings.map((heading) => paint.heading(heading)),
    colAligns: ['left', 'right', 'right', 'right', 'right', 'right', 'right', 'right', 'left'],
    style: { head: [], border: [], compact: true },
  })
  const row = (name: string, of: ReadonlyArray<ScenarioRun>) => {
    const counts = of.map(countsOf)
    const added = counts[0]?.map((_, column) => sum(counts.map((each) => each[column] ?? 0))) ?? []
    table.push([name, ...added, moneyOf(of), variantsOf(of), result(of.every(({ allPassed }) => allPassed))])
  }
  for (const run of runs) row(run.name, [run])
  if (runs.length > 1) row(paint.heading(all), runs)
  return table.toString()
}
