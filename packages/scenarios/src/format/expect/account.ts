import { either } from '../../form/choices.js'
import { fields, may, something, type FieldsOf } from '../../form/fields.js'
import { map } from '../../form/lists.js'
import { amount, whole } from '../../form/scalars.js'
import { aliasOfCase, orderKey } from '../names.js'
import { expectedAmounts } from './amounts.js'
import { expectedAccountEvents } from './events.js'

const lineKey = { pattern: /^[1-9]\d{0,6}$/, says: 'a line number' }

const accountSpecs = {
  free: may(either([amount, map(lineKey, amount)])),
  freeUnits: may(map(lineKey, whole(0, 1_000_000))),
  freeFreight: may(amount),
  reserved: may(expectedAmounts),
  refunded: may(expectedAmounts),
  withheld: may(expectedAmounts),
  cases: may(map(aliasOfCase, fields({ reserved: may(expectedAmounts), refunded: may(expectedAmounts) }))),
  events: may(expectedAccountEvents),
} as const
export type AccountExpectation = FieldsOf<typeof accountSpecs>

/** By order id: what became of what was bought and paid. */
export const expectedAccounts = map(orderKey, fields(accountSpecs, something(accountSpecs)))
