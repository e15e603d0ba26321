import type { StoreError, StoreErrorCode } from '@refund-case/core'

/** A refusal of this store, which always knows that nothing was written. */
export const refused = (code: StoreErrorCode, message: string, facts: StoreError['facts'] = {}): StoreError => ({
  kind: 'storeError',
  code,
  written: 'no',
  message,
  facts,
})

/** What was handed in threw when it was looked at. */
export const unreadable = refused('STORE_FAILED', 'What was handed in cannot be read: hand in plain data.')
