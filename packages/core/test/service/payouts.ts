import { isLeft } from 'fp-ts/lib/Either.js'
import { decodeRecorded, type RecordedEvent } from '../../src/eventsourcing/index.js'
import { amountOf, totalOf, type Amounts } from '../../src/money/amounts.js'
import { caseKind, accountKind } from '../../src/service/index.js'
import { noCase, openAttempt, type CaseState } from '../../src/refund-case/index.js'
import { plainAccount, readEvent, type PlainAccount } from './plain-account.js'

/** Every case and every account of a history, read to its end. */
export interface Reading {
  readonly cases: ReadonlyMap<string, CaseState>
  readonly accounts: ReadonlyMap<string, PlainAccount>
  /** What was wrong at some place of the global order, even if it came right later. */
  readonly faults: ReadonlyArray<string>
}

const idOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1)

const ofOrder = (amounts: Amounts): number => amountOf(amounts, 'goods') + amountOf(amounts, 'freight')

/** What the order's cases were paid, or is on its way to their customers, of the goods and the freight. */
const paidOut = (cases: ReadonlyMap<string, CaseState>, accountId: string): number => {
  let total = 0
  for (const state of cases.values()) {
    if (state.kind !== 'case' || state.requested.accountId !== accountId) continue
    total += ofOrder(state.netPaid) + ofOrder(openAttempt(state)?.amounts ?? {})
  }
  return total
}

/**
 * Reads a history event by event, in the global order, and holds it at each of them to what no prefix may break: an order
 * never pays out more than was paid, and an account never moves what is not there.
 */
export const readThrough = (events: ReadonlyArray<RecordedEvent>): Reading => {
  const cases = new Map<string, CaseState>()
  const accounts = new Map<string, PlainAccount>()
  const faults: Array<string> = []
  for (const event of events) {
    const { stream } = event
    const id = idOf(stream)
    const place = `${stream}@${event.revision} ${event.envelope.type}`
    if (stream.startsWith('refundCase-')) {
      const decoded = decodeRecorded(caseKind.registry, event)
      if (isLeft(decoded)) {
        faults.push(`${place} is not read: ${decoded.left.reason}`)
        continue
      }
      const state = caseKind.evolve(cases.get(id) ?? noCase, decoded.right)
      cases.set(id, state)
      if (state.kind !== 'case') continue
      const { accountId } = state.requested
      const account = accounts.get(accountId)
      const out = paidOut(cases, accountId)
      if (account !== undefined && account.paid > 0 && out > account.paid)
        faults.push(`${place}: ${out} paid out of ${account.paid}`)
      if (totalOf(state.netPaid) > 0 && account === undefined) faults.push(`${place}: paid from no account`)
    }
    if (stream.startsWith('orderAccount-')) {
      const decoded = decodeRecorded(accountKind.registry, event)
      if (isLeft(decoded)) {
        faults.push(`${place} is not read: ${decoded.left.reason}`)
        continue
      }
      const account = accounts.get(id) ?? plainAccount()
      accounts.set(id, account)
      const known = account.faults.length
      readEvent(account, decoded.right)
      faults.push(...account.faults.slice(known).map((fault) => `${place}: ${fault}`))
    }
  }
  return { cases, accounts, faults }
}
