import type { EventStore, Instant, StoreError } from '@refund-case/core'
import { memoryStore } from '@refund-case/store-memory'
import { left } from 'fp-ts/lib/Either.js'

const died: StoreError = {
  kind: 'storeError',
  code: 'STORE_UNAVAILABLE',
  written: 'no',
  message: 'The store is gone.',
  facts: {},
}

/** A store that takes no event of a case, as if the server had died just before it, until it is revived. */
export const dyingBeforeRequested = () => {
  let dead = true
  let caseId = ''
  return {
    store: (clock: () => Instant): EventStore => {
      const store = memoryStore({ clock })
      return {
        ...store,
        append: (stream, expected, events) => {
          if (!dead || !stream.startsWith('refundCase-')) return store.append(stream, expected, events)
          caseId = stream.slice('refundCase-'.length)
          return () => Promise.resolve(left(died))
        },
      }
    },
    revive: () => {
      dead = false
    },
    /** Of the case that was not written. */
    caseId: () => caseId,
  }
}
