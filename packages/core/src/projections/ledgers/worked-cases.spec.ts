import { describe, expect, it } from 'vitest'
import { histories, type History } from '../../../test/projections/histories.js'
import { caseStreamNo, feed, inGlobalOrder, steps, told, type Written } from '../../../test/projections/log.js'
import { sha256 } from '../../../test/toy-account.js'
import type { CaseEventType } from '../../refund-case/index.js'
import { ledgers } from './ledgers.js'
import { cashiersIn, streamsBehind } from './rows-touch.js'
import { refundRegisters } from '../register/index.js'
import { addDays, LocalDate, YearMonth } from '../../calendar/index.js'

const all = await histories()
const at = (time: string): number => Date.parse(`2026-${time}+08:00`)
const month = (text: string): YearMonth => {
  if (!YearMonth.is(text)) throw new Error(text)
  return text
}
const [march, april, june, july, august] = ['03', '04', '06', '07', '08'].map((text) => month(`2026-${text}`)) as [
  YearMonth,
  YearMonth,
  YearMonth,
  YearMonth,
  YearMonth,
]

const projected = (...written: ReadonlyArray<ReadonlyArray<Written>>) => {
  const projecting = ledgers({ sha256 }).begin()
  feed(projecting, inGlobalOrder(written.flat()))
  return projecting.view
}

const utc = (time: string): string => new Date(at(`08-03T${time}:00`)).toISOString()

/** The first history that begins with these events, up to the last of them. */
const beginning = (...types: ReadonlyArray<CaseEventType>): History => {
  const found = all.find((history) => types.every((type, index) => history[index]?.type === type))
  if (found === undefined) throw new Error(`no history with ${types.join(' ')}`)
  return found.slice(0, types.length)
}

/** With another amount, of this component, in every event that carries amounts. */
const worth = (history: History, component: 'goods' | 'funds' | 'freightCompensation', amount: number): History =>
  history.map((event) => {
    if (event.type === 'DestinationChanged')
      return { ...event, data: { ...event.data, voids: { [component]: amount } } }
    return event.type === 'Approved' ||
      event.type === 'PaymentStarted' ||
      event.type === 'Paid' ||
      event.type === 'PaymentFailed' ||
      event.type === 'PaymentReversed'
      ? ({ ...event, data: { ...event.data, amounts: { [component]: amount } } } as typeof event)
      : event
  })

const returned = ['Requested', 'Reviewed', 'Shipped', 'GoodsReceived', 'Inspected'] as const
const approvals = ['Approved', 'Approved', 'Approved'] as const
const paid = beginning(...returned, ...approvals, 'PaymentStarted', 'Paid', 'Notified', 'Closed', 'PaymentReversed')
const sum = (totals: ReadonlyArray<{ readonly amount: number }>) => totals.map(({ amount }) => amount)

describe('the ledgers of the worked cases', () => {
  it('S1: two rows, 198.00 of goods and 15.00 of freight, 213.00 in all', () => {
    const times = Array.from({ length: 9 }, () => at('03-13T16:30:00'))
    const view = projected(
      told({ no: 1, history: worth(paid.slice(0, 10), 'goods', 19_800), at: [...times, at('03-16T10:20:00')] }),
      told({
        no: 2,
        history: worth(paid.slice(0, 10), 'freightCompensation', 1_500),
        at: [...times, at('03-16T10:20:00')],
      }),
    )
    const ledger = view.finance(march)
    expect(ledger.rows.map(({ seq, amounts }) => [seq, amounts])).toEqual([
      [1, { goods: 19_800 }],
      [2, { freightCompensation: 1_500 }],
    ])
    expect(sum(ledger.totals)).toEqual([21_300])
    expect(cashiersIn(ledger.rows)).toEqual(['staff-cashier', 'staff-payer'])
    expect(streamsBehind([...ledger.rows, ...ledger.rows])).toEqual([caseStreamNo(1), caseStreamNo(2)])
    expect(ledger.refundsPayable).toMatchObject([{ opening: 0, approved: 21_300, started: 21_300, closing: 0 }])
  })

  it('S4: one row for two attempts, 改卡重付, and refunds payable 128.00, then 0, then 128.00 again', () => {
    const history = worth(
      beginning(
        ...returned,
        ...approvals,
        'PaymentStarted',
        'PaymentFailed',
        'ExceptionReported',
        'DestinationChanged',
        'DestinationVerified',
        ...approvals,
        'PaymentStarted',
        'PaymentUnknown',
        'Paid',
      ),
      'goods',
      12_800,
    )
    const payable = (count: number) =>
      projected(told({ no: 1, history: history.slice(0, count), at: [at('04-08T11:00:00')] })).finance(april)
        .refundsPayable[0]?.closing
    expect([8, 9, 10, 12, 16, 17, 19].map(payable)).toEqual([12_800, 0, 12_800, 0, 12_800, 0, 0])
    const { rows } = projected(told({ no: 1, history, at: [at('04-09T14:06:00')] })).customerService(april)
    expect(rows).toMatchObject([{ amount: 12_800, remark: ['paidAgain', 'otherAccount'], reverses: null }])
  })

  it('S7: a month ends at its last millisecond, and what comes back later corrects the next one', () => {
    const before = (time: string): ReadonlyArray<number> => Array.from({ length: 9 }, () => at(time))
    const payment = paid.slice(0, 10)
    const back = paid.filter(({ type }) => type !== 'Notified' && type !== 'Closed')
    const closing = (department: 'customerService' | 'finance') =>
      steps(department, '2026-06', [
        ['Prepared', at('07-01T09:00:00')],
        ['HeadApproved', at('07-01T17:00:00'), { cut: { customerService: 0, finance: 0 } }],
        ['Submitted', at('07-01T17:30:00')],
        ['Verified', at('07-02T10:00:00')],
        ['Archived', at('07-02T11:00:00')],
      ])
    const june30 = '06-30T12:00:00'
    const written = [
      told({ no: 1, history: worth(payment, 'goods', 10_000), at: [...before(june30), at('06-30T23:59:59.999')] }),
      told({ no: 2, history: worth(payment, 'goods', 5_000), at: [...before(june30), at('07-01T00:00:00')] }),
      told({
        no: 3,
        history: worth(back, 'goods', 8_000),
        at: [...before(june30), at('06-30T18:00:00'), at('07-03T09:00:00')],
      }),
      closing('customerService'),
      closing('finance'),
    ]
    const view = projected(...written)
    const [ofJune, ofJuly] = [view.finance(june), view.finance(july)]
    expect(ofJune.rows.map(({ refundSheetNo, amount, correction }) => [refundSheetNo, amount, correction])).toEqual([
      ['R-3', 8_000, false],
      ['R-1', 10_000, false],
    ])
    expect(ofJune).toMatchObject({
      no: 'ledger-finance-2026-06',
      status: 'archived',
      preparer: 'finance-Prepared',
      preparedOn: '2026-07-01',
      approver: 'finance-HeadApproved',
    })
    expect(sum(ofJune.totals)).toEqual([18_000])
    expect(ofJuly.rows).toMatchObject([
      { seq: 1, refundSheetNo: 'R-2', amount: 5_000, correction: false },
      {
        seq: 2,
        refundSheetNo: 'R-3',
        amount: -8_000,
        correction: true,
        remark: ['reversed', 'correction'],
        reverses: { month: '2026-06', seq: 1 },
      },
    ])
    expect(sum(ofJuly.totals)).toEqual([-3_000])
    // Both were started in June; only what came back is owed again.
    expect(ofJune.refundsPayable[0]?.closing).toBe(0)
    expect(ofJuly.refundsPayable).toMatchObject([{ opening: 0, reversed: 8_000, closing: 8_000 }])
  })

  it('S12: a payment fault carries the times of both departments and the three checks', () => {
    const history = beginning(
      'Requested',
      'EvidenceAdded',
      'Reviewed',
      'Submitted',
      'Reviewed',
      'Submitted',
      'FundsChecked',
      ...approvals,
      'PaymentStarted',
      'Paid',
      'Notified',
      'Notified',
    )
    const times = ['09:00', '09:08', '09:11', '09:12', '09:40', '10:41', '11:10', '11:30', '14:00', '17:20', '17:50']
    const at3 = [...times, '17:50', '17:55', '18:10'].map((time) => at(`08-03T${time}:00`))
    const view = projected(told({ no: 1, history: worth(history, 'funds', 5_600), at: at3 }))
    expect(view.customerService(august).rows).toMatchObject([
      {
        submittedOn: '2026-08-03',
        amount: 5_600,
        toTechAt: utc('09:12'),
        toFinanceAt: utc('10:41'),
        financeRepliedAt: utc('17:55'),
        customerToldAt: utc('18:10'),
        bank: { path: '/faultSheet/bank' },
      },
    ])
    expect(view.finance(august).rows).toMatchObject([
      {
        cashierCheck: { by: 'staff-cashier', at: utc('11:30') },
        accountantReview: { by: 'staff-accountant', at: utc('14:00') },
        directorReview: { by: 'staff-director', at: utc('17:20') },
        toldCs: utc('17:55'),
      },
    ])
  })

  it('S12, no bank line: closed with nothing paid, it has no row', () => {
    const history =
      all.find((each) =>
        each.some(({ type, data }) => type === 'FundsChecked' && 'result' in data && data.result === 'notReceived'),
      ) ?? []
    const view = projected(told({ no: 1, history, at: [at('08-03T09:00:00')] }))
    expect(history.at(-1)?.type).toBe('Closed')
    expect(view.customerService(august).rows).toEqual([])
  })

  it('S11: what was approved by the lead and paid unshipped stands in the register of the day', () => {
    const history = worth(beginning('Requested', 'Reviewed', 'Approved', 'PaymentStarted', 'Paid'), 'goods', 13_400)
    const registers = refundRegisters().begin()
    feed(registers, inGlobalOrder([...told({ no: 1, history, at: [at('03-09T09:00:00'), at('03-09T10:10:00')] })]))
    const day = LocalDate.is('2026-03-09') ? ('2026-03-09' as LocalDate) : undefined
    if (day === undefined) throw new Error('no day')
    expect(registers.view.register(day)).toMatchObject({
      rows: [{ seq: 1, kind: 'paid', route: 'unshippedRefund', amount: 13_400, documentNo: 'R-1' }],
      totals: [{ currency: 'CNY', amount: 13_400 }],
    })
    expect(registers.view.register(addDays(day, 1)).rows).toEqual([])
  })
})
