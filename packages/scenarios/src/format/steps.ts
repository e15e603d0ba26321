import { Fault } from '@refund-case/core'
import { right } from 'fp-ts/lib/Either.js'
import { commandForms, commandWords, requestForm } from '../codec/command-forms.js'
import { dutyForms, dutyRef, dutyWords, ledgerRef, monthRef, shiftRef } from '../codec/duty-forms.js'
import { wordsOf } from '../codec/words-of.js'
import { byKey, either } from '../form/choices.js'
import { dependingFields, fields, may, must, type FieldSpecs } from '../form/fields.js'
import { named, reading, shapeProblem, turned, type FieldRules, type Form } from '../form/form.js'
import { list } from '../form/lists.js'
import { anything, caseAlias, caseAliasOrId, day, text, time, words } from '../form/scalars.js'
import { calendar } from './calendars.js'
import { ofDuty } from './expect/duty.js'
import * as outcome from './expect/outcomes.js'
import { ofLedger, ofRegister, ofSheet, ofStatistics } from './expect/papers.js'
import { aLine, aName } from './names.js'
import { orderFacts, orderUpdate } from './orders.js'
import { aPersonId, aRole, somebodyOrName } from './people.js'
import { policy } from './policies.js'
import type { CommandStep, Racer, Step, StepOf } from './step-types.js'

const commonSpecs = { at: must(time), name: may(aName), title: may(aLine) }
const actorSpecs = { by: may(aName), actor: may(aPersonId), role: may(aRole), onBehalfOf: may(somebodyOrName) }
const actorRules: FieldRules = { notTogether: [['by', 'actor']], needs: [['actor', 'role']] }
const someActor: FieldRules = { oneOf: [['by', 'actor']], ...actorRules }

const commandSpecs = {
  ...actorSpecs,
  command: must(words(commandWords)),
  case: may(caseAliasOrId),
  key: may(text('an idempotency key', undefined, 200)),
  order: may(orderFacts),
  with: may(anything),
  raw: may(anything),
}
const commandRules: FieldRules = {
  ...someActor,
  notTogether: [
    ['by', 'actor'],
    ['with', 'raw'],
  ],
}
const depending = { on: 'command', field: 'with', unless: 'raw', forms: commandForms }

const racer: Form<Racer> = dependingFields(
  { at: may(time), title: may(aLine), ...commandSpecs, expect: may(outcome.ofRacer) },
  commandRules,
  depending,
)

const command: Form<CommandStep> = turned(
  dependingFields({ ...commonSpecs, ...commandSpecs, expect: must(outcome.ofCommand) }, commandRules, depending),
  (value) => ({ does: 'command', ...value }),
)

const duty: Form<StepOf<'duty'>> = turned(
  dependingFields(
    {
      ...commonSpecs,
      ...actorSpecs,
      duty: must(words(dutyWords)),
      of: must(dutyRef),
      key: commandSpecs.key,
      with: may(anything),
      raw: may(anything),
      expect: must(ofDuty),
    },
    commandRules,
    { on: 'duty', field: 'with', unless: 'raw', forms: dutyForms },
  ),
  (value) => ({ does: 'duty', ...value }),
)

const stepThat = <Does extends string, S extends FieldSpecs>(does: Does, specs: S, rules: FieldRules = {}) =>
  turned(fields({ ...commonSpecs, ...specs }, rules), (value) => ({ does, ...value }))

const aFault: Form<Fault> = reading(words(wordsOf(Fault)), (word, path) =>
  Fault.is(word) ? right(word) : shapeProblem(path, 'expected a fault'),
)

const forms: { readonly [Does in Step['does']]: Form<StepOf<Does>> } = {
  command,
  race: stepThat('race', { race: must(list(racer, 2)), expect: may(outcome.ofRace) }),
  look: stepThat('look', { look: must(caseAlias), asOf: may(time), expect: must(outcome.ofLook) }),
  quote: stepThat(
    'quote',
    {
      ...actorSpecs,
      quote: must(requestForm),
      fault: may(aFault),
      order: may(orderFacts),
      expect: must(outcome.ofQuote),
    },
    someActor,
  ),
  actions: stepThat('actions', { ...actorSpecs, actions: must(caseAlias), expect: must(outcome.ofActions) }, someActor),
  settle: stepThat('settle', {
    settle: must(either([words(['all'] as const), caseAlias])),
    expect: may(outcome.ofSettle),
  }),
  updateOrder: stepThat('updateOrder', { updateOrder: must(orderUpdate) }),
  publishCalendar: stepThat(
    'publishCalendar',
    { ...actorSpecs, publishCalendar: must(calendar), expect: may(outcome.ofPublishing) },
    actorRules,
  ),
  publishPolicy: stepThat(
    'publishPolicy',
    { ...actorSpecs, publishPolicy: must(policy), expect: may(outcome.ofPublishing) },
    actorRules,
  ),
  duty,
  sheet: stepThat('sheet', { sheet: must(shiftRef), expect: must(ofSheet) }),
  ledger: stepThat('ledger', { ledger: must(ledgerRef), expect: must(ofLedger) }),
  statistics: stepThat('statistics', { statistics: must(monthRef), expect: must(ofStatistics) }),
  register: stepThat('register', { register: must(fields({ date: must(day) })), expect: must(ofRegister) }),
}

/** What happens, one thing a step. */
export const step: Form<Step> = named('step', () => byKey<Step>(forms))
