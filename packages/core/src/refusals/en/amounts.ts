import type { Sentences } from '../catalogue.js'

/** How much there is, how much is asked, and who has the rest. */
export const amounts = {
  AMOUNT_EXCEEDS_REFUNDABLE: (f) => {
    const of = f.has('component')
      ? ` (${f.word('component', 'component')}${f.has('lineNos') ? `, line ${f.text('lineNos')}` : ''})`
      : ''
    return f.none('held', 'free')
      ? `${f.money('asked')}${of} is asked for, but nothing is left to refund. Look at the other cases of the order.`
      : `${f.money('asked')}${of} is asked for, but only ${f.money('free', 'held')} can be refunded. Ask for that or less.`
  },
  AMOUNT_NOT_ADJUSTED: () =>
    'The goods passed inspection only in part, so the amount must be adjusted to what passed. Adjust it, then approve.',
  AMOUNT_UNCHANGED: (f) =>
    `The case stands at ${f.total('amounts')} already. Leave it, or state other lines, deductions or another amount.`,
  COMPENSATION_CAP: (f) =>
    `${f.money('asked')} of compensation is asked for, but the policy leaves ${f.money('free', 'held')} for this case of at most ${f.money('cap')} for the order. Ask for ${f.money('free', 'held')} or less.`,
  DEDUCTION_EXCEEDS: (f) =>
    `The deduction “${f.word('deduction', 'reason')}” takes ${f.money('asked')}, but there is only ${f.money('free')} to take it from. Deduct ${f.money('free')} or less.`,
  FIELD_NOT_TAKEN: (f) =>
    `On the route “${f.word('route', 'route')}” this has no effect: ${f.text('fields')}. Leave it out.`,
  FREIGHT_NOT_DUE: (f) =>
    f.none('held')
      ? `Outbound freight of ${f.money('asked')} is not due to this case, or no longer. Adjust the amount without it, or ask when the whole order is refunded.`
      : `Outbound freight of ${f.money('asked')} is in the amount, but the case holds only ${f.money('held')} of it. Adjust the amount.`,
  NOT_COVERED: (f) => {
    const short = f.each('short', (s) => {
      const of = `${s.word('component', 'of')}${s.has('lineNo') ? ` of line ${s.text('lineNo')}` : ''}`
      return s.is('of', 'units')
        ? `${of}: ${s.text('held')} of ${s.text('asked')}`
        : `${of}: ${s.money('held')} of ${s.money('asked')}`
    })
    return `The order no longer holds all that this case is to be paid (${short}). Adjust the amount to what is held, or wait until the other cases of the order release it.`
  },
  PAID_ABOVE_AMOUNT: (f) =>
    `${f.total('paid')} was paid already, of one kind of money more than the amount now has of it (${f.total('amounts')} in all). Have the payment returned first, or the amount ruled or adjusted so that it covers what was paid.`,
  QUANTITY_EXCEEDS: (f) =>
    f.none('held', 'free')
      ? `${f.text('asked')} units of line ${f.text('lineNo')} are asked for, but none is left. Look at the other cases of the order.`
      : `${f.text('asked')} units of line ${f.text('lineNo')} are asked for, but there are only ${f.count('free', 'held')}. Ask for that many or fewer.`,
  UNITS_TAKEN: (f) =>
    `Case ${f.text('caseId')} holds goods or money that this case asks for${f.has('lineNo') ? ` (line ${f.text('lineNo')})` : ''}. Finish or withdraw that case first.`,
} satisfies Partial<Sentences>
