import { lineDiff } from './line-diff.js'
import { differenceOf } from './same.js'
import { show } from './show.js'

/** What was expected is not what came. The message shows both, line by line. */
export class ExpectationFailed extends Error {
  override readonly name = 'ExpectationFailed'
  readonly expected: unknown
  readonly actual: unknown

  constructor(what: string, expected: unknown, actual: unknown, place: string) {
    const at = place === '' ? '' : ` at ${place}`
    super(`${what}: not as expected${at}\n${lineDiff(show(expected), show(actual))}`)
    this.expected = expected
    this.actual = actual
  }
}

/** Throws `ExpectationFailed` unless the two are the same in every respect. */
export const expectSame = (what: string, expected: unknown, actual: unknown): void => {
  const place = differenceOf(expected, actual)
  if (place !== undefined) throw new ExpectationFailed(what, expected, actual, place)
}
