import { commandNames } from '@refund-case/core'
import { fields, may, type FieldsOf } from '../../form/fields.js'
import type { FieldRules } from '../../form/form.js'
import { list, map } from '../../form/lists.js'
import { whole, words, yes } from '../../form/scalars.js'
import { expectedAccounts } from './account.js'
import { caseSpecs, expectedCases } from './case.js'
import { expectedAmounts } from './amounts.js'
import { expectedCaseEvents } from './events.js'
import { expectedRefusal } from './refusal.js'

/** What a command came to: events, a refusal, or what was there before. */
const answerSpecs = {
  events: may(expectedCaseEvents),
  refused: may(expectedRefusal),
  repeated: may(yes),
} as const
export type ExpectedAnswer = FieldsOf<typeof answerSpecs>

const answerRules: FieldRules = {
  oneOf: [['events', 'refused', 'repeated']],
  notTogether: [
    ['events', 'refused'],
    ['repeated', 'refused'],
  ],
}

const aroundSpecs = { cases: may(expectedCases), accounts: may(expectedAccounts) } as const
/** What is expected beyond the case of the step. */
export type Around = FieldsOf<typeof aroundSpecs>

const commands = commandNames.filter((name) => name !== 'request')

export const ofCommand = fields({ ...answerSpecs, ...caseSpecs, ...aroundSpecs }, answerRules)
export const ofRacer = fields(answerSpecs, answerRules)
export const ofRace = fields({ outcomes: may(list(fields(answerSpecs, answerRules), 2)), ...aroundSpecs })
export const ofLook = fields({ ...caseSpecs, ...aroundSpecs })
export const ofQuote = fields(
  { amounts: may(expectedAmounts), derivation: caseSpecs.derivation, refused: may(expectedRefusal), ...aroundSpecs },
  {
    oneOf: [['amounts', 'derivation', 'refused']],
    notTogether: [
      ['amounts', 'refused'],
      ['derivation', 'refused'],
    ],
  },
)
export const ofActions = fields({
  allowed: may(list(words(commands))),
  denied: may(
    map({ pattern: new RegExp(`^(?:${commands.join('|')})$`), says: 'the name of a command' }, expectedRefusal),
  ),
  refused: may(expectedRefusal),
  ...aroundSpecs,
})
export const ofSettle = fields({
  events: may(expectedCaseEvents),
  refused: may(expectedRefusal),
  settled: may(whole(0, 1_000_000)),
  lapsed: may(whole(0, 1_000_000)),
  ...aroundSpecs,
})
export const ofPublishing = fields({ refused: may(expectedRefusal), ...aroundSpecs })
