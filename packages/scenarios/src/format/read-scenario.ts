import { isLeft, isRight, left, right, type Either } from 'fp-ts/lib/Either.js'
import type { FormProblem, Scope } from '../form/form.js'
import { isObject } from '../form/form.js'
import { under, type Pointer } from '../source/pointer.js'
import type { ScenarioProblem } from '../source/problem.js'
import { readSource, type Source } from '../source/source.js'
import { usualCalendars } from './calendars.js'
import { usualDesks } from './desks.js'
import { file, headOf, type FileFields, type VariantFields } from './file.js'
import { namesUnknown } from './names-used.js'
import type { PlacedStep, Play, Scenario } from './scenario.js'
import type { Step } from './step-types.js'

const placed = (steps: ReadonlyArray<Step>, at: Pointer): ReadonlyArray<PlacedStep> =>
  steps.map((step, index) => ({ step, path: under(under(at, 'steps'), index) }))

/** Zone and currency of the first policy, which the rest of the file is read in. */
const scopeOf = ({ data, numberText }: Source): Scope => {
  const scope: Scope = { zone: 'Asia/Shanghai', currency: 'CNY', numberText }
  const head = isObject(data) ? { policy: data['policy'], ...('zone' in data ? { zone: data['zone'] } : {}) } : {}
  const read = headOf.read(head, '', scope)
  const first = isRight(read) ? read.right.policy[0] : undefined
  if (isLeft(read) || first === undefined) return scope
  return { ...scope, zone: read.right.zone ?? first.timeZone, currency: first.currency }
}

const playOf = (given: FileFields): Play => ({
  name: given.scenario,
  title: given.title,
  about: given.about,
  policies: given.policy,
  calendars: given.calendars ?? usualCalendars,
  desks: given.desks ?? usualDesks,
  people: given.people ?? new Map(),
  orders: given.orders ?? new Map(),
  steps: placed(given.steps, ''),
  sharedSteps: 0,
  finally: given.finally,
  finallyPath: '/finally',
})

const joined = <V>(base: ReadonlyMap<string, V>, more: ReadonlyMap<string, V> | undefined): ReadonlyMap<string, V> =>
  new Map([...base, ...(more ?? [])])

const variantOf = (base: Play, given: VariantFields, path: Pointer): Either<FormProblem, Play> => {
  const last = given.after === 'start' ? -1 : base.steps.findIndex(({ step }) => step.name === given.after)
  if (last === -1 && given.after !== 'start')
    return left({ stage: 'meaning', path: under(path, 'after'), message: `no step is called ${given.after}` })
  return right({
    name: given.name,
    title: given.title,
    about: given.about,
    policies: given.policy ?? base.policies,
    calendars: given.calendars ?? base.calendars,
    desks: given.desks ?? base.desks,
    people: joined(base.people, given.people),
    orders: joined(base.orders, given.orders),
    steps: [...base.steps.slice(0, last + 1), ...placed(given.steps, path)],
    sharedSteps: last + 1,
    finally: given.finally,
    finallyPath: under(path, 'finally'),
  })
}

/** A scenario from the text of its file, or everything that is wrong with it. `name` is what problems call the file. */
export const readScenario = (name: string, text: string): Either<ReadonlyArray<ScenarioProblem>, Scenario> => {
  const source = readSource(name, text)
  return isLeft(source) ? source : scenarioFrom(source.right)
}

/** As `readScenario`, of a file whose data is known. */
export const scenarioFrom = (source: Source): Either<ReadonlyArray<ScenarioProblem>, Scenario> => {
  const refused = (problems: ReadonlyArray<FormProblem>) =>
    left(problems.map(({ path, message }) => source.problemAt(path, message)))
  const scope = scopeOf(source)
  const read = file.read(source.data, '', scope)
  if (isLeft(read)) return refused(read.left)
  const base = playOf(read.right)
  const variants = (read.right.variants ?? []).map((variant, index) => variantOf(base, variant, `/variants/${index}`))
  const plays = [base, ...variants.flatMap((variant) => (isRight(variant) ? [variant.right] : []))]
  const problems = [
    ...variants.flatMap((variant) => (isLeft(variant) ? [variant.left] : [])),
    ...plays.flatMap(namesUnknown),
  ]
  if (problems.length > 0) return refused(distinct(problems))
  return right({
    ...base,
    file: source.file,
    zone: scope.zone,
    currency: scope.currency,
    variants: plays.slice(1),
    lineOf: (path) => source.problemAt(path, '').line,
  })
}

// Steps that variants share are looked at once for each of them.
const distinct = (problems: ReadonlyArray<FormProblem>): ReadonlyArray<FormProblem> => [
  ...new Map(problems.map((problem) => [`${problem.path} ${problem.message}`, problem])).values(),
]
