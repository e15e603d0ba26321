import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'
import { total } from './reference/reference-record.js'

const matching = ({ before, event }: Moment): string | undefined => {
  if (event.type !== 'BankLineMatched') return undefined
  const { attempt: no, amount, lineReference } = event.data
  const attempt = before.attempts.find((each) => each.no === no)
  if (attempt?.status !== 'paid') return `attempt ${no} is ${attempt?.status ?? 'not there'}`
  if (attempt.method === 'merchantDeposit') return `attempt ${no} was paid from the deposit: it has no bank line`
  if (attempt.bankLine !== undefined) return `attempt ${no} has the bank line ${attempt.bankLine} already`
  const other = before.attempts.find((each) => each.bankLine === lineReference)
  if (other !== undefined) return `the line ${lineReference} is attempt ${other.no}'s already`
  return amount === total(attempt.amounts)
    ? undefined
    : `the line is of ${amount}, the attempt of ${total(attempt.amounts)}`
}

export const rule12OneBankLine = overHistories({
  rule: 12,
  name: 'rule12OneBankLine',
  title: 'Each success has exactly one bank line.',
  occasions: (history) => countOf(history, 'BankLineMatched'),
  violations: (history) => atMoments(history, matching),
})
