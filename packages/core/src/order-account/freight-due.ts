import type { Fault, Route } from '../vocabulary/index.js'
import { pursedByAll } from './by-case.js'
import { unitsAsked, type LineQuantity } from './holding.js'
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

/** Every unit is back, this case's, or held by one that was accepted. `asked`: what this case is to hold of each line. */
const notComplete = (
  account: OrderAccount,
  caseId: string,
  judged: Judge,
  asked: ReadonlyMap<number, number> | undefined,
): FreightAnswer | undefined => {
  for (const { lineNo, quantity, runs } of account.lines.values()) {
    let [others, held, back] = [0, 0, 0]
    for (const { from, to, unit } of runs) {
      if (unit.state === 'free') continue
      const units = to - from + 1
      if (unit.by !== caseId) others += units
      else if (unit.state === 'held') held += units
      else back += units
      if (unit.state === 'held' && unit.by !== caseId && judged(unit.by) === undefined)
        return { due: 0, because: 'notComplete', lineNo, caseId: unit.by }
    }
    const own = asked === undefined ? held + back : Math.max(back, asked.get(lineNo) ?? 0)
    if (others + own < quantity) return { due: 0, because: 'notComplete', lineNo }
  }
  return undefined
}

/** The cases that refund the goods of the order: they have units of it, or reserved or refunded goods money. */
const casesOfGoods = (account: OrderAccount, ...also: ReadonlyArray<string>): ReadonlySet<string> => {
  const cases = new Set(also)
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
 * What outbound freight is due to a case, counting in `judgement`, what its own review finds (§6-3); without one the
 * account's record of it counts. `units` is what the case is to hold, where that is not what it holds now. The order's
 * other cases should be settled before.
 */
export const freightAnswer = (
  account: OrderAccount,
  caseId: string,
  judgement: CaseJudgement | undefined,
  rule: FreightRule,
  units?: ReadonlyArray<LineQuantity>,
): FreightAnswer => {
  const paid = account.order?.freight ?? 0
  if (paid === 0) return { due: 0, because: 'noFreight' }
  if (rule === 'never') return { due: 0, because: 'ruleNever' }
  const judged: Judge = (id) => (id === caseId && judgement !== undefined ? judgement : account.cases.get(id)?.judged)
  const asked = units === undefined ? undefined : unitsAsked(units)
  const missing = notComplete(account, caseId, judged, asked)
  if (missing !== undefined) return missing
  if (rule === 'merchantOrUnshippedOnly')
    for (const id of casesOfGoods(account, ...(asked !== undefined && asked.size > 0 ? [caseId] : []))) {
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
  units?: ReadonlyArray<LineQuantity>,
): number => freightAnswer(account, caseId, judgement, rule, units).due
