import { ledgerCommandNames, ledgerFields } from '../../src/ledger/index.js'
import { commandFields, commandNames, whoMay, type CommandName } from '../../src/refund-case/index.js'
import { termOf } from '../../src/refusals/index.js'
import { shiftCommandNames, shiftFields } from '../../src/shift/index.js'
import { code, codes, page, table } from './markdown.js'
import { fieldsOf } from './shapes.js'
import { docOf } from './source-docs.js'

const whoText = (name: CommandName): string => {
  const may = whoMay[name]
  if (may === 'everybody') return 'everybody'
  if (may === 'staff') return 'staff and system'
  if (may === 'byChain') return `the role of the open step${name === 'sendBack' ? ', or `technical`' : ''}`
  if (may === 'byRoute') return 'who pays the route'
  return codes(may)
}

const capitalized = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1)
const docOfCommand = (name: CommandName): string => {
  const ofFields = docOf('refund-case', capitalized(name))
  return ofFields === '' ? docOf('refund-case', name) : ofFields
}

/** Every command: who may give it, and its fields. */
export const commandsSection = (): string =>
  page(
    '## Commands',
    'Every command may carry `key` (makes it idempotent) and `correlationId`; all but `request` name their `caseId`. Actor, time and order are arguments of the call, never fields.',
    table(
      ['command', 'English', '中文', 'who may'],
      commandNames.map((name) => [
        code(name),
        termOf('en', 'command', name),
        termOf('zh-CN', 'command', name),
        whoText(name),
      ]),
    ),
    ...commandNames.map((name) => page(`### Command: ${name}`, docOfCommand(name), fieldsOf(commandFields[name]))),
  )

const rowOf = (name: (typeof shiftCommandNames)[number] | (typeof ledgerCommandNames)[number]) => [
  code(name),
  termOf('en', 'command', name),
  termOf('zh-CN', 'command', name),
]

/** The commands on duty shifts and ledgers, and their fields. */
export const dutyCommandsSection = (): string =>
  page(
    '## Commands on shifts and ledgers',
    'Calls of `deskService`. Besides their fields those on a shift name `desk`, `date` and `shift`, those on a ledger `department` and `month`; all may carry `key` and `correlationId`.',
    table(['command', 'English', '中文'], [...shiftCommandNames, ...ledgerCommandNames].map(rowOf)),
    ...shiftCommandNames.map((name) =>
      page(`### Command: ${name}`, docOf('shift', capitalized(name)), fieldsOf(shiftFields[name])),
    ),
    ...ledgerCommandNames.map((name) =>
      page(
        `### Command: ${name}`,
        docOf('ledger', capitalized(name.replace('Ledger', ''))),
        fieldsOf(ledgerFields[name]),
      ),
    ),
  )
