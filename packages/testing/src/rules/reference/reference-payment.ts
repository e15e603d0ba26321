import type { Amounts, CaseEvent, CaseEventOf, Stored } from '@refund-case/core'
import type { ReferenceAttempt, ReferenceCase } from './reference-record.js'

const add = (to: Record<string, number>, amounts: Amounts, sign: 1 | -1): void => {
  for (const [component, amount] of Object.entries(amounts)) to[component] = (to[component] ?? 0) + sign * amount
}

const started = (known: ReferenceCase, { data, meta }: Stored<CaseEventOf<'PaymentStarted'>>): void => {
  const onRuling = data.method === 'merchantDeposit' && known.ruling !== undefined ? known.quote : undefined
  known.attempts.push({
    no: data.attempt,
    status: 'started',
    amounts: data.amounts,
    method: data.method,
    by: meta.actor.id,
    inForce: known.inForce?.amounts ?? onRuling,
    bankLine: undefined,
  })
}

const attemptOf = (known: ReferenceCase, no: number): ReferenceAttempt | undefined =>
  known.attempts.find((attempt) => attempt.no === no)

/** What an event says of a payment attempt, taken into the record. */
export const observePayment = (known: ReferenceCase, event: Stored<CaseEvent>): void => {
  switch (event.type) {
    case 'PaymentStarted':
      return started(known, event)
    case 'Paid': {
      const attempt = attemptOf(known, event.data.attempt)
      if (attempt !== undefined) attempt.status = 'paid'
      return add(known.netPaid, event.data.amounts, 1)
    }
    case 'PaymentReversed': {
      const attempt = attemptOf(known, event.data.attempt)
      if (attempt !== undefined) attempt.status = 'reversed'
      return add(known.netPaid, event.data.amounts, -1)
    }
    case 'PaymentFailed':
    case 'PaymentUnknown': {
      const attempt = attemptOf(known, event.data.attempt)
      if (attempt !== undefined) attempt.status = event.type === 'PaymentFailed' ? 'failed' : 'unknown'
      return
    }
    case 'BankLineMatched': {
      const attempt = attemptOf(known, event.data.attempt)
      if (attempt !== undefined) attempt.bankLine = event.data.lineReference
      return
    }
    default:
  }
}
