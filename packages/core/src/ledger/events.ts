import * as t from 'io-ts'
import { storedEvent } from '../eventsourcing/codec/index.js'
import { Count, Currency, PersonId, Sha256Hex, SignedMinorUnits } from '../vocabulary/index.js'

// A stored format. An optional field may be added; any other change is a new schema version with an upcast.

/**
 * Where a month is cut: the revision of the last Prepared in the stream of each department, none where it has none. The
 * later of the two in the global order is the cut, one for both ledgers.
 */
export const LedgerCut = t.readonly(t.exact(t.partial({ customerService: Count, finance: Count })), 'LedgerCut')
export type LedgerCut = t.TypeOf<typeof LedgerCut>

/** What the rows come to in one currency, in minor units: less than nothing where more came back than went out. */
export const LedgerTotal = t.readonly(t.strict({ currency: Currency, amount: SignedMinorUnits }), 'LedgerTotal')
export type LedgerTotal = t.TypeOf<typeof LedgerTotal>

/**
 * 制表. What stands before this event in the global order, and is dated in the month, is in its rows. `cashiers` are the
 * staff who paid in the month, or took the cashier's check; none of them prepares the finance ledger.
 */
const Prepared = storedEvent('Prepared', 1, t.exact(t.partial({ cashiers: t.readonlyArray(PersonId) })))

/** 部门主管审核通过: so many rows, up to the cut, that come to these totals; `digest` is the SHA-256 of the rows. */
const HeadApproved = storedEvent('HeadApproved', 1, {
  rows: Count,
  totals: t.readonlyArray(LedgerTotal),
  digest: Sha256Hex,
  cut: LedgerCut,
})

/** 提交行政人事部 (LG1). */
const Submitted = storedEvent('Submitted', 1, { digest: Sha256Hex })

/** 核实: administration found the ledger to be what its head approved (RC3). */
const Verified = storedEvent('Verified', 1, { digest: Sha256Hex })

/**
 * 存档 (RC3). It closes the month at the cut that the approval of this digest names. `merkleRoot` stands for the last
 * hash of every stream the ledger touches, `heads` of them; the list itself is kept beside the ledger.
 */
const Archived = storedEvent('Archived', 1, { digest: Sha256Hex, merkleRoot: Sha256Hex, heads: Count })

export const ledgerEvents = [Prepared, HeadApproved, Submitted, Verified, Archived] as const

export type LedgerEvent = t.TypeOf<(typeof ledgerEvents)[number]>
/** One event by its name. */
export type LedgerEventOf<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { readonly type: Type }>
