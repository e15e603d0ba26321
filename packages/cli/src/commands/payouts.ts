import { payoutLists } from '@refund-case/core'
import { payoutListForm } from '@refund-case/reports'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { known } from '../papers/books.js'
import { dayAsked } from '../papers/dates.js'
import { paperCommand } from '../papers/paper-command.js'

export const payoutsCommand = paperCommand({
  name: 'payouts',
  summary: 'prints the payout list of a day',
  about: `Prints the payout list (退款清单) of a day: what was paid and what failed on it, and what was due, on its way or of
unknown fate at its end.`,
  options: { date: 'the day (default the one that is read)' },
  forms: async (books, asked) => {
    const date = dayAsked(asked['date'], books)
    if (isLeft(date)) return date
    const view = await known(books, payoutLists({ timeZone: books.zone }))
    if (isLeft(view)) return view
    return right([{ name: `payouts-${date.right}`, form: payoutListForm(view.right.list(date.right)) }])
  },
})
