import type { OrderFacts } from '../../src/order-account/index.js'
import * as say from './commands.js'
import type { Step } from './giving.js'
import { anOrder } from './orders.js'

/** A command that changes what its case holds of the order, what it was judged, or the confirmed funds. */
export interface Journey {
  readonly order: OrderFacts
  /** What leads there, the request first. */
  readonly before: ReadonlyArray<Step>
  readonly command: Step
}

const received = anOrder()
const unshipped = anOrder({ shipment: 'unshipped' })

export const asked = [say.request()]
export const accepted = [...asked, say.accept()]
export const declined = [...asked, say.decline()]
export const arrived = [...accepted, say.ship(), say.receive()]
export const approved = [...arrived, say.inspect(), ...say.approvals]
const kept = [say.keepGoods(5_000), say.accept()]
export const fault: ReadonlyArray<Step> = [
  {
    ...say.request(),
    body: {
      route: 'paymentFault',
      complaintNo: 'complaint-1',
      lines: [],
      claimed: 5_600,
      reason: 'chargedWithoutOrderNo',
      channel: 'hotline',
      customer: { subject: 'customer-ann' },
    },
  },
  say.faultSheet(),
  say.accept(),
  say.submit('technical'),
  say.technicalReview(),
  say.submit('finance'),
]

export const journey = (before: ReadonlyArray<Step>, command: Step, order = received): Journey => ({
  order,
  before,
  command,
})

/** Every kind of command after which the account must follow. */
export const journeys: Readonly<Record<string, Journey>> = {
  'a request of units': journey([], say.request()),
  'a request of money': journey([], say.keepGoods(5_000)),
  'a request of compensation': journey([], say.request({ route: 'compensation', lines: [], claimed: 2_000 })),
  'a review that accepts': journey(asked, say.accept()),
  'a review that reserves freight': journey(
    [
      say.request({
        lines: [
          { lineNo: 1, quantity: 3 },
          { lineNo: 2, quantity: 1 },
        ],
      }),
    ],
    say.accept(),
  ),
  'a review that declines': journey(asked, say.decline()),
  'a withdrawal': journey(accepted, say.withdraw()),
  'an adjustment to more money': journey(kept, say.adjust({ lines: [{ lineNo: 1, quantity: 3, amount: 7_000 }] })),
  'an adjustment to less money': journey(kept, say.adjust({ lines: [{ lineNo: 1, quantity: 3, amount: 3_000 }] })),
  'an adjustment to more units': journey(accepted, say.adjust({ lines: [{ lineNo: 1, quantity: 3 }] })),
  'an adjustment to fewer units': journey(accepted, say.adjust({ lines: [{ lineNo: 1, quantity: 1 }] })),
  'a change of route to keeping the goods': journey(
    accepted,
    say.changeRoute({ to: 'keepGoodsRefund', lines: [{ lineNo: 1, quantity: 2, amount: 4_000 }] }),
  ),
  'a change of route to returning them': journey(
    kept,
    say.changeRoute({ to: 'returnRefund', lines: [{ lineNo: 1, quantity: 3 }] }),
  ),
  'a dispute of a decline': journey(declined, say.dispute()),
  'a dispute of what was withdrawn': journey([...accepted, say.withdraw()], say.dispute()),
  'a reopening of what was closed unpaid': journey([...arrived, say.inspect(2, 0), say.close()], say.reopen()),
  'a ruling for the merchant to have the goods': journey([...declined, say.dispute()], say.rule()),
  'a ruling for the customer to keep them': journey(
    [...declined, say.dispute()],
    say.rule({ goodsTo: 'customer', amounts: { goods: 12_000 } }),
  ),
  'an alternative taken': journey(declined, say.acceptAlternative()),
  'an inspection that passes in part': journey(arrived, say.inspect(2, 1)),
  'funds found received': journey(fault, say.checkFunds({ result: 'received', amount: 5_600 })),
  'funds found never to have come': journey(fault, say.checkFunds({ result: 'notReceived' })),
  'a payment started': journey(approved, say.startPayment()),
  'a payment failed': journey([...approved, say.startPayment()], say.failPayment()),
  'a payment made at once': journey(approved, say.pay()),
  'a payment made in the end': journey([...approved, say.startPayment()], say.pay()),
  'a payment reversed': journey([...approved, say.pay()], say.reverse({})),
  'a payment reversed after closing': journey([...approved, say.pay(), say.close()], say.reverse({})),
  'a closing without payment': journey([...arrived, say.inspect(2, 0)], say.close()),
  'a closing after payment': journey([...approved, say.pay()], say.close()),
  'an unshipped request': journey([], say.request({ route: 'unshippedRefund' }), unshipped),
}
