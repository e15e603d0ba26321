import { journals } from '@refund-case/core'
import { journalForm } from '@refund-case/reports'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { known } from '../papers/books.js'
import { paperCommand } from '../papers/paper-command.js'

export const journalCommand = paperCommand({
  name: 'journal',
  summary: 'prints the double entry of every event that moved money',
  about: 'Prints every posting, debits equal to credits in each event, and the cases on which something is still open.',
  options: {},
  forms: async (books) => {
    const view = await known(books, journals())
    if (isLeft(view)) return view
    const { entries, openBalances } = view.right
    return right([{ name: 'journal', form: journalForm(entries(), openBalances(), books.zone) }])
  },
})
