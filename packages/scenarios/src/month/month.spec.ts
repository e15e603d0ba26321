import { chinaRetail, threeShifts, type RecordedEvent } from '@refund-case/core'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { monthStaffName, playMonth, type MonthRun, type MonthSettings } from './index.js'

const played = async (settings: MonthSettings): Promise<MonthRun> => {
  const run = await playMonth(settings)
  if (isLeft(run)) throw new Error(JSON.stringify(run.left))
  return run.right
}

const eventsOf = async ({ shop }: MonthRun): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: Array<RecordedEvent> = []
  for await (const batch of shop.store.readAll()) if (isRight(batch)) events.push(...batch.right.events)
  return events
}

const outline = ({ stream, envelope: { type, occurredAt, actor } }: RecordedEvent) => [
  stream,
  type,
  occurredAt,
  actor.id,
]

const outlineOf = async (settings: MonthSettings) => (await eventsOf(await played(settings))).map(outline)

describe('a generated month', { timeout: 240_000 }, () => {
  const month = played({ cases: 250 })

  it('refuses nothing that the shop does by its own rules', async () => {
    expect((await month).refused).toEqual([])
  })

  it('has cases on all routes, at both desks, that end in all ways', async () => {
    const events = await eventsOf(await month)
    const requested = events
      .filter(({ envelope }) => envelope.type === 'Requested')
      .map(({ envelope }) => envelope.data)
    expect(new Set(requested.map(({ route }) => route))).toEqual(new Set(Object.keys(chinaRetail.routes)))
    expect(new Set(requested.map(({ desk }) => desk))).toEqual(new Set(['east', 'west']))
    const types = new Set(events.map(({ envelope }) => envelope.type))
    for (const type of [
      'Paid',
      'PaymentFailed',
      'SentBack',
      'Withdrawn',
      'Ruled',
      'Closed',
      'BankLineMatched',
      'FeedbackGiven',
    ])
      expect(types).toContain(type)
  })

  it('hands over every shift of the month, by people whom the directory knows', async () => {
    const events = await eventsOf(await month)
    const accepted = events.filter(
      ({ stream, envelope }) => stream.startsWith('shift-') && envelope.type === 'Accepted',
    )
    expect(accepted).toHaveLength(2 * 3 * 30)
    for (const { envelope } of events)
      if (envelope.actor.role !== 'customer' && envelope.actor.role !== 'system')
        expect(monthStaffName(envelope.actor.id)).toBeDefined()
  })

  it('closes both ledgers of the month in time', async () => {
    const { shop } = await month
    for (const department of ['customerService', 'finance'] as const) {
      const ledger = await shop.desks.ledger({ department, month: '2026-06' })()
      if (isLeft(ledger)) throw new Error('there is no ledger')
      expect(ledger.right.progress.archived).toBeDefined()
      expect(ledger.right.deadline).toMatchObject({ breached: false, due: { lastDay: '2026-07-01' } })
    }
  })

  it('is the same for the same seed, event by event, and another for another', async () => {
    // One shift a day: what takes time is to sign them.
    const wholeDay = { ...threeShifts('east'), roster: [{ name: 'day', from: '08:00', to: '08:00' }] } as const
    const small = { cases: 12, desks: [wholeDay] }
    const once = await outlineOf(small)
    expect(await outlineOf(small)).toEqual(once)
    expect(await outlineOf({ ...small, seed: 2 })).not.toEqual(once)
  })

  it('is refused where there is no such month', async () => {
    expect(await playMonth({ month: '2026-13' })).toMatchObject({ left: { kind: 'badMonth', month: '2026-13' } })
  })
})
