import type { YearMonth } from '../../calendar/index.js'
import type { Stored } from '../../eventsourcing/index.js'
import type { LedgerCut, LedgerDepartment, LedgerEvent } from '../../ledger/index.js'
import type { DoneBy, Total } from '../case-rows/index.js'
import type { Ledger, LedgerRow } from './ledger.js'

/** How far one department is with a month. */
interface Steps {
  prepared: DoneBy | null
  /** Every Prepared by its revision, with how many cuts had been made with it. */
  readonly cuts: Array<{ readonly revision: number; readonly cuts: number }>
  headApproved: (DoneBy & { readonly cut: LedgerCut }) | null
  status: Ledger<LedgerRow>['status']
}

/** A row that has left memory: what the month still needs of it. */
interface Left {
  readonly seq: number
  readonly digests: { readonly [D in LedgerDepartment]: string }
  readonly total: Total
}

/** What is known of one month besides its rows. Plain JSON, changed in place. */
export interface LedgerMonth {
  readonly month: YearMonth
  readonly steps: { readonly [D in LedgerDepartment]: Steps }
  /** How many cuts had been made with the latest one of this month; null before the first. */
  cut: number | null
  /** Archived by one department: nothing in it changes any more. */
  closed: boolean
  /** Rows born in it before its first cut. */
  born: number
  readonly left: Array<Left>
}

const noSteps = (): Steps => ({ prepared: null, cuts: [], headApproved: null, status: 'open' })

export const ledgerMonth = (month: YearMonth): LedgerMonth => ({
  month,
  steps: { customerService: noSteps(), finance: noSteps() },
  cut: null,
  closed: false,
  born: 0,
  left: [],
})

/**
 * Takes one step of a department. `cuts` counts the cut that a Prepared makes. What was written beside the closing of
 * the ledger is without effect.
 */
export const takeStep = (
  month: LedgerMonth,
  department: LedgerDepartment,
  event: Stored<LedgerEvent>,
  cuts: number,
): void => {
  const own = month.steps[department]
  if (own.status === 'archived') return
  const done = { by: event.meta.actor.id, at: event.meta.occurredAt }
  switch (event.type) {
    case 'Prepared':
      own.prepared = done
      own.cuts.push({ revision: event.meta.revision, cuts })
      if (!month.closed) month.cut = cuts
      // Whatever was approved before rests on a cut that has moved.
      for (const steps of [month.steps.customerService, month.steps.finance])
        if (steps.status !== 'archived') steps.status = steps.prepared === null ? 'open' : 'prepared'
      break
    case 'HeadApproved':
      own.headApproved = { ...done, cut: event.data.cut }
      own.status = 'headApproved'
      break
    case 'Submitted':
      own.status = 'submitted'
      break
    case 'Verified':
      own.status = 'verified'
      break
    case 'Archived':
      own.status = 'archived'
      if (month.closed) return
      month.closed = true
      month.cut = approvedCut(month, own.headApproved?.cut) ?? month.cut
  }
}

// A Prepared that crossed with the closing on its way moves nothing: the later of those that the approval names counts.
const approvedCut = ({ steps }: LedgerMonth, cut: LedgerCut | undefined): number | null => {
  let latest: number | null = null
  for (const department of ['customerService', 'finance'] as const) {
    const named = steps[department].cuts.find(({ revision }) => revision === cut?.[department])
    if (named !== undefined && (latest === null || named.cuts > latest)) latest = named.cuts
  }
  return latest
}

/** Who approved it, as long as no later cut has made the approval void. */
export const approverOf = ({ status, headApproved }: Steps): string | null =>
  status === 'open' || status === 'prepared' ? null : (headApproved?.by ?? null)
