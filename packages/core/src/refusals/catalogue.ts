import type { StoreErrorCode } from '../eventsourcing/event-store.js'
import type { VaultErrorCode } from '../sealing/vault.js'
import type { RefusalCode } from './codes.js'
import type { Say } from './told.js'

/** A sentence for each refusal: a code without one does not compile. */
export type Sentences = { readonly [Code in RefusalCode]: Say }

/** What one language says. */
export interface Catalogue {
  readonly refusals: Sentences
  readonly storeErrors: { readonly [Code in StoreErrorCode]: string }
  readonly vaultErrors: { readonly [Code in VaultErrorCode]: string }
  /** What follows where nobody knows whether an append was written. */
  readonly writtenUnknown: string
  /** For a code of a later version than this catalogue. */
  readonly unknownCode: (code: string) => string
}
