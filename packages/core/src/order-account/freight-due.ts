import type { Fault, Route } from '../vocabulary/index.js'
import { pursedByAll } from './by-case.js'
import { unitIs } from './slots.js'
import type { OrderAccount } from './state.js'

/**
 * When outbound freight goes back with the case that completes the refund of the whole order: only if every case of it
 * was unshipped or the merchant's fault, whatever they were, or never. Policy data.
 */
export type FreightRule = 'merchantOrUnshippedOnly' | 'always' | 'never'

/** What a review finds, or found. */
export interface CaseJudgement {
  readonly route: Route
  readonly fault: Fault
}

/** The freight that is due to a case in all, with what it has of it already; or 0, and why. Minor units. */
export type FreightAnswer =
  | { readonly due: number; readonly because: 'orderRefunded' }
  | { readonly due: 0; readonly because: 'noFreight' | 'ruleNever' | 'refundedAlready' }
  /** A unit is nobody's, or held by a case that no review has accepted. */
  | { readonly due: 0; readonly because: 'notComplete'; readonly lineNo: number; readonly caseId?: string }
  | { readonly due: 0; readonly because: 'caseNotCovered'; readonly caseId: string; readonly judgement?: CaseJudgement }

type Judge = (caseId: string) => CaseJudgement | undefined

/** Every unit is back, held by this case, or held by one that was accepted. */
const notComplete = (account: OrderAccount, caseId: string, judged: Judge): FreightAnswer | undefined => {
  for (const { lineNo, runs } of account.lines.values())
    for (const run of runs) {
      if (unitIs(run, 'free')) return { due: 0, because: 'notComplete', lineNo }
      if (run.unit.state === 'held' && run.unit.by !== caseId && judged(run.unit.by) === undefined)
        return { due: 0, because: 'notComplete', lineNo, caseId: run.unit.by }
    }
  return undefined
}

/** The cases that refund the goods of the order: they have units of it, or reserved or refunded goods money. */
const casesOfGoods = (account: OrderAccount): ReadonlySet<string> => {
  const cases = new Set<string>()
  for (const { runs } of account.lines.values())
    for (const { unit, shares } of runs) {
      if (unit.state !== 'free') cases.add(unit.by)
      for (const share of shares) cases.add(share.by)
    }
  return cases
}

const isCovered = (judgement: CaseJudgement | undefined): boolean =>
  judgement !== undefined && (judgement.route === 'unshippedRefund' || judgement.fault === 'merchant')

/**
 * What outbound freight is due to a case, counting in `judgement`, what its own review finds (§6-3). Without one the
 * account's record of it counts. The order's other cases should be settled before.
 */
export const freightAnswer = (
  account: OrderAccount,
  caseId: string,
  judgement: CaseJudgement | undefined,
  rule: FreightRule,
): FreightAnswer => {
  const paid = account.order?.freight ?? 0
  if (paid === 0) return { due: 0, because: 'noFreight' }
  if (rule === 'never') return { due: 0, because: 'ruleNever' }
  const judged: Judge = (id) => (id === caseId && judgement !== undefined ? judgement : account.cases.get(id)?.judged)
  const missing = notComplete(account, caseId, judged)
  if (missing !== undefined) return missing
  if (rule === 'merchantOrUnshippedOnly')
    for (const id of casesOfGoods(account)) {
      const found = judged(id)
      if (!isCovered(found))
        return { due: 0, because: 'caseNotCovered', caseId: id, ...(found === undefined ? {} : { judgement: found }) }
    }
  const due = paid - pursedByAll(account, 'freight', caseId)
  return due > 0 ? { due, because: 'orderRefunded' } : { due: 0, because: 'refundedAlready' }
}

/** As `freightAnswer`, the amount alone. */
export const freightDue = (
  account: OrderAccount,
  caseId: string,
  judgement: CaseJudgement | undefined,
  rule: FreightRule,
): number => freightAnswer(account, caseId, judgement, rule).due
