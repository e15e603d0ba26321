import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineDiff } from './line-diff.js'

const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
const of = (diff: ReadonlyArray<string>, ...marks: ReadonlyArray<string>) =>
  diff.filter((line) => marks.includes(line.slice(0, 2))).map((line) => line.slice(2))

describe('a diff', () => {
  it('shows what is gone and what came, in place', () => {
    expect(lineDiff(['Requested', 'Reviewed', 'Paid'], ['Requested', 'Paid', 'Closed'])).toEqual([
      '  Requested',
      '- Reviewed',
      '  Paid',
      '+ Closed',
    ])
  })

  it('holds both texts whole and in order, and marks nothing where they are the same', () => {
    fc.assert(
      fc.property(lines, lines, (expected, actual) => {
        const diff = lineDiff(expected, actual)
        expect(of(diff, '  ', '- ')).toEqual(expected)
        expect(of(diff, '  ', '+ ')).toEqual(actual)
        expect(of(lineDiff(expected, expected), '- ', '+ ')).toEqual([])
      }),
    )
  })
})
