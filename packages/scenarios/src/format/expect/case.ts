import { Route, situations, type CaseEvent, type LedgerAccount } from '@refund-case/core'
import { anatomyOf } from '../../codec/anatomy.js'
import { caseEventData, codecAt } from '../../codec/event-forms.js'
import { formOfCodec } from '../../codec/codec-form.js'
import { wordsOf } from '../../codec/words-of.js'
import { either } from '../../form/choices.js'
import { fields, may, must, something, type FieldsOf } from '../../form/fields.js'
import { turned, type Form, type ValueOf } from '../../form/form.js'
import { list, map } from '../../form/lists.js'
import { amount, caseAlias, text, whole, words } from '../../form/scalars.js'
import { aliasOfCase } from '../names.js'
import { aPersonId, aRole, type RoleName } from '../people.js'
import { caseAmounts, expectedAmounts } from './amounts.js'
import { expectedBinding, expectedBreaches, expectedDeadlines } from './deadlines.js'

const none = words(['none'] as const)

export interface ExpectedApproval {
  readonly role: RoleName
  readonly by?: string
}
const approvals: Form<ReadonlyArray<ExpectedApproval>> = either([
  turned(none, (): ReadonlyArray<ExpectedApproval> => []),
  list(
    either([turned(aRole, (role): ExpectedApproval => ({ role })), fields({ role: must(aRole), by: may(aPersonId) })]),
  ),
])

const attemptStatus = words(['started', 'unknown', 'failed', 'paid', 'reversed'] as const)
const attempt = fields({
  status: must(attemptStatus),
  no: may(whole(1, 1_000_000)),
  amounts: may(expectedAmounts),
  method: may(text('a method of payment', /^[A-Za-z]+$/)),
  by: may(aPersonId),
  voucherNo: may(text('a voucher number', undefined, 200)),
  bankLine: may(text('the reference of a bank line', undefined, 200)),
})
export type ExpectedAttempt = ValueOf<typeof attempt>
const attempts: Form<ReadonlyArray<ExpectedAttempt>> = either([
  turned(none, (): ReadonlyArray<ExpectedAttempt> => []),
  list(either([turned(attemptStatus, (status): ExpectedAttempt => ({ status })), attempt])),
])

/** The ledger accounts that grow by debits; the others grow by credits. */
export const debitAccounts = ['returns', 'compensation', 'freightCompensation', 'fundsInSuspense'] as const
export const creditAccounts = ['refundsPayable', 'channelClearing', 'bank', 'merchantDeposit'] as const
export const postings = fields({
  returns: may(amount),
  compensation: may(amount),
  freightCompensation: may(amount),
  fundsInSuspense: may(amount),
  refundsPayable: may(amount),
  channelClearing: may(amount),
  bank: may(amount),
  merchantDeposit: may(amount),
} satisfies { readonly [Account in LedgerAccount]: unknown })

/** One term of a quote by its kind and amount, and more of its fields. */
export const derivationForm: Form<{ readonly [name: string]: unknown }> = (() => {
  const codec = codecAt(caseEventData.get('Reviewed' satisfies CaseEvent['type']), 'quote.terms.0')
  const anatomy = codec === undefined ? undefined : anatomyOf(codec)
  const parts = anatomy?.kind === 'fields' ? [...anatomy.fields] : []
  return fields(
    Object.fromEntries(
      parts.map(([name, part]) => [
        name,
        name === 'kind' || name === 'amount' ? must(formOfCodec(part.codec)) : may(formOfCodec(part.codec)),
      ]),
    ),
  )
})()
const derivation = either([
  turned(none, (): ReadonlyArray<{ readonly [name: string]: unknown }> => []),
  list(derivationForm),
])

/** What a case is like. */
export const caseSpecs = {
  situation: may(words(situations)),
  route: may(words(wordsOf(Route))),
  revision: may(whole(0, 1_000_000)),
  caseNo: may(text('a case number', undefined, 200)),
  parent: may(either([none, caseAlias])),
  amounts: may(caseAmounts),
  derivation: may(derivation),
  deadlines: may(expectedDeadlines),
  binding: may(expectedBinding),
  breaches: may(expectedBreaches),
  approvals: may(approvals),
  attempts: may(attempts),
  postings: may(postings),
} as const
export type CaseExpectation = FieldsOf<typeof caseSpecs>

export const expectedCases = map(aliasOfCase, fields(caseSpecs, something(caseSpecs)))
