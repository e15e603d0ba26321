import { Instant } from '@refund-case/core'
import { describe, expect, it } from 'vitest'
import { memoryVault } from './vault/memory-vault.js'
import { nodePlatform } from './node-platform.js'
import { systemClock } from './system-clock.js'

describe('the platform', () => {
  it('gives the instants of the system clock, in their order', () => {
    const { clock } = nodePlatform()
    const before = Date.now()
    const read = Array.from({ length: 50_000 }, clock)
    const after = Date.now()
    expect(read.every(Instant.is)).toBe(true)
    expect(read.map((instant) => Date.parse(instant)).every((at) => at >= before && at <= after)).toBe(true)
    expect(read.toSorted()).toEqual(read)
  })

  it('takes a part that is handed in', () => {
    const clock = systemClock()
    const vault = memoryVault()
    const platform = nodePlatform({ clock, vault })
    expect(platform.clock).toBe(clock)
    expect(platform.vault).toBe(vault)
  })
})
