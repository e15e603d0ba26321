import { isLeft, left } from 'fp-ts/lib/Either.js'
import { linesNamed, pursed, pursedByAll, type LineStanding, type Standing } from './by-case.js'
import {
  comesBack,
  isNew,
  openCompensation,
  openFreightCompensation,
  openOnFreight,
  openOnLine,
  openPaymentFault,
  unitsElsewhere,
} from './duplicates.js'
import { freeFreight } from './free.js'
import { freightCompensated } from './growth.js'
import {
  amountExceeds,
  duplicateOf,
  fits,
  lineUnknown,
  quantityExceeds,
  takenBy,
  type Checked,
} from './growth-refusal.js'
import { amountsAsked, unitsAsked, type Holding } from './holding.js'
import type { OrderAccount } from './state.js'
import { fundsAvailable } from './targets.js'

const orderThere = (account: OrderAccount, { caseId, route }: Holding): Checked =>
  account.order !== undefined || route === 'paymentFault'
    ? fits
    : left({ kind: 'refusal', code: 'ORDER_UNKNOWN', rule: '§1', facts: { caseId } })

/** A payment fault holds its account whole: nothing else may be held there, and its claim be in the order's money. */
const wholeOrderFits = (account: OrderAccount, standing: Standing, holding: Holding): Checked => {
  const { caseId, funds } = holding
  if (!holding.wholeOrder) return fits
  if (isNew(account, caseId) || comesBack(account, caseId)) {
    const fault = openPaymentFault(account, caseId)
    if (fault !== undefined) return isNew(account, caseId) ? duplicateOf(fault) : takenBy(fault)
    for (const line of account.lines.values()) {
      const other = unitsElsewhere(line, caseId)
      if (other !== undefined) return takenBy(other, line.lineNo)
    }
  }
  const held = pursed(standing.entry, 'funds')
  const free = Math.max(0, fundsAvailable(account, standing, holding) - held)
  return funds - held > free ? amountExceeds({ component: 'funds', asked: funds, held, free }) : fits
}

const unitsFit = (account: OrderAccount, standing: Standing, { caseId, units }: Holding): Checked => {
  for (const [lineNo, asked] of unitsAsked(units)) {
    const [of] = linesNamed(standing, [lineNo])
    if (of === undefined) return lineUnknown(lineNo)
    const held = of.held + of.back
    const free = of.freeUnits
    if (asked - held <= free) continue
    const requested = isNew(account, caseId)
    const other = requested
      ? free === 0 && openOnLine(account, of.line, caseId)
      : asked <= of.line.quantity && unitsElsewhere(of.line, caseId)
    if (other === false || other === undefined) return quantityExceeds({ lineNo, asked, held, free })
    return requested ? duplicateOf(other, lineNo) : takenBy(other, lineNo)
  }
  return fits
}

/** Money claimed of some lines together; `held` is what the case has of it. */
const moneyFits = (
  account: OrderAccount,
  caseId: string,
  lines: ReadonlyArray<LineStanding>,
  asked: number,
  held: number,
): Checked => {
  const free = lines.reduce((sum, { freeMoney }) => sum + freeMoney, 0)
  if (asked - held <= free) return fits
  if (isNew(account, caseId) && free === 0)
    for (const { line } of lines) {
      const other = openOnLine(account, line, caseId)
      if (other !== undefined) return duplicateOf(other, line.lineNo)
    }
  return amountExceeds({ component: 'goods', lineNos: lines.map(({ line }) => line.lineNo), asked, held, free })
}

const goodsFit = (account: OrderAccount, standing: Standing, { caseId, goods }: Holding): Checked => {
  if (goods.from === 'units') return fits
  const asked =
    goods.from === 'anyOf'
      ? [{ lineNos: goods.lineNos, amount: goods.amount, withheld: true }]
      : [...amountsAsked(goods.amounts)].map(([lineNo, amount]) => ({ lineNos: [lineNo], amount, withheld: false }))
  for (const { lineNos, amount, withheld } of asked) {
    const lines = linesNamed(standing, lineNos)
    const unknown = lineNos.find((lineNo) => !account.lines.has(lineNo))
    if (unknown !== undefined) return lineUnknown(unknown)
    const held = lines.reduce((sum, of) => sum + of.reserved + of.refunded + (withheld ? of.withheld : 0), 0)
    const checked = moneyFits(account, caseId, lines, amount, held)
    if (isLeft(checked)) return checked
  }
  return fits
}

const freightFits = (account: OrderAccount, { caseId, freight: asked }: Holding): Checked => {
  const held = pursed(account.cases.get(caseId), 'freight')
  const free = freeFreight(account)
  if (asked - held <= free) return fits
  const other = isNew(account, caseId) && free === 0 ? openOnFreight(account, caseId) : undefined
  return other === undefined ? amountExceeds({ component: 'freight', asked, held, free }) : duplicateOf(other)
}

const compensationFits = (account: OrderAccount, holding: Holding, cap: number): Checked => {
  const { caseId, compensation: asked } = holding
  const held = pursed(account.cases.get(caseId), 'compensation')
  if (asked <= held) return fits
  const open = isNew(account, caseId) || comesBack(account, caseId)
  const other = open && holding.route === 'compensation' ? openCompensation(account, caseId, holding.parent) : undefined
  if (other !== undefined) return duplicateOf(other)
  const free = Math.max(0, cap - pursedByAll(account, 'compensation'))
  return asked - held <= free
    ? fits
    : left({ kind: 'refusal', code: 'COMPENSATION_CAP', rule: '§6-5', facts: { asked, held, free, cap } })
}

/** Once a return. */
const freightCompensationFits = (account: OrderAccount, holding: Holding): Checked => {
  const { caseId, freightCompensation } = holding
  if (freightCompensation === undefined) return fits
  const { parent, amount: asked } = freightCompensation
  const held = pursed(account.cases.get(caseId), 'freightCompensation')
  if (asked <= held) return fits
  const other = openFreightCompensation(account, caseId, parent)
  if (other !== undefined) return duplicateOf(other)
  return freightCompensated(account, holding)
    ? amountExceeds({ component: 'freightCompensation', asked, held, free: 0 })
    : fits
}

/** Whether the account can give the case all that its holding asks for, and if not, why not. */
export const mayGrow = (
  account: OrderAccount,
  standing: Standing,
  holding: Holding,
  compensationCap: number,
): Checked => {
  const fault = isNew(account, holding.caseId) ? openPaymentFault(account, holding.caseId) : undefined
  const checks: ReadonlyArray<() => Checked> = [
    () => orderThere(account, holding),
    () => wholeOrderFits(account, standing, holding),
    () => (fault !== undefined && holdsGoods(holding) ? duplicateOf(fault) : fits),
    () => unitsFit(account, standing, holding),
    () => goodsFit(account, standing, holding),
    () => (holding.wholeOrder ? fits : freightFits(account, holding)),
    () => compensationFits(account, holding, compensationCap),
    () => freightCompensationFits(account, holding),
  ]
  for (const check of checks) {
    const checked = check()
    if (isLeft(checked)) return checked
  }
  return fits
}

const holdsGoods = ({ route }: Holding): boolean => route !== 'compensation' && route !== 'freightCompensation'
