import { isLeft, right } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { FreeText, type Sealing } from '../../sealing/index.js'
import { Channel, MinorUnits, words } from '../../vocabulary/index.js'
import type { Act } from '../facts.js'
import { shape, SignOff } from '../fields/index.js'
import { Score } from '../events/ending.js'
import { refuse } from '../refuse.js'
import { signedByAnother } from '../sign-off.js'

/** A communication with the customer or inside, or administration's follow-up (NT4, RJ3, AP2). */
export const Note = shape(
  { channel: Channel, direction: words('NoteDirection', 'inbound', 'outbound', 'internal'), text: FreeText },
  { followUp: t.boolean, signOff: SignOff },
)
export type Note = t.TypeOf<typeof Note>

export const note: Act<Sealing<Note>> = (fields, _state, { actor }) => {
  const signed = signedByAnother(fields.signOff, actor)
  return isLeft(signed) ? signed : right([{ type: 'Noted', data: fields }])
}

/** AM4: the customer saw the money; `amount` is what arrived, minor units. */
export const ConfirmReceipt = shape({}, { amount: MinorUnits })
export type ConfirmReceipt = t.TypeOf<typeof ConfirmReceipt>

export const confirmReceipt: Act<ConfirmReceipt> = (fields, state) =>
  state.attempts.some(({ status }) => status === 'paid')
    ? right([{ type: 'ReceiptConfirmed', data: fields }])
    : refuse('NOT_PAID', 'AM4', { attempts: state.attempts.length })

/** FB1: how satisfied the customer was. */
export const GiveFeedback = shape({ score: Score, channel: Channel }, { comment: FreeText })
export type GiveFeedback = t.TypeOf<typeof GiveFeedback>

export const giveFeedback: Act<Sealing<GiveFeedback>> = (fields) => right([{ type: 'FeedbackGiven', data: fields }])
