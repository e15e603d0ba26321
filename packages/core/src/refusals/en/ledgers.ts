import type { Sentences } from '../catalogue.js'

/** The way of a month's ledgers, until it is closed. */
export const ledgers = {
  CUT_MOVED: (f) =>
    `A ledger of the month was prepared again since ${f.text('by')} approved this one at ${f.text('at')}, so other rows may be in it. Have it approved again.`,
  LEDGERS_DIFFER: (f) =>
    `The two ledgers of the month must list the same cases and amounts, but this one has ${f.text('rows')} rows (${f.text('totals')}) and the other ${f.text('otherRows')} (${f.text('otherTotals')}). Prepare both from the same events.`,
  LEDGER_DIGEST_DIFFERS: (f) =>
    `This is not the ledger that was approved: its digest is ${f.text('digest')}, not ${f.text('approved')}. Take the approved one, or prepare it again.`,
  LEDGER_OUT_OF_ORDER: (f) => `The step before is missing: ${f.word('ledgerStep', 'missing')}. Have that done first.`,
  LEDGER_STEP_TAKEN: (f) =>
    `This step (${f.word('ledgerStep', 'step')}) was taken by ${f.text('by')} at ${f.text('at')} already. Go on with the next one, or prepare the ledger again.`,
  MONTH_CLOSED: () =>
    'The month is closed: one of its ledgers is archived. What comes now is a correction in the open month.',
  MONTH_NOT_OVER: (f) =>
    `The month lasts until ${f.text('to')}, and it is ${f.text('now')}. Prepare its ledger from then on.`,
  OTHER_LEDGER_MISSING: (f) =>
    `Archiving closes the month for both departments, and this one has not prepared its ledger: ${f.word('ledgerDepartment', 'department')}. Have it prepared first.`,
} satisfies Partial<Sentences>
