// oxlint-disable oxc/no-map-spread -- it is arbitraries that are mapped, not lists
import { nearestInstant, type Instant, type OrderFacts } from '@refund-case/core'
import fc from 'fast-check'
import { LARGEST_AMOUNT, minorUnits } from './amounts.js'

export interface OrderConstraints {
  /** Default `O-1`. */
  readonly orderId?: string
  /** Default CNY. */
  readonly currency?: string
  /** Default 3. */
  readonly maxLines?: number
  /** Units of one line (default 4). */
  readonly maxQuantity?: number
  /** What a whole line may cost, minor units (default 50,000); one line in twelve costs the most there can be. */
  readonly maxGross?: number
  /** How far the delivery is (default: any of the three). */
  readonly shipment?: OrderFacts['shipment']
  /** The order was received, if at all, before this (default 2026-02-01T00:00:00.000Z). */
  readonly before?: Instant
}

type Line = OrderFacts['lines'][number]

const tags = fc.oneof(
  { arbitrary: fc.constant({}), weight: 4 },
  fc.constantFrom({ tags: ['customMade'] }, { tags: ['declaredDefect'] }),
)

const lineNos = (count: number) =>
  fc.oneof(
    { arbitrary: fc.constant(Array.from({ length: count }, (_, at) => at + 1)), weight: 3 },
    // A shop may number its lines as it likes.
    fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { minLength: count, maxLength: count }),
  )

const lines = ({ maxLines = 3, maxQuantity = 4, maxGross = 50_000 }: OrderConstraints) => {
  const gross = fc.oneof(
    { arbitrary: minorUnits({ max: maxGross }), weight: 11 },
    fc.constant(Math.min(2_000_000_000, LARGEST_AMOUNT)),
  )
  const one = fc.record({ quantity: fc.integer({ min: 1, max: maxQuantity }), gross, more: tags })
  return fc.array(one, { minLength: 1, maxLength: maxLines }).chain((list) =>
    lineNos(list.length).map((numbers) =>
      list.map(({ quantity, gross: price, more }, at): Line => ({
        lineNo: numbers[at] ?? at + 1,
        sku: `sku-${at + 1}`,
        quantity,
        gross: price,
        ...more,
      })),
    ),
  )
}

const HOUR = 3_600_000

/**
 * An order: small, with lines that do not divide evenly, free lines, discounts up to the whole price, line numbers in
 * any sequence. What was paid always follows from the rest.
 */
export const orders = (constraints: OrderConstraints = {}): fc.Arbitrary<OrderFacts> => {
  const { orderId = 'O-1', currency = 'CNY', before = '2026-02-01T00:00:00.000Z' } = constraints
  const end = Date.parse(before)
  const shipment =
    constraints.shipment === undefined
      ? fc.constantFrom<OrderFacts['shipment']>('received', 'unshipped', 'received', 'shipped')
      : fc.constant(constraints.shipment)
  return fc
    .record({
      lines: lines(constraints),
      percentOff: fc.oneof({ arbitrary: fc.constant(0), weight: 2 }, fc.integer({ min: 0, max: 100 })),
      freight: fc.oneof({ arbitrary: fc.constant(0), weight: 1 }, minorUnits({ max: 2_000 })),
      shipment,
      hoursAgo: fc.integer({ min: 1, max: 20 * 24 }),
      hoursOnTheWay: fc.integer({ min: 0, max: 7 * 24 }),
    })
    .map(({ lines: list, percentOff, freight, shipment: how, hoursAgo, hoursOnTheWay }) => {
      const gross = list.reduce((sum, line) => sum + line.gross, 0)
      const discount = Math.floor((gross * percentOff) / 100)
      const receivedAt = end - hoursAgo * HOUR
      return {
        orderId,
        currency,
        lines: list,
        discount,
        freight,
        paid: gross - discount + freight,
        channel: 'online',
        purchasedAt: nearestInstant(receivedAt - hoursOnTheWay * HOUR),
        shipment: how,
        ...(how === 'received' ? { receivedAt: nearestInstant(receivedAt) } : {}),
      }
    })
}
