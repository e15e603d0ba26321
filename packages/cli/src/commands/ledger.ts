import { ledgers } from '@refund-case/core'
import { sha256 } from '@refund-case/node'
import { customerServiceLedgerForm, financeLedgerForm } from '@refund-case/reports'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { cliError } from '../cli-error.js'
import { known } from '../papers/books.js'
import { monthAsked } from '../papers/dates.js'
import { paperCommand, type Printable } from '../papers/paper-command.js'

const departments = ['customerService', 'finance'] as const

export const ledgerCommand = paperCommand({
  name: 'ledger',
  summary: 'prints the monthly ledgers of customer service and finance',
  about: 'Prints the ledgers (客服退单统计表, 财务退单统计表) of every month that has any, or of the one asked for.',
  options: { month: 'only this month, such as 2026-06', department: 'only of customerService or finance' },
  forms: async (books, asked) => {
    const month = monthAsked(asked['month'])
    if (isLeft(month)) return month
    const department = departments.find((name) => name === asked['department'])
    if (department === undefined && asked['department'] !== undefined)
      return left(cliError('DEPARTMENT_UNKNOWN', `--department knows ${departments.join(' and ')}`))
    const view = await known(books, ledgers({ sha256, timeZone: books.zone }))
    if (isLeft(view)) return view
    const months = month.right === undefined ? view.right.months() : [month.right]
    return right(
      months.flatMap((each): ReadonlyArray<Printable> => {
        const both = [
          { name: `ledger-customerService-${each}`, form: customerServiceLedgerForm(view.right.customerService(each)) },
          { name: `ledger-finance-${each}`, form: financeLedgerForm(view.right.finance(each)) },
        ]
        return department === undefined ? both : both.filter(({ name }) => name.includes(department))
      }),
    )
  },
})
