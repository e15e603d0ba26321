import { chinaRetail } from '../../src/policy/index.js'
import { commandsSection, dutyCommandsSection } from './commands-section.js'
import { eventsSection } from './events-section.js'
import { page } from './markdown.js'
import { policySection } from './policy-section.js'
import { refusalsSection } from './refusals-section.js'
import { namedShapes, scalarTable } from './shapes.js'
import { wordsSection } from './words-section.js'

const contents = [
  '[Refusal codes](#refusal-codes)',
  '[Commands](#commands)',
  '[Commands on shifts and ledgers](#commands-on-shifts-and-ledgers)',
  '[Case events](#case-events)',
  '[Order-account events](#order-account-events)',
  '[Shift events](#shift-events)',
  '[Ledger events](#ledger-events)',
  '[Shapes](#shapes)',
  `[Policy](#policy-${chinaRetail.id})`,
  '[Situations](#situations)',
  '[Words](#words)',
].join(' · ')

/** The whole page, from the code alone. */
export const referencePage = (): string => {
  const sections = [refusalsSection(), commandsSection(), dutyCommandsSection(), eventsSection()]
  return `${page(
    '# Reference',
    'Generated from the code by `npm run docs:reference`; a test fails when it is out of date. Do not edit it.',
    contents,
    ...sections,
    '## Shapes',
    scalarTable(),
    namedShapes(),
    policySection(),
    wordsSection(),
  )}\n`
}
