import { isLeft } from 'fp-ts/lib/Either.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { interleaved, recordedHistory, type RecordedHistory } from '../../../test/projections/recorded-history.js'
import { holdsRule14 } from '../../../test/projections/rule-14.js'
import { instant } from '../../../test/service/world.js'
import { addMillis, type Instant } from '../../calendar/index.js'
import { positionAt, type StreamName, type Stored } from '../../eventsourcing/index.js'
import { caseKind, type CaseEvent, type CaseEventOf } from '../../refund-case/index.js'
import { projectRecorded } from '../runner/index.js'
import { riskFlags } from './risk-flags.js'
import type { RiskFlags } from './risk-flag.js'

let history: RecordedHistory
beforeAll(async () => {
  history = await recordedHistory()
})

const start = instant('2026-03-01T00:00:00.000Z')
const DAY = 86_400_000
const day = (days: number): Instant => addMillis(start, days * DAY)

/** The flags after these events, each of a case, on a day. */
const after = (
  events: ReadonlyArray<readonly [caseId: string, days: number, event: CaseEvent]>,
  settings: Parameters<typeof riskFlags>[0] = {},
): RiskFlags => {
  const { reads, view } = riskFlags(settings).begin()
  for (const [index, [caseId, days, event]] of events.entries()) {
    const stream: StreamName = `refundCase-${caseId}`
    const meta = { id: `e${index}`, revision: 0, occurredAt: day(days), actor: { id: 'li', role: 'clerk' } }
    const stored: Stored<CaseEvent> = { ...event, meta }
    for (const reader of reads)
      if (reader.category === caseKind.category && (reader.types?.has(event.type) ?? true))
        reader.take(stored, { stream, position: positionAt(index + 1) })
  }
  return view
}

let template: CaseEventOf<'Requested'>
beforeAll(() => {
  const first = history.cases[0]?.find(({ envelope }) => envelope.type === 'Requested')
  if (first === undefined) throw new Error('no request')
  template = { type: 'Requested', data: first.envelope.data as unknown as CaseEventOf<'Requested'>['data'] }
})

const requested = (subject: string, goods = 1_000, token?: string): CaseEvent => {
  const { destination: _, ...data } = template.data
  const sealed = { subject, keyId: 'k', nonce: 'n', ciphertext: 'c', commitment: 'd' }
  const other = { kind: 'other', method: 'card', account: sealed, holder: sealed, ground: 'accountClosed' } as const
  return {
    type: 'Requested',
    data: {
      ...data,
      customer: { subject },
      claimed: { goods },
      destination: token === undefined ? { kind: 'original' } : { ...other, token },
    },
  }
}
const failed: CaseEvent = { type: 'PaymentFailed', data: { attempt: 1, amounts: {}, reason: 'other' } }
const closed: CaseEvent = { type: 'Closed', data: { outcome: 'paid', archive: [] } }

describe('risk flags (RK1, RK2)', () => {
  it('name who asks again and again, as long as it lies no further back than the days that are set', () => {
    const flags = after([
      ['a', 0, requested('ann')],
      ['b', 10, requested('ann')],
      ['c', 20, requested('bob')],
      ['d', 30, requested('ann')],
    ])
    expect(flags.standing(day(29))).toEqual([])
    expect(flags.standing(day(30))).toEqual([
      {
        kind: 'repeatRequests',
        subject: 'ann',
        requests: 3,
        level: 'watch',
        since: day(30),
        caseIds: ['a', 'b', 'd'],
      },
    ])
    expect(flags.standing(day(90))).toEqual([])
    expect(flags.ofCase('c', day(30))).toEqual([])
  })

  it('rise to high, and lead the list then', () => {
    const asked = [0, 1, 2, 3, 4, 5].map((days) => [`c${days}`, days, requested('ann')] as const)
    const bobs = [6, 7, 8].map((days) => [`d${days}`, days, requested('bob')] as const)
    const [first, second] = after([...asked, ...bobs]).standing(day(9))
    expect([first, second]).toMatchObject([
      { level: 'high', subject: 'ann', since: day(5) },
      { level: 'watch', subject: 'bob', since: day(8) },
    ])
  })

  it('show an amount far above the median of its route, once enough came before, while the case is open', () => {
    const usual = Array.from({ length: 30 }, (_, index) => [`u${index}`, index, requested(`s${index}`)] as const)
    const few = after([...usual.slice(1), ['x', 40, requested('x', 50_000)]])
    expect(few.standing(day(50))).toEqual([])
    const enough: Parameters<typeof after>[0] = [...usual, ['x', 40, requested('x', 5_000)]]
    expect(after(enough).standing(day(50))).toMatchObject([
      { kind: 'unusualAmount', level: 'watch', amount: 5_000, median: 1_000, currency: 'CNY', caseIds: ['x'] },
    ])
    expect(after([...enough, ['x', 41, closed]]).standing(day(50))).toEqual([])
    expect(after([...usual, ['x', 40, requested('x', 4_999)]]).standing(day(50))).toEqual([])
  })

  it('tell accounts that payments keep failing to, and accounts of several customers', () => {
    const flags = after([
      ['a', 0, requested('ann', 1_000, 'token-1')],
      ['a', 1, failed],
      ['b', 2, requested('bob', 1_000, 'token-1')],
      ['b', 3, failed],
      ['c', 4, requested('cat', 1_000, 'token-2')],
      ['c', 5, failed],
    ])
    expect(flags.standing(day(6))).toMatchObject([
      { kind: 'accountFailures', token: 'token-1', failures: 2, level: 'watch', since: day(3) },
      { kind: 'sharedAccount', token: 'token-1', subjects: 2, level: 'watch', since: day(2) },
    ])
  })

  it('forget what links an erased person to requests and accounts, and nothing of others', () => {
    const flags = after([
      ['a', 0, requested('ann', 1_000, 'token-1')],
      ['a', 1, failed],
      ['b', 2, requested('bob', 1_000, 'token-1')],
      ['b', 3, failed],
      ['c', 3, requested('ann')],
      ['d', 3, requested('ann')],
      ['a', 4, { type: 'PersonalDataErased', data: { subject: 'ann' } }],
    ])
    expect(flags.standing(day(5))).toEqual([])
  })

  it('take their levels from the settings', () => {
    const events: Parameters<typeof after>[0] = [
      ['a', 0, requested('ann')],
      ['b', 1, requested('ann')],
    ]
    expect(after(events).standing(day(2))).toEqual([])
    expect(after(events, { repeatRequests: { days: 7, watch: 1, high: 2 } }).standing(day(2))).toMatchObject([
      { level: 'high', requests: 2 },
    ])
  })

  it('are the same fed with duplicates, in any chunks, or begun again (rule 14)', () => {
    const projection = riskFlags({
      unusualAmount: { sample: 2, watch: 1, high: 3 },
      accountFailures: { watch: 1, high: 2 },
      sharedAccount: { watch: 1, high: 2 },
    })
    holdsRule14(history, projection, (flags) => [flags.standing(day(60)), flags.standing(day(90))])
    const remembered = history.cases.flatMap((events, index) =>
      events.some(({ envelope }) => envelope.type === 'PersonalDataErased') ? [] : [index],
    )
    const all = interleaved(history, remembered, [1, 0])
    const run = projectRecorded(projection, all)
    if (isLeft(run)) throw new Error('stopped')
    const kinds = new Set(
      [30, 60, 90, 120, 150].flatMap((days) => run.right.standing(day(days)).map(({ kind }) => kind)),
    )
    expect([...kinds].toSorted()).toEqual(['accountFailures', 'repeatRequests', 'sharedAccount', 'unusualAmount'])
  })
})
