import {
  LedgerDepartment,
  ledgerCommandNames,
  ledgerEvents,
  shiftCommandNames,
  shiftEvents,
  shiftFields,
  type LedgerCommandName,
  type ShiftCommandName,
} from '@refund-case/core'
import type * as t from 'io-ts'
import { either } from '../form/choices.js'
import { fields, may, must } from '../form/fields.js'
import type { Form } from '../form/form.js'
import { list } from '../form/lists.js'
import { day, signedAmount, text, whole, words } from '../form/scalars.js'
import { aPersonId } from '../format/people.js'
import type { LedgerName, ShiftName } from '../format/duty-names.js'
import { anatomyOf } from './anatomy.js'
import { formOfCodec, specsOf } from './codec-form.js'
import { byType } from './event-forms.js'
import { wordsOf } from './words-of.js'

/** Every command on a shift or a ledger. */
export type DutyCommandName = ShiftCommandName | LedgerCommandName
export const dutyWords: ReadonlyArray<DutyCommandName> = [...shiftCommandNames, ...ledgerCommandNames]

// A digest that a file leaves out is that of the paper as it stands.
const digest = may(text('a SHA-256 in lower-case hex', /^[0-9a-f]{64}$/))

const shiftForm = (name: ShiftCommandName): Form<unknown> => {
  const anatomy = anatomyOf(shiftFields[name])
  if (anatomy.kind !== 'fields') return formOfCodec(shiftFields[name])
  const specs = specsOf(anatomy.fields)
  return fields('sheet' in specs ? { ...specs, sheet: digest } : specs)
}

const total = fields({ currency: must(text('a currency such as CNY', /^[A-Z]{3}$/)), amount: must(signedAmount) })
const count = whole(0, Number.MAX_SAFE_INTEGER)

// What the rows come to, who paid them and where their streams end is worked out where it is left out.
const ledgerForms: { readonly [Name in LedgerCommandName]: Form<unknown> } = {
  prepareLedger: fields({ cashiers: may(list(aPersonId)) }),
  approveLedger: fields({ rows: may(count), totals: may(list(total)), digest }),
  submitLedger: fields({ digest }),
  verifyLedger: fields({ digest }),
  archiveLedger: fields({ digest, merkleRoot: digest, heads: may(count) }),
}

/** How the fields of each command are written. */
export const dutyForms: ReadonlyMap<string, Form<unknown>> = new Map([
  ...shiftCommandNames.map((name) => [name, shiftForm(name)] as const),
  ...Object.entries(ledgerForms),
])

const aMonth = text('a month, such as 2026-06', /^\d{4}-(?:0[1-9]|1[0-2])$/)

/** A duty shift: of the desk `main` where none is named. */
export const shiftRef: Form<ShiftName> = fields({
  desk: may(text('the name of a desk')),
  date: must(day),
  shift: must(text('a shift')),
})
export const ledgerRef: Form<LedgerName> = fields({
  department: must(words(wordsOf(LedgerDepartment))),
  month: must(aMonth),
})
export const monthRef: Form<{ readonly month: string }> = fields({ month: must(aMonth) })
export const dutyRef: Form<ShiftName | LedgerName> = either([shiftRef, ledgerRef])

/** What the data of each event of a shift or a ledger is made of. */
export const dutyEventData: ReadonlyMap<string, t.Mixed> = new Map([...byType(shiftEvents), ...byType(ledgerEvents)])
