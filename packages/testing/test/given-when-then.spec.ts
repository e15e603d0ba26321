import { nearestInstant, type Decider } from '@refund-case/core'
import { left, right } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { deciderSpecification, ExpectationFailed } from '../src/index.js'

// A basket, small enough to be held in the head.
interface Added {
  readonly type: 'Added'
  readonly data: { readonly sku: string; readonly at: Date }
}
interface Emptied {
  readonly type: 'Emptied'
  readonly data: { readonly count: number }
}
type BasketEvent = Added | Emptied
type Command = { readonly add: ReadonlyArray<string> } | { readonly empty: true }
interface Refused {
  readonly code: 'FULL' | 'NOTHING_IN_IT'
  readonly most?: number
}

const basket: Decider<Command, BasketEvent, ReadonlyArray<string>, { readonly now: Date }, Refused> = {
  initial: [],
  evolve: (skus, event) => (event.type === 'Added' ? [...skus, event.data.sku] : []),
  decide: (command, skus, { now }) => {
    if ('empty' in command)
      return skus.length === 0
        ? left({ code: 'NOTHING_IN_IT' })
        : right([{ type: 'Emptied', data: { count: skus.length } }])
    if (skus.length + command.add.length > 3) return left({ code: 'FULL', most: 3 })
    return right(command.add.map((sku): Added => ({ type: 'Added', data: { sku, at: now } })))
  },
}

const noon = new Date('2026-03-09T12:00:00.000Z')
const { given } = deciderSpecification(basket, { now: noon })
const added = (sku: string, at = noon): Added => ({ type: 'Added', data: { sku, at } })

describe('given, when, then', () => {
  it('holds where exactly the expected events come, in their order', () => {
    given()
      .when({ add: ['a', 'b'] })
      .then(added('a'), added('b'))
    given(added('a'), added('b'))
      .when({ empty: true })
      .then({ type: 'Emptied', data: { count: 2 } })
    given(added('a')).when({ add: [] }).thenNothing()
  })

  it('holds where exactly the expected refusal comes', () => {
    given(added('a'), added('b'))
      .when({ add: ['c', 'd'] })
      .thenRefused({ code: 'FULL', most: 3 })
    given().when({ empty: true }).thenRefused({ code: 'NOTHING_IN_IT' })
  })

  const result = given().when({ add: ['a', 'b'] })
  const loose: ReadonlyArray<readonly [what: string, events: ReadonlyArray<BasketEvent>]> = [
    ['the events in another order', [added('b'), added('a')]],
    ['one event twice instead of the other', [added('a'), added('a')]],
    ['an event too few', [added('a')]],
    ['an event too many', [added('a'), added('b'), added('b')]],
    ['another date', [added('a'), added('b', new Date('2026-03-09T12:00:00.001Z'))]],
    [
      'a date as a text',
      [added('a'), { type: 'Added', data: { sku: 'b', at: noon.toISOString() as unknown as Date } }],
    ],
    ['events with nothing in them', [{}, {}] as unknown as ReadonlyArray<BasketEvent>],
    ['some fields of an event', [added('a'), { type: 'Added', data: { sku: 'b' } } as unknown as Added]],
    ['a field more', [added('a'), { ...added('b'), note: undefined } as BasketEvent]],
    ['nothing', []],
  ]
  it.each(loose)('does not take %s for what came', (_what, events) => {
    expect(() => result.then(...events)).toThrow(ExpectationFailed)
  })

  it('does not take a refusal for events, nor another refusal, nor part of one', () => {
    const refused = given().when({ add: ['a', 'b', 'c', 'd'] })
    expect(() => refused.thenNothing()).toThrow(ExpectationFailed)
    expect(() => refused.thenRefused({ code: 'FULL' })).toThrow(ExpectationFailed)
    expect(() => refused.thenRefused({ code: 'NOTHING_IN_IT', most: 3 })).toThrow(ExpectationFailed)
    expect(() => result.thenRefused({ code: 'FULL', most: 3 })).toThrow(ExpectationFailed)
  })

  it('says what differs, line by line, and where', () => {
    const message = (() => {
      try {
        result.then(added('a'), added('c', new Date('2026-03-09T12:00:00.001Z')))
        return ''
      } catch (error) {
        return String(error)
      }
    })()
    expect(message).toContain('not as expected at /events/1/data/sku')
    expect(message).toContain('-         at: Date 2026-03-09T12:00:00.001Z,')
    expect(message).toContain('+         at: Date 2026-03-09T12:00:00.000Z,')
    expect(message).toContain('-         sku: "c",')
    expect(message).toContain('+         sku: "b",')
    expect(message).toContain('          sku: "a",')
  })

  it('takes the facts of one command in place of the specification’s own', () => {
    const later = new Date('2026-03-10T12:00:00.000Z')
    given()
      .when({ add: ['a'] }, { now: later })
      .then(added('a', later))
  })

  it('lets the past say what its envelopes said', () => {
    const seen: Array<string> = []
    const watching: typeof basket = {
      ...basket,
      evolve: (skus, event) => {
        seen.push(`${event.meta.revision} ${event.meta.actor.id} ${event.meta.occurredAt}`)
        return basket.evolve(skus, event)
      },
    }
    const occurredAt = nearestInstant(Date.parse('2026-01-01T00:00:00.000Z'))
    const events = [added('a'), { ...added('b'), meta: { occurredAt, actor: { id: 'li', role: 'csLead' } } }]
    deciderSpecification(watching, { now: noon })
      .given(...events)
      .when({ empty: true })
      .then({ type: 'Emptied', data: { count: 2 } })
    expect(seen).toEqual(['0 somebody 2026-01-05T00:00:00.000Z', '1 li 2026-01-01T00:00:00.000Z'])
  })
})
