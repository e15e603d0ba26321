import { appending } from './appending.js'
import { keepingHistory } from './keeping.js'
import { besideTheModel } from './model.js'
import { appendingAtNoRevision } from './no-revision.js'
import { racing } from './racing.js'
import { readingAll } from './reading-all.js'
import { reading } from './reading.js'
import { refusing } from './refusing.js'
import { repeating } from './repeating.js'
import type { StoreCaseGroup, StoreUnderTest } from './store-case.js'
import { subscribing } from './subscribing.js'

export interface StoreContractOptions {
  /** How many random scripts are run beside the reference model (default 300). */
  readonly runs?: number
}

/** Every promise of the EventStore port, as cases to be run in whatever way suits. */
export const storeCases = ({ runs = 300 }: StoreContractOptions = {}): ReadonlyArray<StoreCaseGroup> => [
  appending,
  repeating,
  appendingAtNoRevision,
  refusing,
  keepingHistory,
  reading,
  readingAll,
  subscribing,
  racing,
  besideTheModel(runs),
]

/** What cases are declared with: vitest, node:test, jest and mocha all have it. */
export interface TestFramework {
  readonly describe: (name: string, body: () => void) => unknown
  readonly it: (name: string, body: () => Promise<void>) => unknown
}

/**
 * Declares groups of cases, each case with a store of its own:
 *
 *     import { describe, it } from 'vitest'
 *     declareCases({ describe, it }, 'my store', storeCases(), async () => ({ store: myStore() }))
 */
export const declareCases = (
  { describe, it }: TestFramework,
  name: string,
  groups: ReadonlyArray<StoreCaseGroup>,
  makeStore: () => Promise<StoreUnderTest>,
): void => {
  describe(name, () => {
    for (const group of groups)
      describe(group.name, () => {
        for (const { name: promise, run } of group.cases)
          it(promise, async () => {
            const { store, close } = await makeStore()
            try {
              await run(store)
            } finally {
              await close?.()
            }
          })
      })
  })
}
