import * as t from 'io-ts'
import { words, PaymentMethod } from '../../vocabulary/index.js'
import { shape } from './shape.js'

/** Why money may go elsewhere than where it came from (PY1, PY4). */
export const DestinationGround = words(
  'DestinationGround',
  'accountClosed',
  'cardExpired',
  'channelUnavailable',
  'paidInCash',
  'agreedWithCustomer',
  'ordered',
)

export const OriginalDestination = t.readonly(t.strict({ kind: t.literal('original') }), 'OriginalDestination')

/** Another account than the one the money came from (PY6), with its ground. */
export const otherDestination = <T extends t.Mixed, More extends t.Props>(text: T, more: More) =>
  shape(
    {
      kind: t.literal('other'),
      method: PaymentMethod,
      account: text,
      holder: text,
      ground: DestinationGround,
      ...more,
    },
    { bank: text, note: text },
  )
