import type { Sentences } from '../catalogue.js'

/** How far a case is, and what its route allows. */
export const judging = {
  ALREADY_SUBMITTED: (f) =>
    `The case has been submitted already (${f.word('addressee', 'to')}). Wait for the answer of that department.`,
  ALTERNATIVE_NOT_OFFERED: (f) =>
    f.has('offered')
      ? `“${f.word('alternative', 'kind')}” was not offered. Choose one of: ${f.word('alternative', 'offered')}.`
      : `“${f.word('alternative', 'kind')}” was not offered: the case has no open offer. Only a decline can offer alternatives.`,
  CASE_ENDED: (f) =>
    `The case is ${f.word('situation', 'situation')} and takes no such step any more. Dispute it, reopen it if it is closed, or make a new request.`,
  CONCESSION_BY_LEAD: (f) =>
    `The inspection is: ${f.word('inspection', 'inspection')}. Only the customer-service lead may accept in spite of it, and must state a ground.`,
  DISPUTE_OPEN: (f) =>
    `The case is disputed (${f.word('disputeLevel', 'level')}) and cannot be closed. Settle the dispute first: accept, decline, pay or have it ruled.`,
  FAULT_SHEET_INCOMPLETE: (f) =>
    `The fault sheet is not complete; missing: ${f.word('faultSheetField', 'missing')}. Add a complete fault sheet as evidence.`,
  FORBIDDEN_BY_ROUTE: (f) =>
    `The route “${f.word('route', 'route')}” does not allow this step: ${f.word('event', 'milestone')}. Go on without it, or change the route.`,
  FUNDS_ALREADY_CHECKED: (f) =>
    f.is('funds', 'notReceived')
      ? 'The bank found that the funds were never received, so there is nothing to refund. Close the case; the customer may dispute it.'
      : `The funds have been checked already: ${f.word('funds', 'funds')}. Go on with the approval.`,
  FUNDS_NOT_CHECKED: () =>
    'Nobody has confirmed yet that the charged money was received. Have the cashier check the funds before anything is approved.',
  GOODS_NOT_RECEIVED: () => 'The warehouse has not received the goods. Record their receipt, then the inspection.',
  INSPECTION_INCONSISTENT: (f) =>
    `Line ${f.text('lineNo')}: ${f.text('received')} received, but ${f.text('accepted')} accepted and ${f.text('rejected')} rejected. Accepted and rejected must add up to received.`,
  INSPECTION_NOT_PASSED: (f) =>
    f.is('inspection', 'none')
      ? 'The goods have not been inspected. Have the warehouse inspect them first.'
      : `The inspection is: ${f.word('inspection', 'inspection')}. Review the case after inspection: decline it, or have the customer-service lead concede with a ground.`,
  LEAD_REVIEW_MISSING: () =>
    'A payment fault goes to the technical department only once the customer-service lead has accepted it. Have the lead review it.',
  LEVEL_NOT_RISING: (f) =>
    `The dispute has reached “${f.word('disputeLevel', 'last')}”; “${f.word('disputeLevel', 'level')}” is not above it. A dispute only goes up the ladder: choose a higher level.`,
  NOT_ACCEPTED: (f) =>
    `The case is ${f.word('situation', 'situation')}; no review has accepted it. Have customer service review and accept it first.`,
  NOT_CLOSED: (f) => `The case is ${f.word('situation', 'situation')}, not closed. There is nothing to reopen.`,
  NOT_DISPUTABLE: (f) =>
    `The case is ${f.word('situation', 'situation')}: nobody has decided anything yet that could be disputed. Wait for the review.`,
  NOT_DISPUTED: () => 'Nobody has disputed this case, so nothing can be ruled. Record the dispute first.',
  NOT_REVIEWED: (f) =>
    `The case is ${f.word('situation', 'situation')} and has no decision yet. Review it, or withdraw it, before it is closed.`,
  NOT_SUBMITTED: (f) =>
    `The case must first be submitted (${f.word('addressee', 'to')}); now it is: ${f.word('submission', 'submission')}. Have the customer-service lead submit it.`,
  ONE_TK_PER_SHEET: (f) =>
    `A fault sheet is for exactly the order of its case: the sheet names ${f.has('orderNos') ? f.text('orderNos') : 'none'}, the case is for ${f.has('ofCase') ? f.text('ofCase') : 'none'}. Write one sheet for each order.`,
  OUT_OF_ORDER: (f) => {
    const step = f.word('event', 'milestone')
    return f.has('missing')
      ? `This step comes too early: ${step}. First comes: ${f.word('event', 'missing')}.`
      : `This step comes too late: ${step}. It is not possible any more after: ${f.is('after', 'accepted') ? 'acceptance' : f.word('event', 'after')}.`
  },
  ROUTE_CHANGE_NOT_ALLOWED: (f) =>
    `A case cannot change from “${f.word('route', 'from')}” to “${f.word('route', 'to')}”. ${f.has('allowed') ? `It may change to: ${f.word('route', 'allowed')}.` : 'This route does not change; make another request.'}`,
  RULED_ALREADY: () =>
    'A ruling fixes what this case is paid, so the amount is not adjusted any more. Pay what was ruled, or dispute at a higher level.',
  RULING_MISSING: () => 'There is no ruling yet that this could rest on. Record the dispute and its ruling first.',
  STILL_PAYABLE: (f) =>
    `${f.has('amounts') ? f.total('amounts') : 'Money'} is still to be paid in this case. Pay it, or decline the case, before it is closed.`,
  TECHNICAL_REVIEW_MISSING: (f) =>
    `The technical department has not verified this fault (${f.word('submission', 'submission')}). Have it reviewed there before it goes to finance.`,
} satisfies Partial<Sentences>
