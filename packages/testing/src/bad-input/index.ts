import type { Policy } from '@refund-case/core'
import type { RuleOptions } from '../rules/refund-rule.js'
import type { BadInputCheck } from './bad-input-check.js'
import { everyCommandInEverySituation } from './every-command.js'
import { hostileArguments } from './hostile-arguments.js'
import { malformedCommands } from './malformed-commands.js'

export type { BadInputCheck } from './bad-input-check.js'
export { hostileValues, neverRight, type HostileValue } from './hostile-values.js'
export { malformations, type MalformationConstraints, type Malformed } from './malformations.js'

/** What a service must bear under this policy: malformed and hostile input, and every command at every moment. */
export const badInput = (policy: Policy, options: RuleOptions = {}): ReadonlyArray<BadInputCheck> => {
  const { runs = 100, seed = Math.trunc(Math.random() * 0x7f_ff_ff_ff) } = options
  const subject = { policy, options: { ...options, runs, seed } }
  return [malformedCommands(subject), hostileArguments(subject), ...everyCommandInEverySituation(subject)]
}
