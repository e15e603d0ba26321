import { commandNames, whoMay, type ActName, type CaseActor } from '@refund-case/core'
import { fromChoices, type Choices } from '../arbitraries/choices.js'
import { anyone, someoneOf } from '../arbitraries/people.js'
import type fc from 'fast-check'
import { bodies } from './bodies.js'
import type { BodyOf, CaseScene, GivenCommand, NamedBody } from './given-command.js'
import { nextSteps, sideSteps, type Step } from './next-steps.js'

const actNames: ReadonlyArray<ActName> = commandNames.filter((name) => name !== 'request')

const named = <Name extends ActName>(name: Name, body: BodyOf<Name>): NamedBody =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- name and body are of one command: Name is one of the union's
  ({ name, body }) as unknown as NamedBody

// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it ties the builder to the name
const bodyFor = <Name extends ActName>(name: Name, choices: Choices, scene: CaseScene): NamedBody =>
  named(name, bodies[name](choices, scene))

/** People whom separation of duties keeps from this step: whoever acted where the step must be another's. */
const conflicted = (name: ActName, { state }: CaseScene): ReadonlyArray<string> => {
  const approvers = state.approval.given.map(({ by }) => by)
  switch (name) {
    case 'approve':
    case 'refuseApproval':
      return [...state.recorders, ...state.reviewers, ...approvers]
    case 'recordPayment':
    case 'startPayment':
      return approvers.slice(-1)
    case 'verifyDestination':
    case 'matchBankLine':
      return [state.destination.proposedBy, ...state.attempts.map(({ by }) => by)]
    case 'submit':
      return state.faultSheet === undefined ? [] : [state.faultSheet.by]
    case 'review':
      return state.faultSheet === undefined ? [] : [state.faultSheet.by]
    default:
      return []
  }
}

const actorFor = (name: ActName, role: CaseActor['role'], choices: Choices, scene: CaseScene): CaseActor =>
  role === 'customer'
    ? { id: scene.state.requested.customer.subject, role }
    : someoneOf(scene.cast, role, choices, conflicted(name, scene))

/** The step that leads on, or one of the others that may well come next. */
export const sensibleCommand = (choices: Choices, scene: CaseScene): GivenCommand => {
  const steps = nextSteps(scene)
  const all: ReadonlyArray<Step> = steps.length === 0 || choices.oneIn(12) ? sideSteps : steps
  const main = all[0] ?? (['note', 'customerService'] as const)
  const [name, role] = choices.among(all) ?? main
  const actor = actorFor(name, role, choices, scene)
  return { ...bodyFor(name, choices, scene), actor }
}

/** A well-formed command of this name, by somebody whose role might give it. */
export const commandNamed = (name: ActName, choices: Choices, scene: CaseScene): GivenCommand => {
  const may = whoMay[name]
  const step = [...nextSteps(scene), ...sideSteps].find(([known]) => known === name)
  const role = step?.[1] ?? (typeof may === 'string' ? scene.policy.routes[scene.state.route].payers[0] : may[0])
  return { ...bodyFor(name, choices, scene), actor: actorFor(name, role ?? 'customerService', choices, scene) }
}

/** Any command, well formed: by somebody who might give it, or by anybody. */
export const anyCommand = (choices: Choices, scene: CaseScene): GivenCommand => {
  const name = choices.among(actNames) ?? 'note'
  const given = commandNamed(name, choices, scene)
  return choices.oneIn(3) ? { ...given, actor: anyone(scene.cast, choices) } : given
}

export interface CommandConstraints {
  /** One command in so many is an arbitrary one by anybody (default 5; 0: none). */
  readonly arbitraryOneIn?: number
}

/** What may be commanded next on a case: mostly a step that leads on, sometimes anything. */
export const nextCommands = (
  scene: CaseScene,
  { arbitraryOneIn = 5 }: CommandConstraints = {},
): fc.Arbitrary<GivenCommand> =>
  fromChoices((choices) =>
    arbitraryOneIn > 0 && choices.oneIn(arbitraryOneIn) ? anyCommand(choices, scene) : sensibleCommand(choices, scene),
  )
