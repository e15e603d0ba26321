import type { Instant } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { finding, mismatches, type Finding } from '../compare/finding.js'
import type { CaseExpectation } from '../format/expect/case.js'
import { caseSpecs } from '../format/expect/case.js'
import type { PlacedStep } from '../format/scenario.js'
import type { PaperStep, Step } from '../format/step-types.js'
import { under, type Pointer } from '../source/pointer.js'
import { failureText } from './answers.js'
import { expectedAround, expectedOfCase } from './around.js'
import { breachIds, lookAt } from './case-look.js'
import { caseRun } from './case-run.js'
import { eventRun } from './event-run.js'
import type { AccountEventRun, StepRun } from './result.js'
import type { Scene } from './scene.js'
import type { Done } from './step/done.js'
import { doStep } from './step/do-step.js'
import type { NewAccountEvent, Reel } from './tape.js'

/** What the steps before it have come to, as far as the next one needs it. */
export interface SoFar {
  readonly now: Instant | undefined
  readonly breaches: ReadonlySet<string>
}

export const nothingYet: SoFar = { now: undefined, breaches: new Set() }

const nothingNew: Reel = { cases: [], accounts: [], duty: [], broken: [] }

/** Does one step, and holds what came of it against what was expected and what must always be. */
export const playStep = async (
  scene: Scene,
  { step, path }: PlacedStep,
  no: number,
  soFar: SoFar,
  lineOf: (path: Pointer) => number,
): Promise<{ readonly run: StepRun; readonly soFar: SoFar }> => {
  scene.world.setClock(step.at)
  const done = await doStep(scene, step, path)
  const wound = await scene.tape.windOn()
  const reel = isLeft(wound) ? nothingNew : wound.right
  const { did, findings } = done.told(reel)
  const breaches = newBreaches(scene, soFar, step.at)
  const expect = 'expect' in step && !isPaper(step) ? step.expect : undefined
  const all: ReadonlyArray<Finding> = [
    ...findings,
    ...(isLeft(wound) ? [finding(path, 'store', 'every event can be read', failureText(wound.left))] : []),
    ...(hasCaseExpectation(step)
      ? expectedOfCase(scene, step.expect, under(path, 'expect'), done.caseId, step.at, done.asOf)
      : []),
    ...(expect === undefined ? [] : expectedAround(scene, expect, under(path, 'expect'), step.at, reel)),
    ...silence(scene, step.does, reel, path),
    finding(path, 'what must always hold', [], [...reel.broken, ...breaches.twice]),
  ]
  const run: StepRun = {
    no,
    path,
    line: lineOf(path),
    at: step.at,
    name: step.name,
    title: step.title,
    did,
    events: reel.cases.map((told) => eventRun(scene.tape, told, scene.nameOf)),
    accountEvents: reel.accounts.map((told) => accountEventRun(told, scene)),
    cases: casesTouched(scene, done, reel, step.at),
    mismatches: mismatches(all, lineOf),
  }
  return { run, soFar: breaches.soFar }
}

const caseFields = Object.keys(caseSpecs)

const hasCaseExpectation = (
  step: PlacedStep['step'],
): step is PlacedStep['step'] & { readonly expect: CaseExpectation } =>
  (step.does === 'command' || step.does === 'look') && caseFields.some((name) => Object.hasOwn(step.expect, name))

const isPaper = (step: Step): step is PaperStep =>
  step.does === 'sheet' || step.does === 'ledger' || step.does === 'statistics' || step.does === 'register'

/** Steps that give no command and settle nothing write to no case, and only those of a duty to shifts and ledgers. */
const silence = (
  { nameOf }: Scene,
  does: PlacedStep['step']['does'],
  reel: Reel,
  path: Pointer,
): ReadonlyArray<Finding> => {
  const onCases = reel.cases.map(({ caseId, event }) => `${event.type} of ${nameOf(caseId)}`)
  const onDuty = reel.duty.map(({ stream, event }) => `${event.type} in ${stream}`)
  const mayBe = does === 'command' || does === 'race' || does === 'settle' ? onDuty : [...onCases, ...onDuty]
  return [finding(path, 'events', [], does === 'duty' ? onCases : mayBe)]
}

/** Each breach is reported in one of the intervals between steps, and in one only. */
const newBreaches = (scene: Scene, { now, breaches }: SoFar, at: Instant) => {
  if (now === undefined) return { soFar: { now: at, breaches }, twice: [] }
  if (at <= now) return { soFar: { now, breaches }, twice: [] }
  const found = breachIds(scene.tape, now, at)
  const twice = found.filter((id) => breaches.has(id)).map((id) => `the breach of ${id} is reported twice`)
  return { soFar: { now: at, breaches: new Set([...breaches, ...found]) }, twice }
}

const accountEventRun = ({ accountId, event }: NewAccountEvent, { nameOf }: Scene): AccountEventRun => ({
  accountId,
  revision: event.meta.revision,
  type: event.type,
  case: 'caseId' in event.data ? nameOf(event.data.caseId) : undefined,
})

const casesTouched = (scene: Scene, { caseId, asOf }: Done, reel: Reel, now: Instant) => {
  const ids = new Set([...(caseId === undefined ? [] : [caseId]), ...reel.cases.map((told) => told.caseId)])
  return [...ids].flatMap((id) => {
    const look = lookAt(scene.tape, id, now, id === caseId ? asOf : undefined)
    return look === undefined ? [] : [caseRun(look, scene.nameOf)]
  })
}
