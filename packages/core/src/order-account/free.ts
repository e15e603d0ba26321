import { pursedByOthers } from './by-case.js'
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

const nobody = ''

export const freeFreight = (account: OrderAccount): number =>
  Math.max(0, (account.order?.freight ?? 0) - pursedByOthers(account, 'freight', nobody))

export const free = (account: OrderAccount): Free => ({
  lines: [...account.lines.values()].map((line) => ({
    lineNo: line.lineNo,
    units: countUnits(line, (run) => unitIs(run, 'free')),
    money: moneyIn(line, 'free'),
  })),
  freight: freeFreight(account),
})
