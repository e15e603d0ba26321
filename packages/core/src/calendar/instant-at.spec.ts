import { describe, expect, it } from 'vitest'
import { instantAt } from './instant-at.js'

describe('an instant that stands in the code', () => {
  it('is the one that its text says, in UTC', () => {
    expect(instantAt('2026-03-09T10:05+08:00')).toBe('2026-03-09T02:05:00.000Z')
    expect(instantAt('2024-02-29T23:59:59.999Z')).toBe('2024-02-29T23:59:59.999Z')
    expect(instantAt('1999-12-31T23:30:15-01:00')).toBe('2000-01-01T00:30:15.000Z')
  })
})
