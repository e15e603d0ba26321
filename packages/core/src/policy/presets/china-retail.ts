import type { Policy } from '../policy.js'
import { routeTable } from './route-table.js'

const HOUR = 60
const elapsed = (minutes: number) => ({ kind: 'elapsed', minutes }) as const
const endOfWorkingDay = (days: number) => ({ kind: 'endOfWorkingDay', days }) as const
const calendarDays = (days: number, move: 'none' | 'offRestDays') => ({ kind: 'calendarDays', days, move }) as const

/**
 * How a shop in mainland China refunds, as the sources have it. Where they contradict each other this takes one side;
 * the other sides are the settings beside it.
 */
export const chinaRetail: Policy = {
  id: 'china-retail',
  version: 1,
  currency: 'CNY',
  timeZone: 'Asia/Shanghai',
  routes: routeTable,
  chains: [
    {
      routes: ['unshippedRefund'],
      interceptedOnly: false,
      steps: ['csLead'],
      reviewerMayApprove: false,
      source: 'AP4',
    },
    { routes: ['interceptRefund'], interceptedOnly: true, steps: ['csLead'], reviewerMayApprove: false, source: 'AP4' },
    {
      routes: [
        'returnRefund',
        'interceptRefund',
        'keepGoodsRefund',
        'compensation',
        'freightCompensation',
        'paymentFault',
        'exchangeOrRepair',
        'enforcedRefund',
      ],
      interceptedOnly: false,
      steps: ['cashier', 'accountant', 'financeDirector'],
      reviewerMayApprove: true,
      source: 'AP1',
    },
  ],
  president: null,
  deadlines: {
    faultSheet: { limit: elapsed(10), source: 'IN10' },
    review: { limit: elapsed(24 * HOUR), source: 'RV1' },
    toFinance: { limit: elapsed(HOUR), source: 'RV6' },
    finance: { limit: elapsed(12 * HOUR), source: 'AP1' },
    payment: { limit: endOfWorkingDay(3), source: 'PY1' },
    toCard: null,
    cashierSameDay: null,
    exceptionReport: { limit: { kind: 'timeOfDay', time: '10:00', day: 'nextCalendarDay' }, source: 'PY3' },
    overall: { limit: calendarDays(30, 'none'), source: 'PY5' },
    statutoryRefund: { limit: calendarDays(7, 'offRestDays'), source: 'LW1' },
    evidence: {
      negotiation: null,
      platform: { limit: calendarDays(7, 'none'), source: 'DP6' },
      mediation: null,
      arbitration: null,
      litigation: null,
    },
  },
  windows: [
    {
      id: 'noReason',
      reasons: ['changeOfMind', 'orderedByMistake', 'wrongSize'],
      from: 'receipt',
      limit: calendarDays(7, 'offRestDays'),
      source: 'IN17',
    },
    {
      id: 'quality',
      reasons: ['qualityDefect', 'notAsDescribed', 'transitDamage', 'orderError', 'serviceNotAsExpected'],
      from: 'receipt',
      limit: calendarDays(15, 'none'),
      source: 'IN17',
    },
  ],
  excludedGoods: [
    { tag: 'customMade', reasons: ['changeOfMind', 'orderedByMistake', 'wrongSize'], source: 'IN16' },
    {
      tag: 'declaredDefect',
      reasons: ['changeOfMind', 'orderedByMistake', 'wrongSize', 'qualityDefect', 'notAsDescribed'],
      source: 'IN16',
    },
  ],
  freight: { rule: 'merchantOrUnshippedOnly', source: 'SH4' },
  freightCompensation: { faults: ['merchant'], source: 'SH4' },
  compensation: { percentOfPaid: 100, source: 'CP1' },
  statutory: { multiplier: 3, minimum: 50_000, source: 'LW1' },
  destinations: { methods: ['bankTransfer', 'card', 'alipay', 'wechat'], source: 'PY6' },
}
