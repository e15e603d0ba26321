import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { readScenario } from '../format/read-scenario.js'
import type { Play, Scenario } from '../format/scenario.js'
import type { ScenarioProblem } from '../source/problem.js'
import { play } from './play.js'
import type { PlayRun, Progress, ScenarioRun } from './result.js'
import type { WorldOptions } from './world.js'

export interface RunOptions extends WorldOptions {
  /** Called after each step, of variants too. */
  readonly onStep?: (progress: Progress) => void
}

/** A file as text; `name` is what problems and results call it. */
export interface ScenarioFile {
  readonly name: string
  readonly text: string
}

/** Plays what was read, and its variants, each on an empty store. */
export const playScenario = async (
  scenario: Scenario,
  { onStep, ...options }: RunOptions = {},
): Promise<ScenarioRun> => {
  const one = (what: Play): Promise<PlayRun> =>
    play(what, scenario, {
      ...options,
      ...(onStep === undefined
        ? {}
        : { onStep: (step) => onStep({ file: scenario.file, play: what.name, step, ofSteps: what.steps.length }) }),
    })
  const main = await one(scenario)
  const variants: Array<PlayRun> = []
  for (const variant of scenario.variants) variants.push(await one(variant))
  return {
    ...main,
    file: scenario.file,
    zone: scenario.zone,
    currency: scenario.currency,
    variants,
    allPassed: main.passed && variants.every(({ passed }) => passed),
  }
}

/**
 * Reads a scenario file and plays it. A file that is none is a Left with everything that is wrong with it; what was not
 * as expected stands in the run. Never throws.
 */
export const runScenario = async (
  { name, text }: ScenarioFile,
  options: RunOptions = {},
): Promise<Either<ReadonlyArray<ScenarioProblem>, ScenarioRun>> => {
  const scenario = readScenario(name, text)
  return isLeft(scenario) ? scenario : right(await playScenario(scenario.right, options))
}
