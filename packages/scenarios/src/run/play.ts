import { isLeft } from 'fp-ts/lib/Either.js'
import { finding, mismatches } from '../compare/finding.js'
import type { Play, Scenario } from '../format/scenario.js'
import { failureText } from './answers.js'
import { alwaysAtTheEnd, eventCounts, finalFindings, moneyOut } from './at-the-end.js'
import { lookAt } from './case-look.js'
import { caseRun } from './case-run.js'
import { nothingYet, playStep } from './play-step.js'
import type { PlayRun, StepRun } from './result.js'
import { sceneOf } from './scene.js'
import { openWorld, type WorldOptions } from './world.js'

/** Plays a scenario, or one of its variants, on an empty store. */
export const play = async (
  what: Play,
  scenario: Scenario,
  options: WorldOptions & { readonly onStep?: (step: StepRun) => void },
): Promise<PlayRun> => {
  const world = openWorld(what, options)
  const scene = sceneOf(what, scenario, world)
  const started = await world.service.start()()
  const wound = await scene.tape.windOn()
  const startFindings = [
    ...(isLeft(started)
      ? [finding('/policy', 'start', 'policies and calendars are published', failureText(started.left))]
      : []),
    ...(isLeft(wound) ? [finding('', 'store', 'every event can be read', failureText(wound.left))] : []),
  ]
  const steps: Array<StepRun> = []
  let soFar = nothingYet
  for (const [index, placed] of what.steps.entries()) {
    const played = await playStep(scene, placed, index + 1, soFar, scenario.lineOf)
    soFar = played.soFar
    steps.push(played.run)
    options.onStep?.(played.run)
  }
  const found = mismatches(
    [...startFindings, ...finalFindings(scene, world.now()), ...alwaysAtTheEnd(scene, soFar)],
    scenario.lineOf,
  )
  return {
    name: what.name,
    title: what.title,
    about: what.about,
    steps,
    sharedSteps: what.sharedSteps,
    cases: [...scene.tape.cases.keys()].flatMap((caseId) => {
      const look = lookAt(scene.tape, caseId, world.now())
      return look === undefined ? [] : [caseRun(look, scene.nameOf)]
    }),
    moneyOut: moneyOut(scene.tape),
    eventCounts: eventCounts(scene.tape),
    mismatches: found,
    passed: found.length === 0 && steps.every((step) => step.mismatches.length === 0),
  }
}
