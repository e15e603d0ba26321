import type { Actor, Failure, Instant, Outcome } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { eventsFinding, type ActualEvent } from '../compare/events.js'
import { finding, type Finding } from '../compare/finding.js'
import { refusalFinding } from '../compare/refusal.js'
import type { ExpectedAnswer } from '../format/expect/outcomes.js'
import { under, type Pointer } from '../source/pointer.js'
import type { Asked } from './asking.js'
import { eventRun } from './event-run.js'
import type { Answered, CommandRun } from './result.js'
import type { Scene } from './scene.js'
import type { NewCaseEvent } from './tape.js'

/** Events of an answer as the tape has them. An event that nobody stored is missing here, and found so. */
const onTape = ({ tape }: Scene, outcome: Outcome): ReadonlyArray<NewCaseEvent> => {
  const ids = new Set(outcome.events.map(({ meta }) => meta.id))
  return tape.told(outcome.caseId).filter(({ event }) => ids.has(event.meta.id))
}

export const failureText = (failure: Failure): string => {
  switch (failure.kind) {
    case 'refusal':
      return `refused ${failure.code} (${failure.rule}) ${JSON.stringify(failure.facts)}`
    case 'undecodable':
      return `${failure.code}: ${failure.stream} ${failure.revision} ${failure.path} ${failure.reason}`
    case 'storeError':
    case 'vaultError':
      return `${failure.code}: ${failure.message}`
    default:
      return failure.kind
  }
}

const answered = (scene: Scene, answer: Asked['answer']): Answered => {
  if (isLeft(answer)) {
    const failure = answer.left
    return failure.kind === 'refusal'
      ? { kind: 'refused', code: failure.code, rule: failure.rule, facts: failure.facts }
      : { kind: 'failed', failure }
  }
  return {
    kind: 'events',
    repeated: answer.right.repeated,
    events: onTape(scene, answer.right).map((taped) => eventRun(scene.tape, taped, scene.nameOf)),
  }
}

export const commandRun = (scene: Scene, at: Instant, asked: Asked): CommandRun => ({
  at,
  command: asked.command,
  actor: asked.actor,
  key: asked.key,
  case: asked.case,
  answered: answered(scene, asked.answer),
})

const samePerson = (one: Actor, other: Actor): boolean =>
  one.id === other.id &&
  one.role === other.role &&
  one.onBehalfOf?.id === other.onBehalfOf?.id &&
  one.onBehalfOf?.role === other.onBehalfOf?.role

const actualEvents = (taped: ReadonlyArray<NewCaseEvent>, { actor }: Asked): ReadonlyArray<ActualEvent> =>
  taped.map(({ event, data }) => ({
    type: event.type,
    data,
    occurredAt: event.meta.occurredAt,
    odd: samePerson(event.meta.actor, actor) ? [] : [`by ${event.meta.actor.id} (${event.meta.actor.role})`],
  }))

/** How a command was answered, held against what was expected of it. */
export const answerFindings = (
  scene: Scene,
  expected: ExpectedAnswer,
  asked: Asked,
  path: Pointer,
  at: Instant,
): ReadonlyArray<Finding> => {
  const { answer } = asked
  const { writing } = scene
  if (expected.refused !== undefined) {
    const place = under(path, 'refused')
    if (isLeft(answer))
      return answer.left.kind === 'refusal'
        ? [refusalFinding(expected.refused, answer.left, place, writing)]
        : [finding(place, 'refusal', expected.refused.code, failureText(answer.left))]
    return [
      finding(place, 'refusal', expected.refused.code, ['not refused', ...answer.right.events.map(({ type }) => type)]),
    ]
  }
  if (isLeft(answer)) {
    const wanted = expected.events?.map(({ type }) => type) ?? ['carried out before']
    return [finding(path, 'answer', wanted, failureText(answer.left))]
  }
  const findings: Array<Finding> = []
  if (expected.repeated === true || answer.right.repeated)
    findings.push(
      finding(
        under(path, 'repeated'),
        'repeated',
        expected.repeated === true ? 'carried out before' : 'carried out now',
        answer.right.repeated ? 'carried out before' : 'carried out now',
      ),
    )
  if (expected.events !== undefined) {
    const taped = onTape(scene, answer.right)
    findings.push(
      eventsFinding(expected.events, actualEvents(taped, asked), {
        path: under(path, 'events'),
        about: 'events',
        at: answer.right.repeated ? (taped[0]?.event.meta.occurredAt ?? at) : at,
        writing,
      }),
    )
  }
  return findings
}
