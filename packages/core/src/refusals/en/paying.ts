import type { Sentences } from '../catalogue.js'

/** Payments, accounts, bank lines, extensions. */
export const paying = {
  ALREADY_PAID: (f) =>
    `${f.total('paid')} has been paid in this case already. What is paid can be changed only by a returned payment or a ruling.`,
  BANK_LINE_DIFFERS: (f) =>
    `The bank line shows ${f.money('line')}, but ${f.money('paid')} was paid. Find the line of this payment, or report an exception.`,
  BANK_LINE_TAKEN: (f) =>
    `Payment ${f.text('attempt')} is matched with bank line ${f.text('lineReference')} already. A payment has exactly one line.`,
  DESTINATION_NOT_ALLOWED: (f) =>
    `The policy does not pay by: ${f.word('method', 'method')}. ${f.has('allowed') ? `Choose the original method, or one of: ${f.word('method', 'allowed')}.` : 'Money goes back by the original method only.'}`,
  DESTINATION_NOT_VERIFIED: (f) =>
    `The account for payment by ${f.word('method', 'method')} has not been verified. Have an accountant who did not propose it verify it.`,
  EXTENSION_MISSING: (f) =>
    f.is('kind', 'extension')
      ? 'A notice of an extension must say which limit moves, to when and why. Add the extension.'
      : `A notice of this kind (${f.word('noticeKind', 'kind')}) extends nothing. Leave the extension out, or make it a notice of an extension.`,
  EXTENSION_NOT_LATER: (f) =>
    `The limit is ${f.text('limit')}; ${f.text('until')} is not later. State a time after the present limit.`,
  EXTENSION_NOT_TOLD: () =>
    'A limit is extended only by telling the customer, with the reason. Address the notice to the customer.',
  EXTENSION_TOO_LATE: (f) =>
    f.has('limit')
      ? `The limit passed at ${f.text('limit')}. It can be extended only before it passes.`
      : 'This limit does not run any more, so it cannot be extended.',
  METHOD_DIFFERS: (f) =>
    `The money is to go by ${f.word('method', 'destination')}, not by ${f.word('method', 'method')}. Pay that way, or have the account changed and verified first.`,
  NOTHING_TO_VERIFY: () =>
    'The money goes back the way it came, so there is no account to verify. Go on with the payment.',
  NOT_EXTENDABLE: (f) =>
    `The limit for “${f.word('deadlineRule', 'rule')}” cannot be extended. Only the limit of the whole case can, with a notice to the customer.`,
  NOT_PAID: (f) => {
    const last = f.has('status')
      ? f.word('attempt', 'status')
      : f.has('lastAttempt')
        ? f.word('attempt', 'lastAttempt')
        : ''
    return `There is no such successful payment in this case${last === '' ? '' : ` (${last})`}. Record the payment first.`
  },
  NO_BANK_LINE: (f) =>
    `What is paid from the ${f.word('method', 'method')} has no line at the bank. There is nothing to match.`,
  NO_OPEN_PAYMENT: () => 'No payment is under way in this case. Start a payment first.',
  NO_PAYMENT_EXCEPTION: (f) =>
    `No payment has failed or come back (the last one: ${f.word('attempt', 'lastAttempt')}). Record what became of the payment first.`,
  PAYMENT_OPEN: (f) =>
    `Payment ${f.text('attempt')} is under way. Record whether it succeeded or failed before anything is changed or paid again.`,
  PAYMENT_UNKNOWN_OPEN: (f) =>
    `Nobody knows yet what became of payment ${f.text('attempt')}. Ask the channel, and record success or failure, before anything is changed or paid again.`,
} satisfies Partial<Sentences>
