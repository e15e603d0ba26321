/** A short story with a refusal, a race's worth of nothing, and one other way to go on. */
export const smallScenario = `scenario: chipped-mug
title: A chipped mug, refunded in part
about: |
  The mug stays with the customer.
policy: chinaRetail
people:
  customer: { id: c-1, role: customer }
  li: customerService
orders:
  TK1:
    purchasedAt: 2026-03-02 20:15
    receivedAt: 2026-03-06 11:00
    lines: [{ sku: mug, quantity: 1, price: 120.00 }]
steps:
  - at: 2026-03-09 10:00
    name: asked
    title: Part of the price, for a chip
    by: customer
    command: request
    case: C1
    with: { route: keepGoodsRefund, orderId: TK1, lines: [{ lineNo: 1, quantity: 1, amount: 40.00 }], reason: qualityDefect, evidence: [photo] }
    expect:
      events: [Requested: { claimed: { goods: 40.00 } }]
  - at: 2026-03-09 10:05
    by: customer
    command: request
    case: C2
    with: { route: keepGoodsRefund, orderId: TK1, lines: [{ lineNo: 1, quantity: 1, amount: 90.00 }], reason: qualityDefect, evidence: [photo] }
    expect: { refused: AMOUNT_EXCEEDS_REFUNDABLE }
  - { at: 2026-03-09 15:00, by: li, command: review, case: C1, with: { stage: intake, outcome: accepted, fault: merchant }, expect: { events: [Reviewed: { quote.amounts: { goods: 40.00 } }], binding: { payment: 2026-03-12 } } }
finally:
  moneyOut: 0.00
variants:
  - name: too-late
    title: Nobody looks at it in time
    after: asked
    steps:
      - { at: 2026-03-10 10:06, by: li, command: review, case: C1, with: { stage: intake, outcome: accepted, fault: merchant }, expect: { events: [Reviewed], breaches: { review: { limit: 2026-03-10 10:00, met: 2026-03-10 10:06 } } } }
`
