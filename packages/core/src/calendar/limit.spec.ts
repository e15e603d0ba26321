import { isRight } from 'fp-ts/lib/Either.js'
import { PathReporter } from 'io-ts/lib/PathReporter.js'
import { describe, expect, it } from 'vitest'
import { Limit, MAX_DAYS, MAX_MINUTES } from './limit.js'

describe('a limit as data', () => {
  it.each<Limit>([
    { kind: 'elapsed', minutes: 0 },
    { kind: 'elapsed', minutes: MAX_MINUTES },
    { kind: 'endOfWorkingDay', days: 3 },
    { kind: 'calendarDays', days: MAX_DAYS, move: 'none' },
    { kind: 'calendarDays', days: 7, move: 'offRestDays' },
    { kind: 'timeOfDay', time: '18:00', day: 'same' },
  ])('goes through JSON and the codec unchanged: %j', (limit) => {
    expect(Limit.decode(JSON.parse(JSON.stringify(limit)))).toEqual({ _tag: 'Right', right: limit })
    expect(Limit.encode(limit)).toEqual(limit)
  })

  it.each([
    { kind: 'elapsed', minutes: -1 },
    { kind: 'elapsed', minutes: 0.5 },
    { kind: 'elapsed', minutes: MAX_MINUTES + 1 },
    { kind: 'elapsed', hours: 1 },
    { kind: 'endOfWorkingDay', days: MAX_DAYS + 1 },
    { kind: 'endOfWorkingDay', days: '3' },
    { kind: 'calendarDays', days: 7 },
    { kind: 'calendarDays', days: 7, move: 'back' },
    { kind: 'timeOfDay', time: '24:00', day: 'same' },
    { kind: 'timeOfDay', time: '18:00', day: 'someday' },
    { kind: 'forever' },
    null,
  ])('is refused: %j', (input) => {
    expect(isRight(Limit.decode(input))).toBe(false)
  })

  it('says what was expected', () => {
    expect(PathReporter.report(Limit.decode({ kind: 'endOfWorkingDay', days: 1.5 }))).toEqual([
      `expected a whole number from 0 to ${MAX_DAYS}`,
    ])
  })
})
