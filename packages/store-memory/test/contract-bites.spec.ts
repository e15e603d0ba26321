import type { EventStore } from '@refund-case/core'
import { storeCases } from '@refund-case/testing'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '../src/index.js'
import { faults } from './faults.js'

const soon = (): Promise<'hangs'> => new Promise((resolve) => setTimeout(resolve, 500, 'hangs'))

const broken = async (makeStore: () => EventStore): Promise<ReadonlyArray<string>> => {
  const cases = storeCases({ runs: 10 }).flatMap((group) => group.cases)
  const results = await Promise.all(
    cases.map(({ name, run }) =>
      Promise.race([
        soon(),
        run(makeStore()).then(
          () => 'kept',
          () => 'broken',
        ),
      ]).then((result) => [name, result] as const),
    ),
  )
  return results.filter(([, result]) => result !== 'kept').map(([name]) => name)
}

describe('the contract', () => {
  it('finds nothing in a store that has no fault', async () => {
    expect(await broken(memoryStore)).toEqual([])
  })

  for (const [fault, make] of Object.entries(faults))
    it(`finds the store that ${fault}`, async () => {
      expect(await broken(() => make()(memoryStore()))).not.toEqual([])
    })
})
