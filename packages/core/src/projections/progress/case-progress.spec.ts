import { beforeAll, describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import { recordedHistory, type RecordedHistory } from '../../../test/projections/recorded-history.js'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import * as say from '../../../test/service/commands.js'
import type { Step } from '../../../test/service/giving.js'
import { accepted, approved, arrived, asked, declined, fault } from '../../../test/service/journeys.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import { languages, termOf } from '../../refusals/index.js'
import { Role } from '../../vocabulary/index.js'
import { projectRecorded } from '../runner/index.js'
import {
  caseProgress,
  caseProgressOf,
  progressStages,
  progressSteps,
  tellProgress,
  type CaseProgress,
} from './index.js'

let history: RecordedHistory
beforeAll(async () => {
  history = await recordedHistory()
})

const progressAfter = async (...steps: ReadonlyArray<Step>): Promise<CaseProgress> => {
  const { now } = await given(steps).when(say.note())
  const progress = caseProgressOf(now)
  if (progress === undefined) throw new Error('no progress')
  return progress
}

const failing = (reason: string) => ({ ...say.failPayment(), body: { reason } })

const stages: ReadonlyArray<readonly [ReadonlyArray<Step>, CaseProgress['stage']]> = [
  [asked, 'underReview'],
  [[...asked, say.accept({ outcome: 'moreEvidence', fault: 'none' })], 'evidenceNeeded'],
  [accepted, 'goodsToSend'],
  [[...accepted, say.ship()], 'goodsOnTheWay'],
  [arrived, 'inspecting'],
  [[...arrived, say.inspect(2, 0)], 'underReview'],
  [approved, 'processing'],
  [[...approved, say.startPayment()], 'paying'],
  [[...approved, say.startPayment(), say.markUnknown()], 'paying'],
  [[...approved, say.startPayment(), failing('lackOfFunds')], 'processing'],
  [[...approved, say.startPayment(), failing('accountClosed')], 'accountNeeded'],
  [[...approved, say.pay()], 'paid'],
  [[...approved, say.pay(), say.close()], 'paid'],
  [declined, 'declined'],
  [[...declined, say.close()], 'declined'],
  [[...declined, say.acceptAlternative(), say.close()], 'closedUnpaid'],
  [[...declined, say.dispute()], 'disputed'],
  [[...accepted, say.withdraw()], 'withdrawn'],
  [[...fault, say.checkFunds({ result: 'notReceived' }), say.close()], 'closedUnpaid'],
]

/** All cases of the history, told. */
const all = (): ReadonlyArray<CaseProgress> =>
  history.cases.flatMap((events) => {
    const stream = events.find(({ envelope }) => envelope.type === 'Requested')?.stream
    if (stream === undefined) return []
    const run = projectRecorded(caseProgress(stream.slice('refundCase-'.length)), events)
    if (isLeft(run)) throw new Error('stopped')
    const progress = run.right.current()
    return progress === undefined ? [] : [progress]
  })

describe('the progress of a case (退款进度查询)', () => {
  it('says where it is, and whether it is the customer’s turn', async () => {
    for (const [steps, stage] of stages) {
      const progress = await progressAfter(...steps)
      expect(progress.stage).toBe(stage)
      expect(progress.yourTurn).toBe(['evidenceNeeded', 'goodsToSend', 'accountNeeded'].includes(stage))
    }
  })

  it('tells it in both languages', async () => {
    const progress = await progressAfter(...approved, say.pay())
    const en = tellProgress(progress, 'en')
    expect(en.headline).toBe(`Refund ${progress.caseNo}: refunded`)
    expect(en.entries.map(({ text }) => text)).toEqual([
      'We received your request for a refund of 186.89 CNY.',
      'Your request was accepted: 186.89 CNY.',
      'The goods were sent back.',
      'The goods arrived at our warehouse.',
      'The goods passed their inspection.',
      'Your refund of 186.89 CNY was approved.',
      'Your refund of 186.89 CNY is on its way, by original method.',
      'Your refund of 186.89 CNY was paid, by original method.',
    ])
    expect(tellProgress(progress, 'zh-CN')).toMatchObject({
      headline: `退款申请 ${progress.caseNo}：已退款`,
      next: '请核对款项是否到账。',
    })
  })

  it('gives a decline with its reason and what is offered instead (RJ1)', async () => {
    const told = tellProgress(await progressAfter(...declined), 'en')
    expect(told.next).toBe(
      'Reason: not substantiated. We offer instead: coupon 30.00 CNY. You may contact customer service if you object.',
    )
    expect(tellProgress(await progressAfter(...asked, say.decline({ alternatives: [] })), 'zh-CN').next).toContain(
      '无替代方案',
    )
  })

  it('shows how to send goods back only while they are to be sent', async () => {
    const instructed = [...asked, say.accept({ returnInstructions: 'to the warehouse' })]
    expect((await progressAfter(...instructed)).returnInstructions).toMatchObject({ path: '/returnInstructions' })
    expect((await progressAfter(...instructed, say.ship())).returnInstructions).toBeNull()
  })

  it('holds nothing internal: no person, no department, no step of a chain, no text that is not for the customer', () => {
    const staff = ['staff-', 'cashier', 'accountant', 'financeDirector', 'csLead', 'technical', 'fingerprint']
    for (const progress of all()) {
      const { returnInstructions, declined: decline, ...shown } = progress
      const text = JSON.stringify({ ...shown, decline: decline?.reason })
      for (const word of staff) expect(text).not.toContain(word)
      expect(returnInstructions === null || progress.stage === 'goodsToSend').toBe(true)
      for (const language of languages) {
        const told = JSON.stringify(tellProgress(progress, language))
        expect(told).not.toMatch(/[{}]\w+[{}]|undefined/)
        for (const role of Object.keys(Role.keys))
          if (role !== 'customer' && role !== 'customerService' && role !== 'warehouse' && role !== 'system')
            expect(told).not.toContain(termOf(language, 'role', role))
      }
    }
  })

  it('has words for every step and stage that happens', () => {
    const told = all()
    expect(
      progressSteps.filter((step) => !told.some(({ entries }) => entries.some((each) => each.step === step))),
    ).toEqual(['intercepted', 'extended'])
    expect(progressStages.length - new Set(told.map(({ stage }) => stage)).size).toBeLessThan(4)
  })

  it('is the same fed with duplicates, in any chunks, or begun again (rule 14)', () => {
    const stream = history.cases[3]?.find(({ envelope }) => envelope.type === 'Requested')?.stream ?? 'refundCase-none'
    holdsRule14(history, caseProgress(stream.slice('refundCase-'.length)), (view) => view.current())
  })
})
