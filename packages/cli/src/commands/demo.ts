import type { ScenarioRun } from '@refund-case/scenarios'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { relative } from 'node:path'
import { languageOf, readArguments } from '../arguments.js'
import { exitCodes, type ExitCode } from '../exit-code.js'
import { loadScenarios } from '../files/load.js'
import { monthDemo } from '../month/month-demo.js'
import { playAll } from '../playing.js'
import { demoLabelsFor } from '../show/demo-labels.js'
import { derivationExample, refusalExample } from '../show/examples.js'
import { filePage } from '../show/file-page.js'
import { asText } from '../show/lines.js'
import { problemLines } from '../show/problems.js'
import { progressOn } from '../show/progress.js'
import { readableWidth, type Reader } from '../show/reader.js'
import { sectionHeading } from '../show/section.js'
import { summaryTable } from '../show/summary.js'
import { openPlayground, storeOptions, storeUsage } from '../store-options/index.js'
import { paintFor } from '../text/paint.js'
import { workedCases } from '../worked-cases.js'
import { misused, unusable, type Command } from './command.js'

const usage = `Usage: refund-case demo [DIRECTORY] [options]

Plays the twelve worked cases that a clone has under examples/scenarios (or those of another directory), and shows what
came of them: each case's history, how one amount was worked out, why one command was refused, and a summary. Then a month
of a shop is generated, its shifts handed over and its ledgers closed, and all its papers are written, in both languages.
The month is played in memory, and left out where a directory is named, unless --cases asks for it.

Options:
  --cases N               requests in the month (default 2000; 0 for no month)
  --out DIR               where its papers are written to (default out)
${storeUsage}  --lang LANG             en (default) or zh-CN
  --help                  this text

Exit code: 0 all was as expected, 1 an expectation failed, 2 an option is no good or the files are not there.
`

const options = {
  ...storeOptions,
  cases: { type: 'string' },
  out: { type: 'string' },
  lang: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** How many requests the month is to have; undefined for what is no number of requests. */
const casesAsked = (said: string | undefined, elsewhere: boolean): number | undefined => {
  if (said === undefined) return elsewhere ? 0 : 2_000
  return /^\d{1,6}$/.test(said) ? Number(said) : undefined
}

/** As a person in this directory would write it. */
const fromHere = (path: string): string => {
  const way = relative(process.cwd(), path)
  return way !== '' && way.length < path.length ? way : path
}

const demo: Command['run'] = async (args, terminal): Promise<ExitCode> => {
  const read = readArguments(args, options)
  const language = isLeft(read) ? read : languageOf(read.right.values.lang)
  if (isLeft(read) || isLeft(language)) {
    misused('demo', isLeft(read) ? read.left : isLeft(language) ? language.left : '', terminal)
    return exitCodes.unusable
  }
  if (read.right.values.help === true) {
    terminal.out(usage)
    return exitCodes.ok
  }
  const { positionals, values } = read.right
  const cases = casesAsked(values.cases, positionals.length > 0)
  if (cases === undefined) {
    misused('demo', `--cases is a whole number from 0 on, not '${(values.cases ?? '').slice(0, 40)}'`, terminal)
    return exitCodes.unusable
  }
  const [directory = fromHere(workedCases)] = positionals
  const loaded = await loadScenarios([directory])
  if (isLeft(loaded)) {
    terminal.err(asText(problemLines(loaded.left)))
    return exitCodes.unusable
  }
  const playground = await openPlayground(values, terminal.environment)
  if (isLeft(playground)) return unusable('demo', playground.left, terminal)
  const reader: Reader = {
    language: language.right,
    paint: paintFor(terminal.colour),
    width: readableWidth(terminal.columns),
  }
  const labels = demoLabelsFor(reader.language)
  const say = (lines: ReadonlyArray<string>) => terminal.out(asText(lines))
  const scenarios = loaded.right
  const progress = progressOn(terminal, scenarios.length)
  const runs: Array<ScenarioRun> = []
  say([labels.worked, ''])
  for (const [index, scenario] of scenarios.entries()) {
    const run = await playAll(scenario, progress.of(scenario.name, index), playground.right)
    progress.gone()
    if (isLeft(run)) return unusable('demo', run.left, terminal)
    say(filePage(run.right, `${index + 1}/${scenarios.length}`, reader))
    runs.push(run.right)
  }
  say([...derivationExample(runs, reader), ...refusalExample(runs, reader)])
  say([...sectionHeading(labels.summary, reader), summaryTable(runs, reader), ''])
  const failed = runs.filter(({ allPassed }) => !allPassed).length
  say([failed === 0 ? reader.paint.good(labels.passed(runs.length)) : reader.paint.bad(labels.failed(failed))])
  const month = cases === 0 ? right(0) : await monthDemo({ cases, out: values.out ?? 'out' }, reader, terminal)
  if (isLeft(month)) return unusable('demo', month.left, terminal)
  return failed === 0 && month.right === 0 ? exitCodes.ok : exitCodes.failed
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'plays the twelve worked cases and a month of a shop, and writes all papers',
  usage,
  run: demo,
}
