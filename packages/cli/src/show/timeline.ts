import type { CaseRun, PlayRun } from '@refund-case/scenarios'
import { follower } from './binding.js'
import { labelsFor } from './labels.js'
import { word, type PlayReader } from './reader.js'
import { rowWriter } from './row-lines.js'
import { headingLines } from './row.js'
import { stepRows, type StepRow } from './step-rows.js'
import { total, yearOf } from './values.js'

/** A case in one line: its alias, number, route, order, situation, and what was paid. */
const caseHeading = (run: CaseRun, reader: PlayReader): string => {
  const { paint, language } = reader
  const order = run.orderId === undefined ? [] : [`${labelsFor(language).order} ${run.orderId}`]
  const parts = [run.caseNo, word(reader, 'route', run.route), ...order, word(reader, 'situation', run.situation)]
  return [paint.heading(run.case), ...parts, paint.money(`${total(run.amounts.paid, reader)} ${reader.currency}`)].join(
    ' · ',
  )
}

const alone = ({ case: _alias, ...row }: StepRow['row']): StepRow['row'] => row

/** The history of each case of a play, refused commands with their reasons among it. */
export const timelines = (play: PlayRun, reader: PlayReader): ReadonlyArray<string> => {
  const follow = follower()
  const rows = play.steps.flatMap((step) => stepRows(step, follow, reader))
  return play.cases.flatMap((run) => {
    const own = rows.filter(({ row }) => row.case === run.case)
    const year = own[0] === undefined ? '' : yearOf(own[0].row.at, reader)
    const write = rowWriter(year)
    return [
      caseHeading(run, reader),
      ...headingLines(year, reader),
      ...own.flatMap(({ row, ...under }) => write({ ...under, row: alone(row) }, reader)),
      '',
    ]
  })
}
