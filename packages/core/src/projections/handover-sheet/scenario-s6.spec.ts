import { describe, expect, it } from 'vitest'
import { histories, type History } from '../../../test/projections/histories.js'
import { feed, inGlobalOrder, told, type Written } from '../../../test/projections/log.js'
import { shiftsFrom, written } from '../../../test/projections/shift-log.js'
import { sha256 } from '../../../test/toy-account.js'
import type { CaseEventType } from '../../refund-case/index.js'
import { faultTables } from '../fault-table/index.js'
import { handoverSheets } from './handover-sheets.js'
import { sheetDigest } from './sheet-digest.js'

const all = await histories()
const at = (time: string): number => Date.parse(`2026-${time}:00.000+08:00`)

/** The first history that has these events one after the other, up to the last of them. */
const upTo = (...types: ReadonlyArray<CaseEventType>): History => {
  for (const history of all) {
    const end = history.findIndex((_, index) =>
      types.every((type, back) => history[index - types.length + 1 + back]?.type === type),
    )
    if (end !== -1) return history.slice(0, end + 1)
  }
  throw new Error(`no history with ${types.join(' ')}`)
}

/** A case whose last events happen at these times, and all before them at 21:00. */
const ending = (no: number, history: History, times: ReadonlyArray<string>): ReadonlyArray<Written> => {
  const early = history.map(() => at('06-30T21:00')).slice(times.length)
  return told({ no, history, at: [...early, ...times.map(at)] })
}

const withAmount = (history: History, amount: number): History =>
  history.map((event) => {
    if (event.type === 'Requested') return { ...event, data: { ...event.data, claimed: { funds: amount } } }
    if (event.type === 'Reviewed' && event.data.outcome === 'accepted' && event.data.quote !== null)
      return { ...event, data: { ...event.data, quote: { ...event.data.quote, amounts: { funds: amount } } } }
    return event.type === 'Paid' ? { ...event, data: { ...event.data, amounts: { goods: amount } } } : event
  })

const [, middle, night] = shiftsFrom('main', at('06-30T08:00'), 3)
if (middle === undefined || night === undefined) throw new Error('no shifts')

const seal = (subject: string) => ({ subject, keyId: 'k', nonce: 'n', ciphertext: subject, commitment: '0' })
const attendance = {
  expected: ['li', 'zhou', 'wu'],
  present: ['li', 'zhou'],
  late: ['zhou'],
  leftEarly: [],
  absent: ['wu'],
}
const signed = { sheet: '0'.repeat(64) }

// Z 1, X 2, Y 3, V 4.
const z = withAmount(upTo('Paid', 'Notified', 'Closed'), 6_000)
const x = upTo('Submitted', 'FundsChecked', 'SentBack')
const y = withAmount(upTo('FundsChecked', 'Closed'), 8_800)
const v = all[0]?.slice(0, 1) ?? []

const events = inGlobalOrder([
  ...ending(1, z, ['06-30T22:10', '06-30T22:20', '06-30T22:21']),
  ...ending(2, x, ['06-30T23:50', '06-30T23:52', '07-01T00:20']),
  ...ending(3, y, ['06-30T23:58', '06-30T23:59']),
  written(middle, 'AttendanceRecorded', attendance, at('06-30T16:05')),
  written(middle, 'CleaningRecorded', { done: true }, at('07-01T00:10')),
  written(
    middle,
    'FollowUpNoted',
    { item: 1, cause: seal('a'), course: seal('b'), step: seal('c'), nextAction: seal('d') },
    at('07-01T00:15'),
  ),
  written(middle, 'SignedOver', signed, at('07-01T00:25'), 'li'),
  ...told({ no: 4, history: v, at: [at('07-01T00:30')] }),
  written(middle, 'Accepted', signed, at('07-01T00:35'), 'wang'),
  written(
    night,
    'WorkNoted',
    { item: 1, text: seal('e'), completes: { date: middle.date, shift: middle.shift, item: 1 } },
    at('07-01T01:00'),
    'wang',
  ),
])

const sheets = handoverSheets().begin()
feed(sheets, events)
const sheet = sheets.view.sheet('main', middle.date, '中班')
const next = sheets.view.sheetAt('main', night.from)
if (sheet === undefined) throw new Error('no sheet')

describe('S6: a shift over midnight', () => {
  it('is one half-open stretch under the date it starts on', () => {
    expect(sheet).toMatchObject({
      date: '2026-06-30',
      from: '2026-06-30T08:00:00.000Z',
      until: '2026-06-30T16:30:00.000Z',
    })
  })

  it('lists what finance has processed, paid or never received, with amount and bank', () => {
    expect(sheet.processedByFinance.map(({ documentNo, result, amount }) => ({ documentNo, result, amount }))).toEqual([
      { documentNo: 'R-1', result: 'refunded', amount: 6_000 },
      { documentNo: 'R-3', result: 'fundsNotReceived', amount: 8_800 },
    ])
    expect(sheet.processedByFinance[1]).toMatchObject({
      mobile: { path: '/faultSheet/registeredMobile' },
      bank: { path: '/faultSheet/bank' },
    })
  })

  it('lists what finance has sent back with its reason, and only there', () => {
    expect(sheet.submittedToFinance).toEqual([])
    expect(sheet.returnedByFinance).toMatchObject([
      {
        documentNo: 'R-2',
        amount: 5_600,
        returnedReason: { path: '/reason' },
        stepReached: 'accepted',
        nextAction: 'submitToFinance',
      },
    ])
  })

  it('leaves that one case for follow-up, with cause, course, step and next action', () => {
    expect(sheet.followUps).toMatchObject([
      {
        itemNo: 1,
        documentNo: 'R-2',
        cause: 'chargedWithoutOrderNo',
        stepReached: 'accepted',
        handoverStage: 'csLead',
        nextAction: 'submitToFinance',
        carriedOver: false,
      },
    ])
    expect(sheet.followUps[0]?.course.at(-1)).toMatchObject({ what: 'SentBack', at: '2026-06-30T16:20:00.000Z' })
  })

  it('itemises what was done, case by case', () => {
    expect(sheet.workCompleted.map(({ itemNo, documentNo }) => [itemNo, documentNo])).toEqual([
      [1, 'R-1'],
      [2, 'R-2'],
      [3, 'R-3'],
    ])
    expect(sheet.workCompleted[2]?.steps.slice(-2).map(({ what }) => what)).toEqual(['FundsChecked', 'Closed'])
  })

  it('bears attendance, cleaning and both signatures', () => {
    expect(sheet).toMatchObject({
      attendance,
      cleaningDone: true,
      filledOn: '2026-07-01',
      handedOverBy: 'li',
      takenOverBy: 'wang',
      signOff: { handedOver: { by: 'li', at: '2026-06-30T16:25:00.000Z' }, takenOver: { by: 'wang', remarks: null } },
    })
  })

  it('hands the case on: the next shift opens with it, and its own first case is the one requested at its start', () => {
    expect(next.openedWith.map(({ documentNo }) => documentNo)).toEqual(['R-2'])
    expect(next.workCompleted.map(({ documentNo }) => documentNo)).toEqual(['R-4'])
    expect(next.followUps.map(({ documentNo, carriedOver }) => [documentNo, carriedOver])).toEqual([
      ['R-2', true],
      ['R-4', false],
    ])
  })

  it('keeps what was written down for follow-up until a note completes it', () => {
    expect(sheet.otherFollowUps).toMatchObject([{ itemNo: 1, shift: '中班', carriedOver: false }])
    expect(next.notes).toMatchObject([{ itemNo: 1, completes: { item: 1, shift: '中班' } }])
    expect(next.otherFollowUps).toEqual([])
  })

  it('has the digest it had before the signatures, and another once anything else changes', () => {
    const before = handoverSheets().begin()
    feed(
      before,
      events.slice(
        0,
        events.findIndex(({ event }) => event.type === 'SignedOver'),
      ),
    )
    const unsigned = before.view.sheet('main', middle.date, '中班') ?? sheet
    expect(unsigned.signOff.handedOver).toBeNull()
    expect(sheetDigest(sha256, unsigned)).toBe(sheetDigest(sha256, sheet))
    expect(sheetDigest(sha256, { ...sheet, cleaningDone: false })).not.toBe(sheetDigest(sha256, sheet))
  })

  it('stands in the fault table of its day', () => {
    const tables = faultTables().begin()
    feed(tables, events)
    const table = tables.view.table('main', middle.date)
    expect(table.rows.map(({ documentNo, financeClass, shift }) => [documentNo, financeClass, shift])).toEqual([
      ['R-1', 'processedByFinance', '中班'],
      ['R-2', 'returnedByFinance', '中班'],
      ['R-3', 'processedByFinance', '中班'],
    ])
    expect(table.counts[0]).toEqual({
      financeClass: 'processedByFinance',
      cases: 2,
      totals: [{ currency: 'CNY', amount: 14_800 }],
    })
  })
})
