import { nearestInstant } from '@refund-case/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { built } from '../test/writing.js'
import { Lane } from './lane.js'
import { Recorded } from './recorded.js'

const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('who waits in a lane', () => {
  it('is called back once for each time of waiting, however many events come', async () => {
    const lane = new Lane()
    let calls = 0
    const wake = () => void calls++
    lane.wait(wake)
    lane.wait(wake)
    lane.wakeAll()
    lane.wakeAll()
    await settled()
    expect(calls).toBe(1)
    lane.wakeAll()
    await settled()
    expect(calls).toBe(1)
  })

  it('is called back no more once it is forgotten, and others are', async () => {
    const lane = new Lane()
    const calls: Array<string> = []
    const [forgotten, other] = [() => void calls.push('forgotten'), () => void calls.push('other')]
    lane.wait(forgotten)
    lane.wait(other)
    lane.forget(forgotten)
    lane.wakeAll()
    await settled()
    expect(calls).toEqual(['other'])
  })

  it('is called back after whoever wakes it is done', () => {
    const lane = new Lane()
    let calls = 0
    lane.wait(() => void calls++)
    lane.wakeAll()
    expect(calls).toBe(0)
  })
})

describe('the place after which a lane is read', () => {
  it('is found as by looking at every event', () => {
    const [envelope = expect.fail()] = built(1)
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 1, max: 200 })),
        fc.integer({ min: 0, max: 210 }),
        (places, after) => {
          const lane = new Lane()
          for (const place of places.toSorted((a, b) => a - b))
            lane.events.push(new Recorded('a-1', 0, place, nearestInstant(0), envelope))
          expect(lane.indexAfter(after)).toBe(places.filter((place) => place <= after).length)
        },
      ),
    )
  })
})
