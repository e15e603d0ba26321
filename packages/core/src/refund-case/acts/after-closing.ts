import { right } from 'fp-ts/lib/Either.js'
import type * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import type { Act } from '../facts.js'
import { shape } from '../fields/index.js'
import { refuse } from '../refuse.js'
import { situationOf } from '../situation.js'

/** Back to where the case was before it was closed. */
export const Reopen = shape({ reason: FreeText }, {})
export type Reopen = t.TypeOf<typeof Reopen>

export const reopen: Act<Sealing<Reopen>> = (fields, state) =>
  state.closedAs === undefined
    ? refuse('NOT_CLOSED', '§2', { situation: situationOf(state) })
    : right([{ type: 'Reopened', data: fields }])

/** Destroys the key of the case's subject, in every case at once; the history still verifies (rule 25, SE1). */
export const ErasePersonalData = shape({}, {})

export const erasePersonalData: Act<object> = (_fields, state) =>
  right(state.erased ? [] : [{ type: 'PersonalDataErased', data: { subject: state.requested.customer.subject } }])
