import type { LedgerCut } from './events.js'
import type { LedgerDepartment } from './name.js'
import type { LedgerProgress } from './state.js'

/** Both ledgers of one month: they are cut at one place and close together. */
export type MonthLedgers = { readonly [Department in LedgerDepartment]: LedgerProgress }

/**
 * Where the month is cut: by the last Prepared of each department, or, once one of the two is archived, where that one
 * was approved. So a Prepared that crossed with the closing on its way moves nothing.
 */
export const cutOf = ({ customerService, finance }: MonthLedgers): LedgerCut => {
  const closed = [customerService, finance].find(({ archived }) => archived !== undefined)
  if (closed?.approved !== undefined) return closed.approved.cut
  return {
    ...(customerService.prepared === undefined ? {} : { customerService: customerService.prepared.revision }),
    ...(finance.prepared === undefined ? {} : { finance: finance.prepared.revision }),
  }
}

export const isSameCut = (a: LedgerCut, b: LedgerCut): boolean =>
  a.customerService === b.customerService && a.finance === b.finance

/** Whether one of the two is archived: then the month is closed, and nothing moves its cut. */
export const isClosed = ({ customerService, finance }: MonthLedgers): boolean =>
  customerService.archived !== undefined || finance.archived !== undefined
