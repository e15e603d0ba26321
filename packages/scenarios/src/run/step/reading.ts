import { isLeft } from 'fp-ts/lib/Either.js'
import { amountFinding } from '../../compare/amounts.js'
import { termsFinding } from '../../compare/case.js'
import { finding, type Finding } from '../../compare/finding.js'
import { refusalFinding } from '../../compare/refusal.js'
import { withCaseIds } from '../../form/case-alias.js'
import { actorOf } from '../../format/actor.js'
import type { ExpectedRefusal } from '../../format/expect/refusal.js'
import type { StepOf } from '../../format/step-types.js'
import { under, type Pointer } from '../../source/pointer.js'
import { failureText } from '../answers.js'
import type { Scene } from '../scene.js'
import { viewFinding } from '../view.js'
import { idOrNone, nobody } from './command.js'
import type { Done } from './done.js'
import type { Failure, RequestCommand } from '@refund-case/core'

/** What was refused although it should not have been, or not as it should have been. */
export const refusedFindings = (
  expected: ExpectedRefusal | undefined,
  failure: Failure | undefined,
  path: Pointer,
  { writing }: Scene,
): ReadonlyArray<Finding> => {
  if (expected === undefined)
    return failure === undefined ? [] : [finding(path, 'answer', 'answered', failureText(failure))]
  const place = under(path, 'refused')
  if (failure === undefined) return [finding(place, 'refusal', expected.code, 'not refused')]
  return failure.kind === 'refusal'
    ? [refusalFinding(expected, failure, place, writing)]
    : [finding(place, 'refusal', expected.code, failureText(failure))]
}

/** What a request would come to. */
export const doQuote = async (scene: Scene, step: StepOf<'quote'>, path: Pointer): Promise<Done> => {
  const actor = actorOf(scene.play.people, step)
  if (isLeft(actor) || actor.right === undefined) return nobody(path)
  const who = actor.right
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service decodes it, whatever its type says
  const request = withCaseIds(step.quote, idOrNone(scene)) as RequestCommand
  const quote = await scene.world.service.quote(who, request, step.order, step.fault)()
  const place = under(path, 'expect')
  const { amounts, derivation, refused } = step.expect
  return {
    told: () => ({
      did: {
        does: 'quote',
        actor: who,
        quote: isLeft(quote) ? undefined : quote.right,
        refused: isLeft(quote) && quote.left.kind === 'refusal' ? { ...quote.left, kind: 'refused' } : undefined,
      },
      findings: [
        ...refusedFindings(refused, isLeft(quote) ? quote.left : undefined, place, scene),
        ...(isLeft(quote) || amounts === undefined
          ? []
          : [amountFinding(under(place, 'amounts'), 'quoted', amounts, quote.right.amounts, scene.writing)]),
        ...(isLeft(quote) || derivation === undefined
          ? []
          : [termsFinding(derivation, under(place, 'derivation'), quote.right.terms, scene.writing)]),
      ],
    }),
  }
}

/** What somebody may do with a case now. */
export const doActions = async (scene: Scene, step: StepOf<'actions'>, path: Pointer): Promise<Done> => {
  const actor = actorOf(scene.play.people, step)
  if (isLeft(actor) || actor.right === undefined) return nobody(path)
  const who = actor.right
  const caseId = idOrNone(scene)(step.actions.alias)
  const actions = await scene.world.service.actions(caseId, who)()
  const place = under(path, 'expect')
  const views = isLeft(actions) ? [] : actions.right
  const allowed = views.filter((view) => view.allowed).map(({ command }) => command)
  const { allowed: wanted, denied = [], refused } = step.expect
  return {
    caseId,
    told: () => ({
      did: { does: 'actions', actor: who, case: step.actions.alias, allowed },
      findings: [
        ...refusedFindings(refused, isLeft(actions) ? actions.left : undefined, place, scene),
        ...(wanted === undefined
          ? []
          : [finding(under(place, 'allowed'), 'allowed', wanted.toSorted(), allowed.toSorted())]),
        ...denied.map(([command, expected]) => {
          const refusal = views.find((view) => view.command === command)?.refusal
          const at = under(under(place, 'denied'), command)
          return refusal === undefined
            ? finding(at, `denied ${command}`, expected.code, 'allowed')
            : refusalFinding(expected, refusal, at, scene.writing)
        }),
      ],
    }),
  }
}

/** A case as it stands, by the service's own reading too; or as it stood. */
export const doLook = async (scene: Scene, step: StepOf<'look'>, path: Pointer): Promise<Done> => {
  const caseId = scene.idOf(step.look.alias)
  const view = caseId === undefined ? undefined : await scene.world.service.case(caseId)()
  return {
    caseId,
    asOf: step.asOf,
    told: () => ({
      did: { does: 'look', case: step.look.alias, asOf: step.asOf },
      findings: [
        ...refusedFindings(undefined, view === undefined || !isLeft(view) ? undefined : view.left, path, scene),
        ...(view === undefined || isLeft(view) ? [] : [viewFinding(scene, view.right, step.at, path)]),
      ],
    }),
  }
}
