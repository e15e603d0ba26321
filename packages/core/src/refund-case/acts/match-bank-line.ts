import { right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { LocalDate } from '../../calendar/index.js'
import { totalOf } from '../../money/amounts.js'
import { MinorUnits, Positive, Reference } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'

/** The line of the bank statement that shows a payment (PY2, rule 12). */
export const MatchBankLine = shape(
  { attempt: Positive, lineReference: Reference, date: LocalDate, amount: MinorUnits },
  {},
)
export type MatchBankLine = t.TypeOf<typeof MatchBankLine>

export const matchBankLine: Act<MatchBankLine> = (fields, state, { actor }) => {
  const attempt = state.attempts[fields.attempt - 1]
  if (attempt === undefined || attempt.status !== 'paid')
    return refuse('NOT_PAID', '§7 rule 12', { attempt: fields.attempt, status: attempt?.status ?? 'none' })
  if (attempt.method === 'merchantDeposit') return refuse('NO_BANK_LINE', '§3', { method: attempt.method })
  if (attempt.bankLine === fields.lineReference) return right([])
  if (attempt.bankLine !== undefined)
    return refuse('BANK_LINE_TAKEN', '§7 rule 12', { attempt: attempt.no, lineReference: attempt.bankLine })
  const taken = state.attempts.find(({ bankLine }) => bankLine === fields.lineReference)
  if (taken !== undefined)
    return refuse('BANK_LINE_TAKEN', '§7 rule 12', { attempt: taken.no, lineReference: fields.lineReference })
  if (attempt.by === actor.id || attempt.paidBy === actor.id)
    return refuse('SEPARATION_OF_DUTIES', '§4', { person: actor.id, conflict: 'payer' })
  const sent = totalOf(attempt.amounts)
  return sent === fields.amount
    ? right([{ type: 'BankLineMatched', data: fields }])
    : refuse('BANK_LINE_DIFFERS', '§7 rule 12', { paid: sent, line: fields.amount })
}
