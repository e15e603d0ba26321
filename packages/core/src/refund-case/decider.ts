import { isLeft } from 'fp-ts/lib/Either.js'
import type { CommandName } from './command-names.js'
import { acts, type ActName, type SealedFieldsOf } from './commands.js'
import type { CaseFacts, Decision } from './facts.js'
import { refuse } from './refuse.js'
import type { CaseState } from './state.js'
import { checkOwnCase, checkRole } from './who-may.js'

const afterClosed: ReadonlySet<CommandName> = new Set<CommandName>([
  'note',
  'notify',
  'addEvidence',
  'matchBankLine',
  'confirmReceipt',
  'giveFeedback',
  'erasePersonalData',
  'dispute',
  'reversePayment',
  'reopen',
])

/**
 * Decides one command on a case: the events to append, none when there is nothing left to do, or the refusal.
 * Who may is asked first, then whether the case is still there, then the act itself.
 */
export const decide = <Name extends ActName>(
  name: Name,
  fields: SealedFieldsOf<Name>,
  state: CaseState,
  facts: CaseFacts,
): Decision => {
  if (state.kind === 'none') return refuse('CASE_UNKNOWN', '§1', { caseId: facts.caseId })
  if (state.kind === 'lapsed') return refuse('REQUEST_LAPSED', '§1', { caseId: facts.caseId })
  const role = checkRole(name, facts.actor)
  if (isLeft(role)) return role
  const own = checkOwnCase(state, facts.actor)
  if (isLeft(own)) return own
  if (state.closedAs !== undefined && !afterClosed.has(name)) return refuse('CASE_ENDED', '§2', { situation: 'closed' })
  return acts[name](fields, state, facts)
}
