import { Fault } from '@refund-case/core'
import { right } from 'fp-ts/lib/Either.js'
import { commandForms, commandWords, requestForm } from '../codec/command-forms.js'
import { wordsOf } from '../codec/words-of.js'
import { byKey, either } from '../form/choices.js'
import { dependingFields, fields, may, must, type FieldSpecs, type FieldsOf } from '../form/fields.js'
import { named, reading, shapeProblem, turned, type FieldRules, type Form, type ValueOf } from '../form/form.js'
import { list } from '../form/lists.js'
import { anything, caseAlias, caseAliasOrId, text, time, words } from '../form/scalars.js'
import { calendar } from './calendars.js'
import * as outcome from './expect/outcomes.js'
import { aLine, aName } from './names.js'
import { orderFacts, orderUpdate } from './orders.js'
import { aPersonId, aRole, somebodyOrName } from './people.js'
import { policy } from './policies.js'

const actorSpecs = { by: may(aName), actor: may(aPersonId), role: may(aRole), onBehalfOf: may(somebodyOrName) }
export type ActorFields = FieldsOf<typeof actorSpecs>

const actorRules = { notTogether: [['by', 'actor']], needs: [['actor', 'role']] } as const
const someActor = { oneOf: [['by', 'actor']], ...actorRules } as const

const commonSpecs = { at: must(time), name: may(aName), title: may(aLine) }

const commandSpecs = {
  ...actorSpecs,
  command: must(words(commandWords)),
  case: may(caseAliasOrId),
  key: may(text('an idempotency key', undefined, 200)),
  order: may(orderFacts),
  with: may(anything),
  raw: may(anything),
}
const withRules = {
  ...someActor,
  notTogether: [
    ['by', 'actor'],
    ['with', 'raw'],
  ],
} as const
const depending = { on: 'command', field: 'with', unless: 'raw', forms: commandForms }

/** One command; `with` is what its form has read. */
export type CommandFields = FieldsOf<typeof commandSpecs>

const plain = <Does extends string, S extends FieldSpecs>(does: Does, specs: S, rules: FieldRules) =>
  turned(fields({ ...commonSpecs, ...specs }, rules), (value) => ({ does, ...value }))

const racerSpecs = { at: may(time), title: may(aLine), ...commandSpecs, expect: may(outcome.ofRacer) }
export type Racer = FieldsOf<typeof racerSpecs>
const racer: Form<Racer> = dependingFields(racerSpecs, withRules, depending)

const aFault: Form<Fault> = reading(words(wordsOf(Fault)), (word, path) =>
  Fault.is(word) ? right(word) : shapeProblem(path, 'expected a fault'),
)

const settled = either([caseAlias, words(['all'] as const)])

const commandStepSpecs = { ...commonSpecs, ...commandSpecs, expect: must(outcome.ofCommand) }
type CommandStep = { readonly does: 'command' } & FieldsOf<typeof commandStepSpecs>
const commandStep: Form<CommandStep> = turned(dependingFields(commandStepSpecs, withRules, depending), (value) => ({
  does: 'command',
  ...value,
}))

const others = {
  race: plain('race', { race: must(list(racer, 2)), expect: may(outcome.ofRace) }, {}),
  look: plain('look', { look: must(caseAlias), asOf: may(time), expect: must(outcome.ofLook) }, {}),
  quote: plain(
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
  actions: plain('actions', { ...actorSpecs, actions: must(caseAlias), expect: must(outcome.ofActions) }, someActor),
  settle: plain('settle', { settle: must(settled), expect: may(outcome.ofSettle) }, {}),
  updateOrder: plain('updateOrder', { updateOrder: must(orderUpdate) }, {}),
  publishCalendar: plain(
    'publishCalendar',
    { ...actorSpecs, publishCalendar: must(calendar), expect: may(outcome.ofPublishing) },
    actorRules,
  ),
  publishPolicy: plain(
    'publishPolicy',
    { ...actorSpecs, publishPolicy: must(policy), expect: may(outcome.ofPublishing) },
    actorRules,
  ),
} as const

export type Step = CommandStep | ValueOf<(typeof others)[keyof typeof others]>
export type StepOf<Does extends Step['does']> = Extract<Step, { readonly does: Does }>
export type { CommandStep }

/** What happens, one thing a step. */
export const step: Form<Step> = named('step', () => byKey<Step>({ command: commandStep, ...others }))
export const stepKinds = ['command', ...Object.keys(others)]
