import { isLeft } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import { recordedHistory, type RecordedHistory } from '../../../test/projections/recorded-history.js'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import * as say from '../../../test/service/commands.js'
import type { Step } from '../../../test/service/giving.js'
import { approved, arrived, asked, fault } from '../../../test/service/journeys.js'
import { instant } from '../../../test/service/world.js'
import { sealedPaths } from '../../sealing/index.js'
import { projectRecorded } from '../runner/index.js'
import { applicationSheet, applicationSheetOf, sheetStages, type ApplicationSheet } from './index.js'

let history: RecordedHistory
beforeAll(async () => {
  history = await recordedHistory()
})

const sheetAfter = async (...steps: ReadonlyArray<Step>): Promise<ApplicationSheet> => {
  const { now } = await given(steps).when(say.note())
  const sheet = applicationSheetOf(now)
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

const boxes = (sheet: ApplicationSheet): Record<string, ReadonlyArray<string>> => {
  const told: Record<string, ReadonlyArray<string>> = {}
  for (const stage of sheetStages)
    if (sheet.stages[stage].length > 0)
      told[stage] = sheet.stages[stage].map((each) => `${each.outcome} ${each.executor}${each.void ? ' void' : ''}`)
  return told
}

const received = say.checkFunds({ result: 'received', amount: 5_600 })

describe('the refund application sheet (F1)', () => {
  it('has the fault sheet in its head, and each department in its box (S12)', async () => {
    const sheet = await sheetAfter(...fault, received, ...say.approvals, say.pay())
    expect(sheet).toMatchObject({
      route: 'paymentFault',
      department: 'customerService',
      purchasedAt: instant('2026-03-08T13:14:00.000Z'),
      orderNos: [],
      amount: 5_600,
      currency: 'CNY',
      submittedBy: 'staff-clerk',
      handledBy: 'customerService',
      situation: 'paid',
      symptom: { path: '/faultSheet/symptom' },
      mobile: { path: '/faultSheet/registeredMobile' },
      bank: { path: '/faultSheet/bank' },
    } satisfies Partial<Record<keyof ApplicationSheet, unknown>>)
    expect(boxes(sheet)).toEqual({
      customerService: ['accepted staff-lead', 'submitted staff-lead', 'submitted staff-lead'],
      technical: ['accepted staff-engineer'],
      cashier: ['fundsReceived staff-cashier', 'approved staff-cashier'],
      accountant: ['approved staff-accountant'],
      financeDirector: ['approved staff-director'],
    })
    expect(sheet.submittedAt > sheet.reportedAt).toBe(true)
  })

  it('is empty in its boxes before anybody has judged', async () => {
    const sheet = await sheetAfter(...asked)
    expect(boxes(sheet)).toEqual({})
    expect(sheet).toMatchObject({ orderNos: ['order-1'], amount: 18_689, handledBy: 'customerService' })
    expect(applicationSheetOf({ caseId: 'none', events: [] })).toBeUndefined()
  })

  it('keeps what was taken back, and says that it was', async () => {
    const again = [...arrived, say.inspect(), say.approvals[0] ?? say.note(), say.sendBack(), say.accept()]
    const second = { ...say.sendBack(), by: { id: 'staff-accountant', role: 'accountant' } } as const
    again[again.length - 2] = second
    const sheet = await sheetAfter(...again, ...say.approvals)
    expect(boxes(sheet)).toEqual({
      customerService: ['accepted staff-lead void', 'accepted staff-lead'],
      cashier: ['approved staff-cashier void', 'approved staff-cashier'],
      accountant: ['sentBack staff-accountant', 'approved staff-accountant'],
      financeDirector: ['approved staff-director'],
    })
  })

  it('has the sign-off of a leader, and what administration followed up', async () => {
    const signed = say.accept({ signOff: { by: 'staff-lead-2' } })
    const followUp = { ...say.note({ followUp: true }), by: { id: 'staff-admin', role: 'administration' } } as const
    const sheet = await sheetAfter(...asked, signed, followUp)
    expect(sheet.stages.customerService).toMatchObject([{ signedOffBy: 'staff-lead-2', role: 'csLead' }])
    expect(sheet.stages.followUp).toMatchObject([{ outcome: 'followedUp', opinion: { path: '/text' } }])
  })

  it('says where the case lies', async () => {
    const table: ReadonlyArray<readonly [ReadonlyArray<Step>, string]> = [
      [fault.slice(0, 4), 'technical'],
      [fault, 'finance'],
      [arrived, 'warehouse'],
      [approved, 'finance'],
      [[...arrived, say.inspect(2, 0)], 'customerService'],
    ]
    for (const [steps, department] of table) expect((await sheetAfter(...steps)).handledBy).toBe(department)
  })

  it('passes sealed values on untouched, with the place they open at', () => {
    for (const events of history.cases) {
      const stream = events.find(({ envelope }) => envelope.type === 'Requested')?.stream
      if (stream === undefined) continue
      const run = projectRecorded(applicationSheet(stream.slice('refundCase-'.length)), [
        ...history.published,
        ...events,
      ])
      if (isLeft(run)) throw new Error('stopped')
      const inEvents = events.flatMap(({ envelope }) => sealedPaths(envelope.data))
      const sheet = run.right.current()
      const shown = [sheet?.symptom, sheet?.mobile, sheet?.bank, sheet?.customerOpinion].concat(
        sheetStages.flatMap((stage) => sheet?.stages[stage].map(({ opinion }) => opinion) ?? []),
      )
      for (const place of shown) if (place !== null && place !== undefined) expect(inEvents).toContainEqual(place)
      expect(sheet?.purchasedAt).not.toBeUndefined()
    }
  })

  it('is the same fed with duplicates, in any chunks, or begun again (rule 14)', () => {
    const stream = history.cases[0]?.find(({ envelope }) => envelope.type === 'Requested')?.stream ?? 'refundCase-none'
    holdsRule14(history, applicationSheet(stream.slice('refundCase-'.length)), (view) => view.current())
  })
})
