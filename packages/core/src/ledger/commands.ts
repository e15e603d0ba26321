import type * as t from 'io-ts'
import { approve, Approve } from './acts/approve.js'
import { archive, Archive } from './acts/archive.js'
import { prepare, Prepare } from './acts/prepare.js'
import { submit, Submit } from './acts/submit.js'
import { verify, Verify } from './acts/verify.js'
import type { LedgerAct, LedgerDecision, LedgerFacts } from './facts.js'

/** Every command on a ledger, in the order of its way. */
export const ledgerCommandNames = [
  'prepareLedger',
  'approveLedger',
  'submitLedger',
  'verifyLedger',
  'archiveLedger',
] as const
export type LedgerCommandName = (typeof ledgerCommandNames)[number]

const codecs = {
  prepareLedger: Prepare,
  approveLedger: Approve,
  submitLedger: Submit,
  verifyLedger: Verify,
  archiveLedger: Archive,
} as const satisfies { readonly [Name in LedgerCommandName]: t.Mixed }

/** A command as it was decoded. */
export type LedgerFieldsOf<Name extends LedgerCommandName> = t.TypeOf<(typeof codecs)[Name]>

/** What each command says, without its key and its ledger: the codec that decodes it at the edge. */
export const ledgerFields: { readonly [Name in LedgerCommandName]: t.Type<LedgerFieldsOf<Name>, unknown> } = codecs

const acts: { readonly [Name in LedgerCommandName]: LedgerAct<LedgerFieldsOf<Name>> } = {
  prepareLedger: prepare,
  approveLedger: approve,
  submitLedger: submit,
  verifyLedger: verify,
  archiveLedger: archive,
}

/** Decides one command on a ledger: who may, then whether it comes next, then whether this person may. */
export const decideLedger = <Name extends LedgerCommandName>(
  name: Name,
  fields: LedgerFieldsOf<Name>,
  facts: LedgerFacts,
): LedgerDecision => acts[name](fields, facts)
