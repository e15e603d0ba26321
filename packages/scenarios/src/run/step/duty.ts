import type { Failure, LedgerOutcome, ShiftOutcome, StaffActor } from '@refund-case/core'
import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { eventsFinding, type ActualEvent } from '../../compare/events.js'
import { finding, type Finding } from '../../compare/finding.js'
import { withCaseIds } from '../../form/case-alias.js'
import { isObject } from '../../form/form.js'
import { actorOf } from '../../format/actor.js'
import type { StepOf } from '../../format/step-types.js'
import { under, type Pointer } from '../../source/pointer.js'
import { failureText } from '../answers.js'
import { cashiersOf, deskOf, headsOf, isShiftName, ledgerOf, sheetDigestOf } from '../papers.js'
import type { DutyAnswered, DutyRun } from '../result.js'
import type { Scene } from '../scene.js'
import type { NewDutyEvent, Reel } from '../tape.js'
import { idOrNone, nobody } from './command.js'
import type { Done } from './done.js'
import { refusedFindings } from './reading.js'

type DutyStep = StepOf<'duty'>
type DutyAnswer = Either<Failure, ShiftOutcome | LedgerOutcome>
type Fields = { readonly [name: string]: unknown }

/** One command on a shift or a ledger, answered by the service of the desks. */
export const doDuty = async (scene: Scene, step: DutyStep, path: Pointer): Promise<Done> => {
  const actor = actorOf(scene.play.people, step)
  if (isLeft(actor) || actor.right === undefined) return nobody(path)
  const who = actor.right
  const body = await bodyOf(scene, step)
  if (isLeft(body)) return unfit(path, body.left)
  const answer = await scene.world.desks.execute(who, step.duty, body.right)()
  return {
    told: (reel) => ({
      did: {
        does: 'duty',
        duty: {
          at: step.at,
          command: step.duty,
          ...aboutOf(step),
          actor: who,
          key: step.key,
          answered: answered(answer, reel),
        },
      },
      findings: answerFindings(scene, step, answer, who, reel, under(path, 'expect')),
    }),
  }
}

const aboutOf = ({ of }: DutyStep): Pick<DutyRun, 'about' | 'name'> =>
  isShiftName(of)
    ? { about: 'shift', name: `${of.date} ${of.shift}` }
    : { about: 'ledger', name: `${of.department} ${of.month}` }

const unfit = (path: Pointer, why: string): Done => ({
  told: () => ({ did: { does: 'nothing' }, findings: [finding(path, 'paper', 'a paper to sign', why)] }),
})

/** What a file leaves out of a signature is what stands on the paper at that moment. */
const standing = async (scene: Scene, { duty, of }: DutyStep, given: Fields): Promise<Either<string, Fields>> => {
  if (isShiftName(of)) {
    if ((duty !== 'signOver' && duty !== 'accept') || 'sheet' in given) return right({})
    const sheet = await sheetDigestOf(scene, of)
    return isLeft(sheet) ? sheet : right({ sheet: sheet.right })
  }
  const read = await ledgerOf(scene, of)
  if (isLeft(read)) return read
  const ledger = read.right
  switch (duty) {
    case 'prepareLedger':
      return right(ledger.department === 'finance' ? { cashiers: cashiersOf(scene, ledger) } : {})
    case 'approveLedger':
      return right({ rows: ledger.rows.length, totals: ledger.totals, digest: ledger.digest })
    case 'archiveLedger':
      return right({ digest: ledger.digest, ...headsOf(scene, ledger) })
    default:
      return right({ digest: ledger.digest })
  }
}

const bodyOf = async (scene: Scene, step: DutyStep): Promise<Either<string, unknown>> => {
  if ('raw' in step) return right(isObject(step.raw) ? { ...step.of, ...step.raw } : step.raw)
  const said = withCaseIds(step.with ?? {}, idOrNone(scene))
  const given = isObject(said) ? said : {}
  const known = await standing(scene, step, given)
  if (isLeft(known)) return known
  return right({
    ...(isShiftName(step.of) ? { ...step.of, desk: deskOf(step.of) } : step.of),
    ...(step.key === undefined ? {} : { key: step.key }),
    ...known.right,
    ...given,
  })
}

const answered = (answer: DutyAnswer, reel: Reel): DutyAnswered => {
  if (isLeft(answer)) {
    const failure = answer.left
    return failure.kind === 'refusal'
      ? { kind: 'refused', code: failure.code, rule: failure.rule, facts: failure.facts }
      : { kind: 'failed', failure }
  }
  return { kind: 'events', repeated: answer.right.repeated, events: own(answer, reel).map(({ event }) => event.type) }
}

/** The events of an answer as the store has them now. */
const own = (answer: DutyAnswer, { duty }: Reel): ReadonlyArray<NewDutyEvent> => {
  const ids = new Set(isLeft(answer) ? [] : answer.right.events.map(({ meta }) => meta.id))
  return duty.filter(({ event }) => ids.has(event.meta.id))
}

const answerFindings = (
  scene: Scene,
  { expect, at }: DutyStep,
  answer: DutyAnswer,
  actor: StaffActor,
  reel: Reel,
  path: Pointer,
): ReadonlyArray<Finding> => {
  const unanswered = reel.duty.length - own(answer, reel).length
  const strays = finding(path, 'events that the answer leaves out', '0', String(unanswered))
  if (expect.refused !== undefined)
    return [strays, ...refusedFindings(expect.refused, isLeft(answer) ? answer.left : undefined, path, scene)]
  if (isLeft(answer)) return [strays, finding(path, 'answer', 'answered', failureText(answer.left))]
  const wanted = expect.repeated === true ? 'carried out before' : 'carried out now'
  const actual = answer.right.repeated ? 'carried out before' : 'carried out now'
  const written: ReadonlyArray<ActualEvent> = own(answer, reel).map(({ event, data }) => ({
    type: event.type,
    data,
    occurredAt: event.meta.occurredAt,
    odd: event.meta.actor.id === actor.id && event.meta.actor.role === actor.role ? [] : [`by ${event.meta.actor.id}`],
  }))
  return [
    strays,
    finding(under(path, 'repeated'), 'repeated', wanted, actual),
    ...(expect.events === undefined
      ? []
      : [
          eventsFinding(expect.events, written, {
            path: under(path, 'events'),
            about: 'events',
            at,
            writing: scene.writing,
          }),
        ]),
  ]
}
