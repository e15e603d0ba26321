import type { AccountEvent } from '../../test/account-events.js'
import { consumed, recorded, released, reserved, restored } from '../../test/account-events.js'
import { describe, expect, it } from 'vitest'
import { isSound, pursesAfter, type Purses } from './tally.js'

const after = (...events: ReadonlyArray<AccountEvent>): Purses => events.reduce(pursesAfter, new Map())
const sound = (...events: ReadonlyArray<AccountEvent>) => [...after(...events).values()].every(isSound)

describe('what an account may never do', () => {
  it('lets through what is reserved, released, spent and restored within what was paid', () => {
    expect(sound(recorded, reserved(2, 19_800), released(1, 9_900), consumed(1, 9_900), restored(1, 9_900))).toBe(true)
    expect(sound(recorded, reserved(3, 29_700), consumed(3, 29_700))).toBe(true)
  })

  it('finds money reserved or refunded beyond what was paid', () => {
    expect(sound(recorded, reserved(3, 29_701))).toBe(false)
    expect(sound(recorded, reserved(3, 29_700), consumed(3, 29_700), reserved(0, 1))).toBe(false)
  })

  it('finds units held beyond what was bought', () => {
    expect(sound(recorded, reserved(4, 29_700))).toBe(false)
    expect(sound(recorded, reserved(3, 0), consumed(3, 0), reserved(1, 0))).toBe(false)
  })

  it('finds what is released or spent without having been reserved', () => {
    expect(sound(recorded, released(0, 1))).toBe(false)
    expect(sound(recorded, consumed(0, 1))).toBe(false)
    expect(sound(recorded, reserved(1, 9_900), restored(1, 9_900))).toBe(false)
  })
})
