import { totalOf, type CaseEvent, type OrderAccountEvent, type Stored } from '@refund-case/core'
import { freightPurse, isSound } from './tally.js'
import type { TapedAccount, TapedCase } from './taped.js'

/** What an event may never do to a case, whatever a file expects of it. */
export const unsoundCase = (
  { caseId, state, posted, balances, payable, paid }: TapedCase,
  { type, meta }: Stored<CaseEvent>,
): ReadonlyArray<string> => {
  const broken: Array<string> = []
  const place = `${type} (revision ${meta.revision} of ${caseId})`
  const sum = posted.reduce((total, { side, amount }) => total + (side === 'debit' ? amount : -amount), 0)
  if (sum !== 0) broken.push(`${place}: debits and credits differ by ${sum} minor units`)
  if (totalOf(payable) !== -(balances.get('refundsPayable') ?? 0))
    broken.push(`${place}: refunds payable are not approved − started + failed + reversed`)
  if (state.kind === 'case' && totalOf(paid) !== totalOf(state.netPaid))
    broken.push(`${place}: the case counts ${totalOf(state.netPaid)} paid, its events ${totalOf(paid)} (minor units)`)
  if (Object.values(paid).some((amount) => amount < 0)) broken.push(`${place}: more was reversed than was paid`)
  return broken
}

/** What an event may never do to an account. */
export const unsoundAccount = (
  { accountId, purses }: TapedAccount,
  { type, meta }: Stored<OrderAccountEvent>,
): ReadonlyArray<string> =>
  [...purses].flatMap(([lineNo, purse]) => {
    if (isSound(purse)) return []
    const what = lineNo === freightPurse ? 'freight' : `line ${lineNo}`
    const { most, units, reserved, refunded, withheld, held, back } = purse
    return [
      `${type} (revision ${meta.revision} of ${accountId}): ${what} has ${reserved} reserved, ${refunded} refunded and ${withheld} withheld of ${most} (minor units), ${held} units held and ${back} back of ${units}`,
    ]
  })
