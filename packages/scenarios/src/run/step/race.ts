import type { Instant } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { finding, type Finding } from '../../compare/finding.js'
import { lineDiff } from '../../compare/line-diff.js'
import { actorOf } from '../../format/actor.js'
import type { ExpectedAnswer } from '../../format/expect/outcomes.js'
import type { Racer, StepOf } from '../../format/step-types.js'
import { under, type Pointer } from '../../source/pointer.js'
import { answerFindings, commandRun } from '../answers.js'
import { ask, type Asked } from '../asking.js'
import type { Scene } from '../scene.js'
import { startingGate } from '../starting-gate.js'
import { idOrNone, nameCase, nobody, writtenFindings } from './command.js'
import type { Done } from './done.js'

interface Raced {
  readonly racer: Racer
  readonly path: Pointer
  readonly at: Instant
  readonly asked: Asked
}

/** Several commands at once, each from a server of its own; none writes before all have read. */
export const doRace = async (scene: Scene, step: StepOf<'race'>, path: Pointer): Promise<Done> => {
  const { world, play } = scene
  const gate = startingGate(world.store, step.race.length)
  const actors = step.race.map((racer) => actorOf(play.people, racer))
  if (actors.some((actor) => isLeft(actor) || actor.right === undefined)) return nobody(path)
  const raced = await Promise.all(
    step.race.map(async (racer, index): Promise<Raced | undefined> => {
      const actor = actors[index]
      if (actor === undefined || isLeft(actor) || actor.right === undefined) return undefined
      const at = racer.at ?? step.at
      const server = world.anotherServer(gate.laneFor(index), () => at)
      const asked = await ask(server, actor.right, racer, idOrNone(scene))
      gate.arrived(index)
      return { racer, path: under(under(path, 'race'), index), at, asked }
    }),
  )
  const ran = raced.flatMap((one) => one ?? [])
  const named = ran.flatMap((one) =>
    nameCase(scene, one.racer.command, one.racer.case, one.asked, under(one.path, 'case')),
  )
  return {
    told: (reel) => ({
      did: {
        does: 'race',
        racers: ran.map((one) => commandRun(scene, one.at, one.asked)),
        conflicts: gate.conflicts(),
      },
      findings: [
        ...named,
        ...(gate.conflicts() > 0 ? [] : [finding(path, 'race', 'one runs into another', 'nobody ran into anybody')]),
        ...ran.flatMap((one) =>
          one.racer.expect === undefined
            ? []
            : answerFindings(scene, one.racer.expect, one.asked, under(one.path, 'expect'), one.at),
        ),
        ...outcomeFindings(scene, step, ran, path),
        ...writtenFindings(
          scene,
          ran.map(({ asked }) => asked),
          reel,
          under(path, 'race'),
        ),
      ],
    }),
  }
}

/** The outcomes fit the racers in some order; where they do in none, the nearest one is shown. */
const outcomeFindings = (
  scene: Scene,
  step: StepOf<'race'>,
  ran: ReadonlyArray<Raced>,
  path: Pointer,
): ReadonlyArray<Finding> => {
  const outcomes = step.expect?.outcomes
  const place = under(under(path, 'expect'), 'outcomes')
  if (outcomes === undefined)
    return ran.flatMap((one) =>
      one.racer.expect === undefined
        ? [finding(one.path, 'expect', 'an expectation, or outcomes of the race', 'neither')]
        : [],
    )
  if (outcomes.length !== ran.length)
    return [finding(place, 'outcomes', `${outcomes.length} outcomes`, `${ran.length} racers`)]
  const tried = ordersOf(outcomes).map((order) => ran.flatMap((one, index) => fit(scene, order[index], one, place)))
  return tried.reduce((nearest, findings) => (distance(findings) < distance(nearest) ? findings : nearest))
}

const fit = (
  scene: Scene,
  expected: ExpectedAnswer | undefined,
  { asked, at }: Raced,
  place: Pointer,
): ReadonlyArray<Finding> => (expected === undefined ? [] : answerFindings(scene, expected, asked, place, at))

const distance = (findings: ReadonlyArray<Finding>): number =>
  findings.reduce(
    (sum, { expected, actual }) => sum + lineDiff(expected, actual).filter((line) => !line.startsWith('  ')).length,
    0,
  )

/** All orders of a few things. */
const ordersOf = <T>(things: ReadonlyArray<T>): ReadonlyArray<ReadonlyArray<T>> =>
  things.length < 2
    ? [things]
    : things.flatMap((first, index) => ordersOf(things.toSpliced(index, 1)).map((rest) => [first].concat(rest)))
