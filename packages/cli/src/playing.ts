import {
  playScenario,
  type Play,
  type PlayRun,
  type Scenario,
  type ScenarioRun,
  type StepRun,
} from '@refund-case/scenarios'

/** Told of each play of a file while it goes on: the scenario itself first, then its variants. */
export interface Audience {
  readonly begins: (play: Play) => void
  readonly step: (play: Play, step: StepRun) => void
  readonly ends: (play: Play, run: PlayRun) => void
}

export const nobody: Audience = { begins: () => undefined, step: () => undefined, ends: () => undefined }

/** Plays a file, one play after another, so that each can be shown to its end before the next begins. */
export const playAll = async (scenario: Scenario, audience: Audience): Promise<ScenarioRun> => {
  const one = async (play: Play): Promise<ScenarioRun> => {
    audience.begins(play)
    const alone: Scenario = { ...scenario, ...play, variants: [] }
    const run = await playScenario(alone, { onStep: ({ step }) => audience.step(play, step) })
    audience.ends(play, run)
    return run
  }
  const main = await one(scenario)
  const variants: Array<ScenarioRun> = []
  for (const variant of scenario.variants) variants.push(await one(variant))
  return {
    ...main,
    variants: variants.map(withoutFile),
    allPassed: main.passed && variants.every(({ passed }) => passed),
  }
}

const withoutFile = ({
  file: _file,
  zone: _zone,
  currency: _currency,
  variants: _variants,
  allPassed: _all,
  ...play
}: ScenarioRun): PlayRun => play
