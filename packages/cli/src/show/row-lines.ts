import type { PlayReader } from './reader.js'
import { rowLines, underRow } from './row.js'
import type { StepRow } from './step-rows.js'
import { yearOf } from './values.js'

/** Writes row after row, each with what stands under it; a year stands only where it is another than before. */
export type WriteRow = (row: StepRow, reader: PlayReader) => ReadonlyArray<string>

export const rowWriter = (firstYear: string): WriteRow => {
  let lastYear = firstYear
  return ({ row, reason, missed }, reader) => {
    const year = yearOf(row.at, reader)
    const sameYear = year === lastYear
    lastYear = year
    return [
      ...rowLines({ ...row, sameYear }, reader),
      ...(reason === undefined ? [] : underRow(reason, reader).map((line) => reader.paint.quiet(line))),
      ...missed.flatMap((text) => underRow(`! ${text}`, reader).map((line) => reader.paint.warning(line))),
    ]
  }
}
