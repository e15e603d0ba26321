import { pursedByAll } from './by-case.js'
import { unitIs } from './slots.js'
import type { OrderAccount } from './state.js'
import { countUnits, moneyIn } from './take.js'

export interface FreeLine {
  readonly lineNo: number
  readonly units: number
  /** Goods money that nobody has reserved or had paid, minor units. */
  readonly money: number
}

/** What of the order is nobody's: units and goods money by line, and outbound freight. Minor units. */
export interface Free {
  readonly lines: ReadonlyArray<FreeLine>
  readonly freight: number
}

export const freeFreight = (account: OrderAccount): number => {
  const paid = account.order?.freight ?? 0
  return paid === 0 ? 0 : Math.max(0, paid - pursedByAll(account, 'freight'))
}

export const free = (account: OrderAccount): Free => ({
  lines: [...account.lines.values()].map((line) => ({
    lineNo: line.lineNo,
    units: countUnits(line, (run) => unitIs(run, 'free')),
    money: moneyIn(line, 'free'),
  })),
  freight: freeFreight(account),
})
