import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import {
  playScenario,
  type Play,
  type PlayRun,
  type Scenario,
  type ScenarioRun,
  type StepRun,
} from '@refund-case/scenarios'
import type { CliError } from './cli-error.js'
import type { Playground } from './store-options/index.js'

/** Told of each play of a file while it goes on: the scenario itself first, then its variants. */
export interface Audience {
  /** `prefix` stands before the names of its streams where it stays on a server. */
  readonly begins: (play: Play, prefix: string | undefined) => void
  readonly step: (play: Play, step: StepRun) => void
  readonly ends: (play: Play, run: PlayRun) => void
}

export const nobody: Audience = { begins: () => undefined, step: () => undefined, ends: () => undefined }

/**
 * Plays a file, one play after another, so that each can be shown to its end before the next begins; or says why a play
 * found no place.
 */
export const playAll = async (
  scenario: Scenario,
  audience: Audience,
  playground: Playground,
): Promise<Either<CliError, ScenarioRun>> => {
  const one = async (play: Play): Promise<Either<CliError, ScenarioRun>> => {
    const place = await playground()
    if (isLeft(place)) return place
    const { leave, prefix, ...where } = place.right
    audience.begins(play, prefix)
    const alone: Scenario = { ...scenario, ...play, variants: [] }
    const run = await playScenario(alone, { ...where, onStep: ({ step }) => audience.step(play, step) })
    audience.ends(play, run)
    await leave()
    return right(run)
  }
  const main = await one(scenario)
  if (isLeft(main)) return main
  const variants: Array<PlayRun> = []
  for (const variant of scenario.variants) {
    const run = await one(variant)
    if (isLeft(run)) return run
    variants.push(withoutFile(run.right))
  }
  return right({
    ...main.right,
    variants,
    allPassed: main.right.passed && variants.every(({ passed }) => passed),
  })
}

const withoutFile = ({
  file: _file,
  zone: _zone,
  currency: _currency,
  variants: _variants,
  allPassed: _all,
  ...play
}: ScenarioRun): PlayRun => play
