import { reservesSome } from './by-case.js'
import type { LineSlots, Run } from './slots.js'
import type { CaseEntry, OrderAccount } from './state.js'

// Which other case is in the way of what a case asks (§1 "Duplicates").

/** The account has not heard of the case: it is being requested. */
export const isNew = (account: OrderAccount, caseId: string): boolean => !account.cases.has(caseId)

/** The case had ended, and comes back: Disputed or Reopened. */
export const comesBack = (account: OrderAccount, caseId: string): boolean => account.cases.get(caseId)?.open === false

/** The first other case of which a run says something. */
const firstOther = (
  line: LineSlots,
  caseId: string,
  named: (run: Run) => ReadonlyArray<string>,
): string | undefined => {
  for (const run of line.runs) {
    const other = named(run).find((by) => by !== caseId)
    if (other !== undefined) return other
  }
  return undefined
}

/** Another open case with some of the line reserved: units first, then money. What was consumed does not count. */
export const openOnLine = (account: OrderAccount, line: LineSlots, caseId: string): string | undefined => {
  const open = (by: string): ReadonlyArray<string> => (account.cases.get(by)?.open === true ? [by] : [])
  return (
    firstOther(line, caseId, ({ unit }) => (unit.state === 'held' ? open(unit.by) : [])) ??
    firstOther(line, caseId, ({ shares }) => shares.flatMap((share) => (share.as === 'reserved' ? open(share.by) : [])))
  )
}

/** Another case that holds units of the line, or has them back. */
export const unitsElsewhere = (line: LineSlots, caseId: string): string | undefined =>
  firstOther(line, caseId, ({ unit }) => (unit.state === 'free' ? [] : [unit.by]))

const otherCase = (account: OrderAccount, caseId: string, such: (entry: CaseEntry) => boolean): string | undefined =>
  [...account.cases.values()].find((entry) => entry.caseId !== caseId && entry.open && such(entry))?.caseId

/** Another open payment fault that holds the order whole. */
export const openPaymentFault = (account: OrderAccount, caseId: string): string | undefined =>
  otherCase(account, caseId, (entry) => entry.wholeOrder && reservesSome(account, entry))

/** Another open case that has freight of the order reserved. */
export const openOnFreight = (account: OrderAccount, caseId: string): string | undefined =>
  otherCase(account, caseId, (entry) => (entry.reserved.freight ?? 0) > 0)

/** Another open goodwill case of the same parent. */
export const openCompensation = (
  account: OrderAccount,
  caseId: string,
  parent: string | undefined,
): string | undefined =>
  otherCase(account, caseId, (entry) => entry.route === 'compensation' && entry.parent === parent)

/** Another open case that compensates the freight of the same return. */
export const openFreightCompensation = (account: OrderAccount, caseId: string, parent: string): string | undefined =>
  otherCase(account, caseId, (entry) => entry.freightOf === parent)
