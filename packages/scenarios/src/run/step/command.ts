import { isLeft } from 'fp-ts/lib/Either.js'
import { finding, type Finding } from '../../compare/finding.js'
import { CaseAlias } from '../../form/case-alias.js'
import { actorOf } from '../../format/actor.js'
import type { StepOf } from '../../format/step-types.js'
import { under, type Pointer } from '../../source/pointer.js'
import { answerFindings, commandRun } from '../answers.js'
import { ask, caseIdIn, type Asked } from '../asking.js'
import type { Scene } from '../scene.js'
import type { Reel } from '../tape.js'
import { viewFinding } from '../view.js'
import type { Done } from './done.js'

/** One command, answered by the service of the play. */
export const doCommand = async (scene: Scene, step: StepOf<'command'>, path: Pointer): Promise<Done> => {
  const actor = actorOf(scene.play.people, step)
  if (isLeft(actor) || actor.right === undefined) return nobody(path)
  const asked = await ask(scene.world.service, actor.right, step, idOrNone(scene))
  const named = nameCase(scene, step.command, step.case, asked, under(path, 'case'))
  const expectPath = under(path, 'expect')
  return {
    caseId: caseIdIn(asked) ?? idIn(scene, step.case),
    told: (reel) => ({
      did: { does: 'command', command: commandRun(scene, step.at, asked) },
      findings: [
        ...named,
        ...answerFindings(scene, step.expect, asked, expectPath, step.at),
        ...writtenFindings(scene, [asked], reel, expectPath),
        ...(isLeft(asked.answer) ? [] : [viewFinding(scene, asked.answer.right, step.at, path)]),
      ],
    }),
  }
}

export const nobody = (path: Pointer): Done => ({
  told: () => ({ did: { does: 'nothing' }, findings: [finding(path, 'actor', 'somebody', 'nobody')] }),
})

/** An alias that nothing was opened under is an id that no case has. */
export const idOrNone =
  ({ idOf }: Scene) =>
  (alias: string): string =>
    idOf(alias) ?? '00000000-0000-4000-8000-000000000000'

const idIn = ({ idOf }: Scene, given: CaseAlias | string | undefined): string | undefined =>
  given instanceof CaseAlias ? idOf(given.alias) : given

/** A request gives its alias to the case it opens, or must come to the case that has it already. */
export const nameCase = (
  { world, nameOf }: Scene,
  command: string,
  given: CaseAlias | string | undefined,
  asked: Asked,
  path: Pointer,
): ReadonlyArray<Finding> => {
  const caseId = caseIdIn(asked)
  if (command !== 'request' || !(given instanceof CaseAlias) || caseId === undefined) return []
  const had = world.cases.get(given.alias)
  if (had === undefined) {
    const other = [...world.cases].find(([, id]) => id === caseId)
    if (other !== undefined) return [finding(path, 'case', `a case of its own, ${given.alias}`, `${other[0]} again`)]
    world.cases.set(given.alias, caseId)
    return []
  }
  return had === caseId ? [] : [finding(path, 'case', `${given.alias} again`, `another case, ${nameOf(caseId)}`)]
}

/** What was answered is what stands in the store: no event more, none less, in any case. */
export const writtenFindings = (
  { nameOf }: Scene,
  asked: ReadonlyArray<Asked>,
  reel: Reel,
  path: Pointer,
): ReadonlyArray<Finding> => {
  const answered = new Set(
    asked.flatMap(({ answer }) =>
      isLeft(answer) || answer.right.repeated ? [] : answer.right.events.map(({ meta }) => meta.id),
    ),
  )
  const stored = new Set(reel.cases.map(({ event }) => event.meta.id))
  const line = (caseId: string, type: string) => `${type} of ${nameOf(caseId)}`
  const unanswered = reel.cases.filter(({ event }) => !answered.has(event.meta.id))
  const unstored = asked.flatMap(({ answer }) =>
    isLeft(answer) || answer.right.repeated
      ? []
      : answer.right.events
          .filter(({ meta }) => !stored.has(meta.id))
          .map(({ type }) => line(answer.right.caseId, type)),
  )
  return [
    finding(
      path,
      'events that the answer leaves out',
      [],
      unanswered.map(({ caseId, event }) => line(caseId, event.type)),
    ),
    finding(path, 'events that were answered and not written', [], unstored),
  ]
}
