import type { StoreError, StoreErrorCode } from '@refund-case/core'

/** A refusal of this store, which always knows that nothing was written. */
export const refused = (code: StoreErrorCode, message: string, facts: StoreError['facts'] = {}): StoreError => ({
  kind: 'storeError',
  code,
  written: 'no',
  message,
  facts,
})
