import type { Amounts } from '@refund-case/core'
import { atMoments, countOf } from './case-violations.js'
import { overHistories } from './over-histories.js'
import type { Moment } from './reference/reference-case.js'
import type { ReferenceCase } from './reference/reference-record.js'

const json = (value: unknown): string => JSON.stringify(value)

/** Why what is paid, with these amounts more, is above what was approved. */
const above = (known: ReferenceCase, amounts: Amounts, inForce: Amounts | undefined): string | undefined => {
  if (inForce === undefined) return `sends ${json(amounts)} although no complete approval is in force`
  const allowed: { readonly [component: string]: number } = inForce
  for (const [component, amount] of Object.entries(amounts)) {
    const paid = (known.netPaid[component] ?? 0) + amount
    if (paid > (allowed[component] ?? 0))
      return `${component} comes to ${paid}, above the approved ${allowed[component] ?? 0}`
  }
  return undefined
}

const onRuling = ({ before }: Moment, method: string): Amounts | undefined =>
  method === 'merchantDeposit' && before.ruling !== undefined ? before.quote : undefined

export const rule01PaidWithinApproval = overHistories({
  rule: 1,
  name: 'rule01PaidWithinApproval',
  title: 'Σ Paid − Σ Reversed ≤ the approval in force when the attempt started, per case and per component.',
  occasions: (history) => countOf(history, 'PaymentStarted', 'Paid'),
  violations: (history) =>
    atMoments(history, (moment) => {
      const { before, event } = moment
      if (event.type === 'PaymentStarted')
        return above(before, event.data.amounts, before.inForce?.amounts ?? onRuling(moment, event.data.method))
      if (event.type !== 'Paid' && event.type !== 'PaymentReversed') return undefined
      const attempt = before.attempts.find(({ no }) => no === event.data.attempt)
      if (attempt === undefined) return `there is no attempt ${event.data.attempt}`
      if (json(attempt.amounts) !== json(event.data.amounts))
        return `is about ${json(event.data.amounts)}, but the attempt sent ${json(attempt.amounts)}`
      return event.type === 'Paid' ? above(before, event.data.amounts, attempt.inForce) : undefined
    }),
})
