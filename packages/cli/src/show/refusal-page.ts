import { languages } from '@refund-case/core'
import type { CommandRun } from '@refund-case/scenarios'
import { wrapped } from '@refund-case/reports'
import { word, type PlayReader } from './reader.js'
import { codeOf, reasonOf, ruleOf } from './refusal.js'
import { wallTime, who } from './values.js'

type Refused = CommandRun & { readonly answered: Exclude<CommandRun['answered'], { readonly kind: 'events' }> }

export const isRefused = (command: CommandRun): command is Refused => command.answered.kind !== 'events'

/** One refused command in full: who asked for what, the code and the rule, and the reason in every language. */
export const refusalPage = (command: Refused, reader: PlayReader): ReadonlyArray<string> => {
  const { paint } = reader
  const { at, actor, answered } = command
  const reasons = languages.flatMap((language) =>
    wrapped(reasonOf(answered, language, reader), reader.width - 2).map((line) => `  ${line}`),
  )
  return [
    `${wallTime(at, reader)}  ${who(actor, reader)}  ${word(reader, 'command', command.command)} ${command.case ?? ''}`.trimEnd(),
    `  ${paint.bad(`✗ ${codeOf(answered)}`)}  ${paint.quiet(ruleOf(answered) ?? '')}`.trimEnd(),
    ...reasons,
  ]
}
