import { china2026, chinaRetail, nearestInstant } from '@refund-case/core'
import { describe, expect, it } from 'vitest'
import { ExpectationFailed, sealed, serviceSpecification, type Commanded, type HappenedEvent } from '../src/index.js'

const at = (text: string) => nearestInstant(Date.parse(`${text}+08:00`))

const { given } = serviceSpecification({
  policy: chinaRetail,
  calendars: [china2026],
  start: at('2026-03-09T10:00:00.000'),
  order: {
    orderId: 'A-1',
    currency: 'CNY',
    lines: [{ lineNo: 1, sku: 'kettle', quantity: 3, gross: 29_700 }],
    discount: 0,
    freight: 1_200,
    paid: 30_900,
    channel: 'online',
    purchasedAt: at('2026-03-05T19:40:00.000'),
    shipment: 'received',
    receivedAt: at('2026-03-08T12:10:00.000'),
  },
})

const requested: Commanded = {
  at: at('2026-03-09T10:05:00.000'),
  by: { id: 'c-1', role: 'customer' },
  command: 'request',
  with: {
    route: 'returnRefund',
    orderId: 'A-1',
    lines: [{ lineNo: 1, quantity: 2 }],
    reason: 'qualityDefect',
    channel: 'website',
  },
}
const noted: Commanded = {
  at: at('2026-03-09T10:10:00.000'),
  by: { id: 'li', role: 'customerService' },
  command: 'note',
  with: { channel: 'hotline', direction: 'inbound', text: 'both leak at the handle' },
}
const happened: HappenedEvent = {
  type: 'Noted',
  data: { channel: 'hotline', direction: 'inbound', text: sealed('both leak at the handle') },
  occurredAt: '2026-03-09T02:10:00.000Z',
  by: 'li',
}

describe('given commands, when a command, then', () => {
  it('exactly these events stand in the case, their texts opened', () => given(requested).when(noted).then(happened))

  it('exactly this refusal', () =>
    given(requested)
      .when({ by: { id: 'li', role: 'customerService' }, command: 'approve' })
      .thenRefused({ code: 'NOT_ACCEPTED', rule: '§3', facts: { situation: 'requested' } }))

  const loose: ReadonlyArray<readonly [what: string, events: ReadonlyArray<HappenedEvent>]> = [
    ['no events', []],
    ['one event too many', [happened, happened]],
    ['another text', [{ ...happened, data: { channel: 'hotline', direction: 'inbound', text: sealed('leaks') } }]],
    ['a millisecond later', [{ ...happened, occurredAt: '2026-03-09T02:10:00.001Z' }]],
    ['somebody else', [{ ...happened, by: 'mei' }]],
    ['some of the fields', [{ ...happened, data: { channel: 'hotline' } }]],
  ]
  it.each(loose)('not %s', async (_what, events) => {
    await expect(
      given(requested)
        .when(noted)
        .then(...events),
    ).rejects.toBeInstanceOf(ExpectationFailed)
  })

  it('says so where what was given is refused itself', async () => {
    await expect(
      given({ ...requested, with: {} })
        .when(noted)
        .then(happened),
    ).rejects.toThrow('given command 1 (request) was refused')
  })
})
