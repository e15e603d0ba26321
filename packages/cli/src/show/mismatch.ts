import type { Mismatch } from '@refund-case/scenarios'
import type { Reader } from './reader.js'

/** What was not as expected: where it stands in the file, and the lines that differ. */
export const mismatchLines = (file: string, mismatch: Mismatch, { paint }: Reader): ReadonlyArray<string> => [
  paint.bad(`${file}:${mismatch.line} ${mismatch.about}`) + paint.quiet(` ${mismatch.path}`),
  ...mismatch.diff.map(
    (line) => `    ${line.startsWith('- ') ? paint.bad(line) : line.startsWith('+ ') ? paint.good(line) : line}`,
  ),
]
