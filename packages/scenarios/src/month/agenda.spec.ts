import fc from 'fast-check'
import { expect, it } from 'vitest'
import { agenda } from './agenda.js'

it('an agenda hands out what was added in the order of its time, and of one time in the order it came', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 })), (times) => {
      const list = agenda<number>()
      for (const [no, at] of times.entries()) list.add(at, no)
      const taken: Array<readonly [number, number]> = []
      for (let next = list.next(); next !== undefined; next = list.next()) taken.push([next.at, next.thing])
      expect(taken).toEqual(times.map((at, no) => [at, no] as const).toSorted((a, b) => a[0] - b[0] || a[1] - b[1]))
    }),
  )
})
