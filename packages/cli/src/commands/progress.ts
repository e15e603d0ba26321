import { caseProgress, tellProgress } from '@refund-case/core'
import { progressForm } from '@refund-case/reports'
import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { cliError } from '../cli-error.js'
import { known } from '../papers/books.js'
import { casesIn } from '../papers/cases.js'
import { paperCommand, type Printable } from '../papers/paper-command.js'

export const progressCommand = paperCommand({
  name: 'progress',
  summary: 'tells the customer of a case how far it is',
  about: `Prints the progress (退款进度查询) of a case in words for its customer; nothing internal is in it. Of a scenario every
case is told; of a store say which.`,
  options: { case: 'the number of the case, such as 2026-000001' },
  forms: async (books, asked, { language }) => {
    const said = asked['case']
    if (said === undefined && books.name === '') return left(cliError('CASE_MISSING', 'say which with --case NUMBER'))
    const cases = await casesIn(books)
    if (isLeft(cases)) return cases
    const chosen = [...cases.right].filter(([caseNo]) => said === undefined || caseNo === said)
    if (said !== undefined && chosen.length === 0)
      return left(cliError('CASE_UNKNOWN', `there is no case ${said.slice(0, 40)}`))
    const told: Array<Printable> = []
    for (const [caseNo, caseId] of chosen) {
      const query = await known(books, caseProgress(caseId))
      if (isLeft(query)) return query
      const progress = query.right.current()
      if (progress === undefined) continue
      const words = tellProgress(progress, language, { timeZone: books.zone })
      told.push({ name: `progress-${caseNo}`, form: progressForm(progress, words, books.zone) })
    }
    return right(told)
  },
})
