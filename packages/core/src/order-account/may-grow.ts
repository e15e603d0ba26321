import { isLeft, left } from 'fp-ts/lib/Either.js'
import { backUnits, goodsOf, heldUnits, pursed } from './by-case.js'
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
import { unitIs } from './slots.js'
import type { OrderAccount } from './state.js'
import { countUnits, moneyIn } from './take.js'
import { fundsAvailable } from './targets.js'

const orderThere = (account: OrderAccount, { caseId, route }: Holding): Checked =>
  account.order !== undefined || route === 'paymentFault'
    ? fits
    : left({ kind: 'refusal', code: 'ORDER_UNKNOWN', rule: '§1', facts: { caseId } })

/** A payment fault holds its account whole: nothing else may be held there, and its claim be in the order's money. */
const wholeOrderFits = (account: OrderAccount, holding: Holding): Checked => {
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
  const held = pursed(account.cases.get(caseId), 'funds')
  const free = Math.max(0, fundsAvailable(account, holding) - held)
  return funds - held > free ? amountExceeds({ component: 'funds', asked: funds, held, free }) : fits
}

const unitsFit = (account: OrderAccount, { caseId, units }: Holding): Checked => {
  for (const [lineNo, asked] of unitsAsked(units)) {
    const line = account.lines.get(lineNo)
    if (line === undefined) return lineUnknown(lineNo)
    const held = heldUnits(line, caseId) + backUnits(line, caseId)
    const free = countUnits(line, (run) => unitIs(run, 'free'))
    if (asked - held <= free) continue
    const inTheWay = isNew(account, caseId)
      ? free === 0 && openOnLine(account, line, caseId)
      : asked <= line.quantity && unitsElsewhere(line, caseId)
    if (inTheWay === false || inTheWay === undefined) return quantityExceeds({ lineNo, asked, held, free })
    return isNew(account, caseId) ? duplicateOf(inTheWay, lineNo) : takenBy(inTheWay, lineNo)
  }
  return fits
}

/** Money claimed of some lines together. */
const moneyFits = (account: OrderAccount, holding: Holding, lineNos: ReadonlyArray<number>, asked: number): Checked => {
  const { caseId } = holding
  const lines = []
  for (const lineNo of lineNos) {
    const line = account.lines.get(lineNo)
    if (line === undefined) return lineUnknown(lineNo)
    lines.push(line)
  }
  const ruled = holding.goods.from === 'anyOf' ? goodsOf(account, caseId, 'withheld', lineNos) : 0
  const held = goodsOf(account, caseId, 'reserved', lineNos) + goodsOf(account, caseId, 'refunded', lineNos) + ruled
  const free = lines.reduce((sum, line) => sum + moneyIn(line, 'free'), 0)
  if (asked - held <= free) return fits
  if (isNew(account, caseId) && free === 0)
    for (const line of lines) {
      const other = openOnLine(account, line, caseId)
      if (other !== undefined) return duplicateOf(other, line.lineNo)
    }
  return amountExceeds({ component: 'goods', lineNos, asked, held, free })
}

const goodsFit = (account: OrderAccount, holding: Holding): Checked => {
  const { goods } = holding
  if (goods.from === 'anyOf') return moneyFits(account, holding, [...new Set(goods.lineNos)], goods.amount)
  if (goods.from === 'lines')
    for (const [lineNo, amount] of amountsAsked(goods.amounts)) {
      const checked = moneyFits(account, holding, [lineNo], amount)
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
  const used = [...account.cases.values()].reduce((sum, entry) => sum + pursed(entry, 'compensation'), 0)
  const free = Math.max(0, cap - used)
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
export const mayGrow = (account: OrderAccount, holding: Holding, compensationCap: number): Checked => {
  const fault = isNew(account, holding.caseId) ? openPaymentFault(account, holding.caseId) : undefined
  const checks: ReadonlyArray<() => Checked> = [
    () => orderThere(account, holding),
    () => wholeOrderFits(account, holding),
    () => (fault !== undefined && holdsGoods(holding) ? duplicateOf(fault) : fits),
    () => unitsFit(account, holding),
    () => goodsFit(account, holding),
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
