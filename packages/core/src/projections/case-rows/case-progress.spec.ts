import { describe, expect, it } from 'vitest'
import { recordedHistory } from '../../../test/projections/recorded-history.js'
import { histories } from '../../../test/projections/histories.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import { decodeRecorded, type Stored } from '../../eventsourcing/index.js'
import { caseKind, situationOf, type CaseEvent, type CaseState } from '../../refund-case/index.js'
import { caseIdOf, openCard, updateCard, type CaseCard } from './case-card.js'
import { advance } from './advance.js'
import { progressOf, type CaseProgress } from './case-progress.js'
import { stepReached } from './step-reached.js'

const decoded = async (): Promise<ReadonlyArray<ReadonlyArray<Stored<CaseEvent>>>> => {
  const { cases } = await recordedHistory()
  const own = cases.map((events) =>
    events.flatMap((event) => {
      if (!event.stream.startsWith('refundCase-')) return []
      const read = decodeRecorded(caseKind.registry, event)
      if (isLeft(read)) throw new Error('not read')
      return [read.right]
    }),
  )
  return [...own, ...(await histories())]
}

describe('what the papers fold of a case by themselves', () => {
  it('comes to the situation and the approved money of the case itself, after each event of every kind of history', async () => {
    const all = await decoded()
    const seen = new Set<string>()
    for (const events of all) {
      let state: CaseState = caseKind.initial
      let progress: CaseProgress | undefined
      let card: CaseCard | undefined
      for (const event of events) {
        state = caseKind.evolve(state, event)
        if (state.kind !== 'case') continue
        if (event.type === 'Requested') {
          progress = progressOf(event)
          card = openCard(caseIdOf('refundCase-1'), event)
        } else if (progress !== undefined && card !== undefined) {
          advance(progress, event)
          updateCard(card, event)
        }
        expect(progress && stepReached(progress)).toBe(situationOf(state))
        expect(card?.accrued).toEqual(state.accrued)
        seen.add(situationOf(state))
      }
    }
    expect(all.length).toBeGreaterThan(60)
    expect([...seen].toSorted()).toEqual([
      'accepted',
      'approved',
      'awaitingEvidence',
      'closed',
      'declined',
      'disputed',
      'inApproval',
      'inTransit',
      'inspected',
      'paid',
      'paying',
      'paymentFailed',
      'paymentUnknown',
      'received',
      'requested',
      'ruled',
      'withdrawn',
    ])
  })
})
