import type { ScenarioRun } from '@refund-case/scenarios'
import { isLeft } from 'fp-ts/lib/Either.js'
import { relative } from 'node:path'
import { languageOf, readArguments } from '../arguments.js'
import { exitCodes, type ExitCode } from '../exit-code.js'
import { loadScenarios } from '../files/load.js'
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
came of them: each case's history, how one amount was worked out, why one command was refused, and a summary.

Options:
${storeUsage}  --lang LANG             en (default) or zh-CN
  --help                  this text

Exit code: 0 all was as expected, 1 an expectation failed, 2 an option is no good or the files are not there.
`

const options = { ...storeOptions, lang: { type: 'string' }, help: { type: 'boolean' } } as const

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
  const [directory = fromHere(workedCases)] = read.right.positionals
  const loaded = await loadScenarios([directory])
  if (isLeft(loaded)) {
    terminal.err(asText(problemLines(loaded.left)))
    return exitCodes.unusable
  }
  const playground = await openPlayground(read.right.values, terminal.environment)
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
  return failed === 0 ? exitCodes.ok : exitCodes.failed
}

export const demoCommand: Command = {
  name: 'demo',
  summary: 'plays the twelve worked cases and shows what came of them',
  usage,
  run: demo,
}
