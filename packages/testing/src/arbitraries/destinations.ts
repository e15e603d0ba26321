import { chinaRetail, type FieldsOf, type Plain, type Policy } from '@refund-case/core'
import type fc from 'fast-check'
import { fromChoices, type Choices } from './choices.js'
import { accountFrom, freeTextFrom, nameFrom } from './texts.js'

/** Where a command says the money shall go. */
export type DestinationBody = Plain<FieldsOf<'changeDestination'>>['destination']

/** The original channel; or an account, mostly of a kind that the policy pays to, with its ground. */
export const destinationFrom = (choices: Choices, policy: Policy): DestinationBody => {
  if (choices.oneIn(5)) return { kind: 'original' }
  const method = choices.pick(
    policy.destinations.methods[0] ?? 'card',
    ...policy.destinations.methods,
    'cash' as const,
    ...policy.destinations.methods,
  )
  return {
    kind: 'other',
    method,
    account: accountFrom(choices),
    holder: nameFrom(choices),
    ground: choices.pick('accountClosed', 'cardExpired', 'agreedWithCustomer'),
    ...choices.maybe(3, () => ({ bank: '§工商银行上海分行' })),
    ...choices.maybe(4, () => ({ note: freeTextFrom(choices) })),
  }
}

/** Destinations, of the kinds that the policy knows and others. */
export const destinations = (policy: Policy = chinaRetail): fc.Arbitrary<DestinationBody> =>
  fromChoices((choices) => destinationFrom(choices, policy))
