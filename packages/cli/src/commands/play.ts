import type { Play, Scenario, ScenarioRun } from '@refund-case/scenarios'
import { isLeft } from 'fp-ts/lib/Either.js'
import { languageOf, readArguments } from '../arguments.js'
import { exitCodes, type ExitCode } from '../exit-code.js'
import { loadScenarios, type FileProblem } from '../files/load.js'
import { nobody, playAll, type Audience } from '../playing.js'
import { asText } from '../show/lines.js'
import { playEnding, playHeading, playShow } from '../show/play-lines.js'
import { problemLines } from '../show/problems.js'
import { readableWidth, type Reader } from '../show/reader.js'
import { summaryTable } from '../show/summary.js'
import { yearOf } from '../show/values.js'
import { openPlayground, storeOptions, storeUsage } from '../store-options/index.js'
import type { Terminal } from '../terminal.js'
import { paintFor } from '../text/paint.js'
import { misused, unusable, type Command } from './command.js'

const usage = `Usage: refund-case play FILE… [options]

Plays scenario files, each on an empty store, and holds what comes of them to what they expect.
A directory stands for the *.yaml, *.yml and *.json in it.
On a server each play stays, with a prefix of its own that is told on standard error.

Options:
${storeUsage}  --json                  one JSON document instead of text
  --lang LANG             en (default) or zh-CN
  --quiet                 only what was not as expected, and one line for each play
  --help                  this text

Exit code: 0 all was as expected, 1 an expectation failed, 2 a file or an option is no good.
`

const options = {
  ...storeOptions,
  json: { type: 'boolean' },
  lang: { type: 'string' },
  quiet: { type: 'boolean' },
  help: { type: 'boolean' },
} as const

/** Shows each play step by step as it goes on; quietly only what was not as expected, and how it ended. */
const onTerminal = (scenario: Scenario, reader: Reader, quiet: boolean, terminal: Terminal): Audience => {
  const yearIn = ({ steps }: Play) => (steps[0] === undefined ? '' : yearOf(steps[0].step.at, scenario))
  let show = playShow(scenario, yearIn(scenario), reader)
  const say = (lines: ReadonlyArray<string>) => terminal.out(asText(lines))
  return {
    begins: (play, prefix) => {
      // Not among what was played, which reads alike wherever it was.
      if (prefix !== undefined) terminal.err(`${play.name}: kept with --prefix ${prefix}\n`)
      show = playShow(scenario, yearIn(play), reader)
      if (!quiet) say(playHeading(play, yearIn(play), reader))
    },
    step: (play, step) => {
      const shown = show.step(step)
      if (step.mismatches.length > 0 || (!quiet && step.no > play.sharedSteps)) say(shown)
    },
    ends: (_play, run) => say([...playEnding(run, scenario, reader), ...(quiet ? [] : [''])]),
  }
}

const asJson = (passed: boolean, files: ReadonlyArray<ScenarioRun>, problems: ReadonlyArray<FileProblem>): string =>
  `${JSON.stringify({ passed, files, problems }, null, 2)}\n`

const play: Command['run'] = async (args, terminal): Promise<ExitCode> => {
  const read = readArguments(args, options)
  if (isLeft(read)) {
    misused('play', read.left, terminal)
    return exitCodes.unusable
  }
  const { values, positionals } = read.right
  if (values.help === true) {
    terminal.out(usage)
    return exitCodes.ok
  }
  const language = languageOf(values.lang)
  if (isLeft(language)) {
    misused('play', language.left, terminal)
    return exitCodes.unusable
  }
  if (positionals.length === 0) {
    misused('play', 'which FILE?', terminal)
    return exitCodes.unusable
  }
  const loaded = await loadScenarios(positionals)
  if (isLeft(loaded)) {
    if (values.json === true) terminal.out(asJson(false, [], loaded.left))
    else terminal.err(asText(problemLines(loaded.left)))
    return exitCodes.unusable
  }
  const playground = await openPlayground(values, terminal.environment)
  if (isLeft(playground)) return unusable('play', playground.left, terminal)
  const reader: Reader = {
    language: language.right,
    paint: paintFor(terminal.colour),
    width: readableWidth(terminal.columns),
  }
  const runs: Array<ScenarioRun> = []
  for (const scenario of loaded.right) {
    const audience = values.json === true ? nobody : onTerminal(scenario, reader, values.quiet === true, terminal)
    const run = await playAll(scenario, audience, playground.right)
    if (isLeft(run)) return unusable('play', run.left, terminal)
    runs.push(run.right)
  }
  const passed = runs.every(({ allPassed }) => allPassed)
  if (values.json === true) terminal.out(asJson(passed, runs, []))
  else if (runs.length > 1 && values.quiet !== true) terminal.out(`${summaryTable(runs, reader)}\n`)
  return passed ? exitCodes.ok : exitCodes.failed
}

export const playCommand: Command = {
  name: 'play',
  summary: 'plays scenario files and checks what comes of them',
  usage,
  run: play,
}
