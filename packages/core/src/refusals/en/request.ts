import type { Sentences } from '../catalogue.js'

/** What is asked for, of which order, by whom. */
export const request = {
  AMOUNT_MALFORMED: (f) =>
    `“${f.text('input')}” is not an amount in ${f.text('currency')}. Write digits, and a point with at most ${f.text('decimals')} decimals after it.`,
  AMOUNT_MISSING: (f) =>
    `The request does not say how much ${f.word('component', 'component')} is asked for. State the claimed amount, above zero.`,
  AMOUNT_TOO_LARGE: (f) =>
    `“${f.text('input')}” ${f.text('currency')} is more than an amount can be. Check its digits.`,
  CLAIM_DIFFERS: (f) =>
    `${f.money('claimed')} is claimed in all, but the lines add up to ${f.money('lines')}. State amounts of the lines that add up to the claim.`,
  CONDITION_NOT_MET: (f) => {
    const failed = f.each('conditions', (c) => {
      if (c.is('condition', 'window')) return `the return window “${c.text('id')}” ended on ${c.text('lastDay')}`
      return c.has('lineNo')
        ? `line ${c.text('lineNo')} is not taken back (“${c.text('id')}”)`
        : `${c.word('condition', 'condition')} “${c.text('id')}”`
    })
    return `The request is outside the return conditions: ${failed}. Decline it, or have the customer-service lead accept it with a ground.`
  },
  CURRENCY_DIFFERS: (f) =>
    `The order is in ${f.text('order')}, but the policy is for ${f.text('policy')}. Name a policy in the currency of the order.`,
  CURRENCY_UNKNOWN: (f) => `“${f.text('currency')}” is not a currency of ISO 4217. Use a code such as CNY.`,
  CUSTOMER_MISSING: () => 'The request does not say whose refund it is. Name the customer by their id.',
  DUPLICATE_OPEN_CASE: (f) =>
    `Case ${f.text('caseId')} is open for the same ${f.has('lineNo') ? `goods (line ${f.text('lineNo')})` : 'thing'} already. Go on with that case, or have it withdrawn first.`,
  EVIDENCE_REQUIRED: (f) =>
    `${f.has('route') ? `A case of “${f.word('route', 'route')}”` : 'This'} needs evidence. Add at least one photo, video or document.`,
  LINES_MISSING: () => 'The request names no line of the order. Name the lines and how many units of each.',
  LINES_NOT_TAKEN: () => 'A request of this route is for one sum, not for lines. Leave the lines out.',
  LINE_AMOUNT_MISSING: (f) =>
    `The goods are kept, so it must be said how much of line ${f.text('lineNo')} is claimed. State an amount above zero for it.`,
  LINE_NOT_OF_CASE: (f) =>
    `Line ${f.text('lineNo')} is not part of this case, which is for line ${f.text('lines')}. Name only lines of the case.`,
  LINE_REPEATED: (f) => `Line ${f.text('lineNo')} stands twice. Name each line once, with its whole quantity.`,
  LINE_UNKNOWN: (f) => `The order has no line ${f.text('lineNo')}. Check the line numbers of the order.`,
  NOT_THE_CUSTOMER: () =>
    'A customer can act only on a case of their own. Have it done by the customer whose case it is, or by staff.',
  ORDER_DIFFERS: (f) =>
    `Order ${f.text('orderId')} was recorded with something else at ${f.text('place')}; what was bought and paid never changes. Hand in the order as it was recorded.`,
  ORDER_INCONSISTENT: (f) =>
    `The numbers of the order do not fit together: at ${f.text('place')} it says ${f.text('found')}, but ${f.text('expected')} was expected. Correct the order.`,
  ORDER_UNKNOWN: (f) =>
    f.is('orderId', 'none')
      ? 'The request names no order. State the order number; for a payment fault the complaint number will do.'
      : `Nothing is known of ${f.has('orderId') ? `order ${f.text('orderId')}` : 'the order of this case'}. Check the number, or have staff hand in the order.`,
  PARENT_REQUIRED: (f) =>
    f.is('parent', 'none')
      ? 'The request must name the case it belongs to. State that case as its parent.'
      : `There is no case ${f.text('parent')} that this request could belong to. Check the id of the parent case.`,
  REQUEST_LAPSED: () =>
    'This request was not finished in time and has lapsed; nothing is reserved for it any more. Ask again with a new key.',
  RETURN_FREIGHT_UNKNOWN: (f) =>
    `Case ${f.text('parent')} has no return shipment with paid freight and its receipt. Record the freight with the return shipment first.`,
  FREIGHT_NOT_COMPENSATED: (f) =>
    `The freight of a return is compensated only where the fault is: ${f.word('fault', 'needs')}; here it is: ${f.word('fault', 'fault')}. The customer bears this freight.`,
  ROUTE_DOES_NOT_FIT: (f) =>
    `“${f.word('route', 'route')}” does not fit an order that is ${f.word('shipment', 'shipment')}. Choose the route that fits the delivery.`,
  TIME_AHEAD: (f) =>
    `${f.text('field')} is ${f.text('given')}, later than now (${f.text('now')}). State a time that has been.`,
} satisfies Partial<Sentences>
