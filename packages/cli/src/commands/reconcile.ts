import { reconcile, refundRegisters } from '@refund-case/core'
import { reconciliationForm } from '@refund-case/reports'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { cliError } from '../cli-error.js'
import { bankLinesIn } from '../papers/bank-file.js'
import { known } from '../papers/books.js'
import { dayAsked } from '../papers/dates.js'
import { paperCommand } from '../papers/paper-command.js'

export const reconcileCommand = paperCommand({
  name: 'reconcile',
  summary: 'holds bank lines against what was recorded as paid',
  about: `Prints the reconciliation (退款流水) of the cashier's bank lines, a CSV file, with the payments of its days: matched, only
ours, only theirs, ambiguous, and every line that could not be read.`,
  options: {
    bank: 'the CSV file of the bank, in UTF-8',
    settings: 'how the bank writes its lines, as JSON (see docs/reports.md)',
    from: 'the first day of payments (default that of the lines)',
    to: 'the last day (default that of the lines)',
  },
  forms: async (books, asked) => {
    if (asked['bank'] === undefined)
      return left(cliError('BANK_FILE_MISSING', 'say with --bank which file the lines are in'))
    const lines = await bankLinesIn(asked['bank'], asked['settings'])
    if (isLeft(lines)) return lines
    const dates = lines.right.lines.map(({ date }) => date).toSorted()
    const from = dayAsked(asked['from'] ?? dates[0], books)
    if (isLeft(from)) return from
    const to = dayAsked(asked['to'] ?? dates.at(-1), books)
    if (isLeft(to)) return to
    if (from.right > to.right) return left(cliError('DATES_REVERSED', `--from ${from.right} is after --to ${to.right}`))
    const view = await known(books, refundRegisters({ timeZone: books.zone }))
    if (isLeft(view)) return view
    const reconciled = reconcile(view.right.payments(from.right, to.right), lines.right)
    return right([{ name: `reconciliation-${to.right}`, form: reconciliationForm(reconciled, books.zone) }])
  },
})
