import { Role } from '@refund-case/core'
import { accountEventData, caseEventData } from '../../src/codec/event-forms.js'
import { formOfCodec } from '../../src/codec/codec-form.js'
import { commandForms } from '../../src/codec/command-forms.js'
import { dutyEventData, dutyForms } from '../../src/codec/duty-forms.js'
import { wordsOf } from '../../src/codec/words-of.js'
import type { FormNode } from '../../src/form/form.js'
import { settingNodes } from '../../src/format/policies.js'
import { said, tables } from './said.js'

const parts = (entries: Iterable<readonly [string, FormNode]>): string =>
  [...entries].map(([name, node]) => [`### ${name}`, ...tables(node)].join('\n\n')).join('\n\n')

const settings = (): string =>
  settingNodes
    .map((node) => (node.kind === 'words' ? node.words.map((word) => `- \`${word}\``).join('\n') : `- ${said(node)}`))
    .join('\n')

const withForms = (
  data: ReadonlyMap<string, Parameters<typeof formOfCodec>[0]>,
): ReadonlyArray<readonly [string, FormNode]> => [...data].map(([type, codec]) => [type, formOfCodec(codec).node])

/** What stands between the markers of `docs/scenarios.md`. */
export const sections: { readonly [name: string]: () => string } = {
  settings,
  roles: () =>
    wordsOf(Role)
      .map((role) => `\`${role}\``)
      .join(', '),
  commands: () => parts([...commandForms].map(([name, { node }]) => [name, node])),
  events: () => parts(withForms(caseEventData)),
  'account events': () => parts(withForms(accountEventData)),
  'duty commands': () => parts([...dutyForms].map(([name, { node }]) => [name, node])),
  'duty events': () => parts(withForms(dutyEventData)),
}
