import type { Pointer } from '../source/pointer.js'
import { lineDiff } from './line-diff.js'
import type { Mismatch } from '../run/result.js'

/** What one expectation found: two texts, the same where it is fulfilled. */
export interface Finding {
  readonly path: Pointer
  readonly about: string
  readonly expected: ReadonlyArray<string>
  readonly actual: ReadonlyArray<string>
}

export const finding = (
  path: Pointer,
  about: string,
  expected: string | ReadonlyArray<string>,
  actual: string | ReadonlyArray<string>,
): Finding => ({
  path,
  about,
  expected: typeof expected === 'string' ? [expected] : expected,
  actual: typeof actual === 'string' ? [actual] : actual,
})

const fulfilled = ({ expected, actual }: Finding): boolean =>
  expected.length === actual.length && expected.every((line, index) => line === actual[index])

/** The findings that are not as expected, each with its diff. */
export const mismatches = (
  findings: ReadonlyArray<Finding>,
  lineOf: (path: Pointer) => number,
): ReadonlyArray<Mismatch> =>
  findings
    .filter((found) => !fulfilled(found))
    .map(({ path, about, expected, actual }) => ({
      path,
      line: lineOf(path),
      about,
      expected,
      actual,
      diff: lineDiff(expected, actual),
    }))
