import fc from 'fast-check'
import { isRight, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { openAccount, orderOf } from '../../test/order-account.js'
import { instantFromMillis } from '../calendar/index.js'
import { checkOrder, OrderFacts, RecordedOrder } from './index.js'

const order = fc
  .record({
    lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(9_000_000)), {
      minLength: 1,
      maxLength: 6,
    }),
    discount: fc.nat(),
    freight: fc.nat(5_000),
  })
  .map(({ lines, discount, freight }) => {
    const gross = lines.reduce((sum, [, amount]) => sum + amount, 0)
    return orderOf(lines, { freight, discount: discount % (gross + 1) })
  })

const at = (millis: number) => {
  const instant = instantFromMillis(millis)
  if (!isRight(instant)) throw new Error('no instant')
  return instant.right
}

describe('an order as the shop states it', () => {
  it('is kept with the net of each line: together they are what was paid for goods', () => {
    fc.assert(
      fc.property(order, (facts) => {
        const checked = checkOrder(facts)
        if (!isRight(checked)) throw new Error(JSON.stringify(checked))
        expect(OrderFacts.is(facts) && RecordedOrder.is(checked.right)).toBe(true)
        expect(checked.right.lines.reduce((sum, { net }) => sum + net, 0)).toBe(facts.paid - facts.freight)
      }),
      { numRuns: 300 },
    )
  })

  const one = orderOf([[1, 100]], { discount: 10, freight: 5 })
  it.each([
    ['/lines', { ...one, lines: [] }],
    ['/lines/1/lineNo', { ...one, lines: [...one.lines, ...one.lines] }],
    ['/discount', { ...one, discount: 101 }],
    ['/paid', { ...one, paid: 96 }],
    ['/shipment', { ...one, shipment: 'shipped' as const }],
    ['/receivedAt', { ...one, purchasedAt: at(Date.parse('2027-01-01')) }],
  ])('is refused with the place that does not fit: %s', (place, facts) => {
    expect(checkOrder(facts)).toMatchObject({ left: { code: 'ORDER_INCONSISTENT', facts: { place } } })
  })

  it('whose numbers are not amounts in minor units is not an order', () => {
    for (const paid of [-1, 0.5, Number.NaN, Infinity, -0, 2 ** 53, '1'])
      expect(OrderFacts.is({ ...one, paid })).toBe(false)
    expect(OrderFacts.is({ ...one, lines: [{ ...one.lines[0], quantity: 0 }] })).toBe(false)
  })
})

describe('stating an order again (ORDER_DIFFERS)', () => {
  it('changes nothing', () => {
    fc.assert(
      fc.property(order, (facts) => {
        const account = openAccount(facts)
        expect(account.record(facts)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })

  it('may move the delivery on, and never back', () => {
    const { receivedAt, ...bare } = orderOf([[2, 200]])
    const account = openAccount({ ...bare, shipment: 'unshipped' })
    expect(account.record({ ...bare, shipment: 'shipped' })).toEqual([
      { type: 'OrderUpdated', data: { shipment: 'shipped' } },
    ])
    expect(account.record({ ...bare, shipment: 'unshipped' })).toEqual([])
    expect(account.record({ ...orderOf([[2, 200]]) })).toEqual([
      { type: 'OrderUpdated', data: { shipment: 'received', receivedAt } },
    ])
    expect(account.record({ ...bare, shipment: 'received' })).toEqual([])
    expect(account.now().order?.receivedAt).toBe(receivedAt)
  })

  const stated = orderOf([
    [2, 200],
    [1, 50],
  ])
  const [first, second] = stated.lines
  it.each([
    ['/currency', { ...stated, currency: 'USD' }],
    ['/channel', { ...stated, channel: 'other' }],
    ['/discount', { ...stated, discount: 1, paid: stated.paid - 1 }],
    ['/freight', { ...stated, freight: 1, paid: stated.paid + 1 }],
    ['/purchasedAt', { ...stated, purchasedAt: at(0) }],
    [
      '/lines/1/gross',
      {
        ...orderOf([
          [2, 200],
          [1, 51],
        ]),
        paid: 251,
      },
    ],
    [
      '/lines/0/quantity',
      orderOf([
        [3, 200],
        [1, 50],
      ]),
    ],
    ['/lines/0/sku', { ...stated, lines: [{ ...first, sku: 'other' }, second] }],
    ['/lines/1/tags', { ...stated, lines: [first, { ...second, tags: ['customMade'] }] }],
    ['/lines/0/lineNo', { ...stated, lines: [second, first] }],
  ])('is refused where it differs in what was bought or paid: %s', (place, facts) => {
    if (!OrderFacts.is(facts)) throw new Error('not an order')
    const expected = place === '/lines/1/gross' ? '/paid' : place
    expect(openAccount(stated).record(facts)).toEqual({
      code: 'ORDER_DIFFERS',
      facts: { orderId: 'O1', place: expected },
    })
  })

  it('a discount of nothing over lines of nothing is nothing', () => {
    expect(checkOrder(orderOf([[3, 0]]))).toMatchObject(right({ lines: [{ net: 0 }] }))
  })
})
