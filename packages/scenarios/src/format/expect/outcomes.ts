import { commandNames } from '@refund-case/core'
import { fields, may, something, type FieldsOf } from '../../form/fields.js'
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
const lookSpecs = { ...caseSpecs, ...aroundSpecs }
export const ofLook = fields(lookSpecs, something(lookSpecs))
const quoteSpecs = {
  amounts: may(expectedAmounts),
  derivation: caseSpecs.derivation,
  refused: may(expectedRefusal),
  ...aroundSpecs,
} as const
export type ExpectedOfQuote = FieldsOf<typeof quoteSpecs>

export const ofQuote = fields(quoteSpecs, {
  oneOf: [['amounts', 'derivation', 'refused']],
  notTogether: [
    ['amounts', 'refused'],
    ['derivation', 'refused'],
  ],
})
const actionSpecs = {
  allowed: may(list(words(commands))),
  denied: may(
    map({ pattern: new RegExp(`^(?:${commands.join('|')})$`), says: 'the name of a command' }, expectedRefusal),
  ),
  refused: may(expectedRefusal),
  ...aroundSpecs,
} as const
export type ExpectedOfActions = FieldsOf<typeof actionSpecs>
export const ofActions = fields(actionSpecs, something(actionSpecs))
const settleSpecs = {
  events: may(expectedCaseEvents),
  refused: may(expectedRefusal),
  settled: may(whole(0, 1_000_000)),
  lapsed: may(whole(0, 1_000_000)),
  ...aroundSpecs,
} as const
export type ExpectedOfSettle = FieldsOf<typeof settleSpecs>
export const ofSettle = fields(settleSpecs)
export const ofPublishing = fields({ refused: may(expectedRefusal), ...aroundSpecs })
