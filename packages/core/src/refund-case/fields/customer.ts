import type * as t from 'io-ts'
import { PersonId } from '../../vocabulary/index.js'
import { shape } from './shape.js'

/** Whose money it is. `subject` is an opaque id; what names or reaches the person is sealed. */
export const customer = <T extends t.Mixed>(text: T) =>
  shape({ subject: PersonId }, { name: text, contact: text, bank: text, registeredMobile: text })
