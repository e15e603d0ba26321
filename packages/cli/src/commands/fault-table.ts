import { faultTables, handoverSheets } from '@refund-case/core'
import { faultTableForm } from '@refund-case/reports'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { known } from '../papers/books.js'
import { dayAsked } from '../papers/dates.js'
import { desksAsked } from '../papers/desks.js'
import { paperCommand } from '../papers/paper-command.js'

export const faultTableCommand = paperCommand({
  name: 'fault-table',
  summary: 'prints the daily fault table of a desk',
  about:
    'Prints the daily fault table (故障统计表) of each desk: what finance made of the cases of the shifts of a day.',
  options: { desk: 'only of this desk', date: 'the day (default the one that is read)' },
  forms: async (books, asked) => {
    const date = dayAsked(asked['date'], books)
    if (isLeft(date)) return date
    const sheets = await known(books, handoverSheets())
    if (isLeft(sheets)) return sheets
    const desks = desksAsked(asked['desk'], sheets.right)
    if (isLeft(desks)) return desks
    const view = await known(books, faultTables())
    if (isLeft(view)) return view
    return right(
      desks.right.map((desk) => ({
        name: `fault-table-${desk}-${date.right}`,
        form: faultTableForm(view.right.table(desk, date.right)),
      })),
    )
  },
})
