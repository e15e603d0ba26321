import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { histories } from '../../../test/projections/histories.js'
import { feed, inGlobalOrder, type Placed } from '../../../test/projections/log.js'
import { casesOver } from '../../../test/projections/months.js'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import { recordedHistory } from '../../../test/projections/recorded-history.js'
import { addDays, LocalDate, startOfDay } from '../../calendar/index.js'
import { totalOf } from '../../money/index.js'
import { evolve, noCase, postingsOf, type CaseEvent, type CaseState } from '../../refund-case/index.js'
import { faultTables } from '../fault-table/index.js'
import { handoverSheets } from '../handover-sheet/index.js'
import { journals } from '../journal/index.js'
import { ledgers } from '../ledgers/index.js'
import { payoutLists } from '../payout-list/index.js'
import { refundRegisters } from './index.js'
import { sha256 } from '../../../test/toy-account.js'

const all = await histories()
const recorded = await recordedHistory()
const RUNS = { numRuns: 60 }

const first: LocalDate = ((text: string) => {
  if (!LocalDate.is(text)) throw new Error(text)
  return text
})('2026-06-28')
const days = Array.from({ length: 30 }, (_, index) => addDays(first, index))
const onDay = (date: LocalDate) => {
  const [from, to] = [startOfDay('Asia/Shanghai', date), startOfDay('Asia/Shanghai', addDays(date, 1))]
  return ({ event }: Placed) => from <= event.meta.occurredAt && event.meta.occurredAt < to
}

const isCase = (placed: Placed): placed is Placed<CaseEvent> => placed.place.stream.startsWith('refundCase-')
const events = casesOver(all).map(inGlobalOrder)

/** What each case owed at an instant, by the postings of all its events up to then. */
const payableBefore = (log: ReadonlyArray<Placed>, instant: string): number => {
  const states = new Map<string, CaseState>()
  let payable = 0
  for (const placed of log.filter(({ event }) => event.meta.occurredAt < instant)) {
    if (!isCase(placed)) continue
    const before = states.get(placed.place.stream) ?? noCase
    for (const { account, side, amount } of postingsOf(before, placed.event))
      if (account === 'refundsPayable' || account === 'channelClearing') payable += side === 'credit' ? amount : -amount
    // What was paid has left, whether or not its bank line is known.
    const { event } = placed
    if (event.type === 'Paid' && event.data.method !== 'merchantDeposit') payable -= totalOf(event.data.amounts)
    if (event.type === 'PaymentReversed') payable += totalOf(event.data.amounts)
    if (event.type === 'BankLineMatched') payable += event.data.amount
    states.set(placed.place.stream, evolve(before, event))
  }
  return payable
}

describe('the refund register of a day', () => {
  it('has every payment and every return of the day, and no other (rule 12)', () => {
    fc.assert(
      fc.property(events, (log) => {
        const projecting = refundRegisters().begin()
        feed(projecting, log)
        for (const date of days) {
          const { rows, totals } = projecting.view.register(date)
          const expected = log
            .filter(onDay(date))
            .flatMap(({ event }) =>
              event.type === 'Paid' || event.type === 'PaymentReversed' ? [event.meta.occurredAt] : [],
            )
          expect(rows.map(({ at }) => at)).toEqual(expected)
          expect(totals.reduce((sum, { amount }) => sum + amount, 0)).toBe(
            rows.reduce((sum, { amount }) => sum + amount, 0),
          )
        }
        const payments = projecting.view.payments(first, days.at(-1) ?? first)
        expect(payments).toHaveLength(
          log.filter(({ event }) => event.type === 'Paid' || event.type === 'PaymentReversed').length,
        )
        expect(payments.filter(({ bankLine }) => bankLine !== null)).toHaveLength(
          log.filter(({ event }) => event.type === 'BankLineMatched').length,
        )
      }),
      RUNS,
    )
  })
})

describe('the payout list of a day', () => {
  it('has what was paid and failed on the day, and what its postings still owed at its end', () => {
    fc.assert(
      fc.property(events, (log) => {
        const projecting = payoutLists().begin()
        feed(projecting, log)
        for (const date of days) {
          const list = projecting.view.list(date)
          const ofDay = log.filter(onDay(date))
          for (const [status, type] of [
            ['paid', 'Paid'],
            ['failed', 'PaymentFailed'],
          ] as const)
            expect(list.rows.filter((row) => row.status === status).map(({ at }) => at)).toEqual(
              ofDay
                .filter(({ event }) => event.type === type)
                .map(({ event }) => event.meta.occurredAt)
                .toSorted(),
            )
          const owed = list.outstanding.reduce((sum, { amount }) => sum + amount, 0)
          expect(owed).toBe(payableBefore(log, startOfDay('Asia/Shanghai', addDays(date, 1))))
          expect(list.rows.map(({ seq }) => seq)).toEqual(list.rows.map((_, index) => index + 1))
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('the journal', () => {
  it('balances each entry, and agrees with the postings of every case', () => {
    fc.assert(
      fc.property(events, (log) => {
        const projecting = journals().begin()
        feed(projecting, log)
        const entries = projecting.view.entries()
        for (const { postings } of entries)
          expect(postings.reduce((sum, { side, amount }) => sum + (side === 'debit' ? amount : -amount), 0)).toBe(0)
        const states = new Map<string, CaseState>()
        const expected = log.filter(isCase).flatMap(({ event, place }) => {
          const before = states.get(place.stream) ?? noCase
          states.set(place.stream, evolve(before, event))
          const postings = postingsOf(before, event)
          return postings.length === 0 ? [] : [{ at: event.meta.occurredAt, postings }]
        })
        expect(entries.map(({ at, postings }) => ({ at, postings }))).toEqual(expected)
        for (const currency of ['CNY', 'USD'])
          expect(Object.values(projecting.view.trialBalance(currency)).reduce((sum, amount) => sum + amount, 0)).toBe(0)
        for (const balances of projecting.view.openBalances()) {
          expect(projecting.view.balancesOf(balances.caseId)).toEqual(balances)
          expect(balances.refundsPayable).toBeGreaterThanOrEqual(0)
        }
      }),
      RUNS,
    )
  })
})

describe('every paper (rule 14)', () => {
  it('fed with duplicates, in any chunks, or begun again, equals one fed once', () => {
    const dates = Array.from({ length: 3 }, (_, index) => addDays(addDays(first, -113), index))
    const runs = { numRuns: 25 }
    holdsRule14(recorded, journals(), (view) => [view.openBalances(), view.trialBalance('CNY')], runs)
    holdsRule14(recorded, refundRegisters(), (view) => dates.map(view.register), runs)
    holdsRule14(recorded, payoutLists(), (view) => dates.map(view.list), runs)
    holdsRule14(recorded, faultTables(), (view) => dates.map((date) => view.table('main', date)), runs)
    holdsRule14(
      recorded,
      handoverSheets(),
      (view) => dates.flatMap((date) => ['白班', '中班', '夜班'].map((shift) => view.sheet('main', date, shift))),
      runs,
    )
    holdsRule14(
      recorded,
      ledgers({ sha256 }),
      (view) => view.months().map((month) => view.finance(month).refundsPayable),
      runs,
    )
  })
})
