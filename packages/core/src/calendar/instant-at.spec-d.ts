import { describe, expectTypeOf, it } from 'vitest'
import { instantAt } from './instant-at.js'
import type { Instant } from './instant.js'

describe('an instant that stands in the code', () => {
  it('is written with date, time and offset', () => {
    expectTypeOf(instantAt('2026-03-09T10:05+08:00')).toEqualTypeOf<Instant>()
    instantAt('2026-03-09T10:05Z')
    instantAt('2026-12-31T23:59:59Z')
    instantAt('2026-12-31T23:59:59.999-05:30')
    instantAt('2024-02-29T00:00Z')
    instantAt('2000-02-29T00:00Z')
  })

  it('does not compile where there is no such date, time or offset', () => {
    // @ts-expect-error no month 13
    instantAt('2026-13-09T10:05Z')
    // @ts-expect-error no 31st of April
    instantAt('2026-04-31T10:05Z')
    // @ts-expect-error no leap year
    instantAt('2026-02-29T10:05Z')
    // @ts-expect-error no leap year
    instantAt('1900-02-29T10:05Z')
    // @ts-expect-error no hour 24
    instantAt('2026-03-09T24:00Z')
    // @ts-expect-error no minute 60
    instantAt('2026-03-09T10:60Z')
    // @ts-expect-error no second 60
    instantAt('2026-03-09T10:05:60Z')
    // @ts-expect-error a time on some wall
    instantAt('2026-03-09T10:05')
    // @ts-expect-error no time
    instantAt('2026-03-09')
    // @ts-expect-error nothing
    instantAt('')
  })

  it('does not compile for a text that is only known when it runs', () => {
    const text: string = '2026-03-09T10:05Z'
    // @ts-expect-error it may be anything
    instantAt(text)
  })
})
