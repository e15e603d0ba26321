import { isLeft } from 'fp-ts/lib/Either.js'
import { aliasesIn, CaseAlias } from '../form/case-alias.js'
import type { FormProblem } from '../form/form.js'
import { under, type Pointer } from '../source/pointer.js'
import { actorOf } from './actor.js'
import type { Play } from './scenario.js'
import type { ActorFields, CommandFields, Step } from './step-types.js'

const wrong = (path: Pointer, message: string): FormProblem => ({ stage: 'meaning', path, message })

/** Names that mean nobody and nothing: cases not requested before, people not named, steps named twice. */
export const namesUnknown = (play: Play): ReadonlyArray<FormProblem> => {
  const problems: Array<FormProblem> = []
  const opened = new Set<string>()
  const stepNames = new Set<string>()

  const known = (alias: CaseAlias): void => {
    if (!opened.has(alias.alias)) problems.push(wrong(alias.path, `no earlier step requests a case ${alias.alias}`))
  }
  const person = (actor: ActorFields, path: Pointer): void => {
    const found = actorOf(play.people, actor)
    if (isLeft(found)) problems.push(wrong(path, found.left))
  }
  const command = (given: CommandFields & { readonly with?: unknown }, path: Pointer): void => {
    person(given, path)
    for (const alias of aliasesIn(given.with)) known(alias)
    if (given.command === 'request') {
      if (given.case instanceof CaseAlias) opened.add(given.case.alias)
    } else if (given.case === undefined) problems.push(wrong(path, `${given.command} needs the case it is about`))
    else if (given.case instanceof CaseAlias) known(given.case)
    if (given.command !== 'request' && given.order !== undefined)
      problems.push(wrong(under(path, 'order'), 'only a request takes an order'))
  }
  const does = (step: Step, path: Pointer): void => {
    switch (step.does) {
      case 'command':
        return command(step, path)
      case 'race':
        return step.race.forEach((racer, index) => command(racer, under(under(path, 'race'), index)))
      case 'look':
        return known(step.look)
      case 'quote':
        for (const alias of aliasesIn(step.quote)) known(alias)
        return person(step, path)
      case 'actions':
        known(step.actions)
        return person(step, path)
      case 'settle':
        return step.settle === 'all' ? undefined : known(step.settle)
      case 'publishCalendar':
      case 'publishPolicy':
        return person(step, path)
      case 'duty':
        for (const alias of aliasesIn(step.with)) known(alias)
        return person(step, path)
      case 'sheet':
      case 'ledger':
      case 'statistics':
      case 'register':
        return undefined
      case 'updateOrder':
        if (!play.orders.has(step.updateOrder.orderId))
          problems.push(wrong(under(path, 'updateOrder'), `there is no order ${step.updateOrder.orderId} under orders`))
    }
  }

  for (const { step, path } of play.steps) {
    does(step, path)
    const expect = 'expect' in step ? step.expect : undefined
    for (const alias of aliasesIn(expect)) known(alias)
    for (const [alias] of expect !== undefined && 'cases' in expect ? (expect.cases ?? []) : [])
      known(new CaseAlias(alias, under(under(under(path, 'expect'), 'cases'), alias)))
    if (step.name !== undefined && stepNames.has(step.name))
      problems.push(wrong(under(path, 'name'), `another step is called ${step.name} already`))
    if (step.name !== undefined) stepNames.add(step.name)
  }
  for (const [alias] of play.finally?.cases ?? [])
    known(new CaseAlias(alias, under(under(play.finallyPath, 'cases'), alias)))
  return problems
}
