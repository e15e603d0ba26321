import type { UndecodableCode } from '../eventsourcing/codec/undecodable.js'
import type { StoreErrorCode } from '../eventsourcing/event-store.js'
import type { VaultErrorCode } from '../sealing/vault.js'
import type { RefusalCode } from '../vocabulary/refusal-codes.js'
import type { Say } from './told.js'

/** A sentence for each refusal: a code without one does not compile. */
export type Sentences = { readonly [Code in RefusalCode]: Say }

/** What one language says. */
export interface Catalogue {
  readonly refusals: Sentences
  readonly storeErrors: { readonly [Code in StoreErrorCode]: string }
  readonly vaultErrors: { readonly [Code in VaultErrorCode]: string }
  /** A stored event that cannot be read. */
  readonly undecodable: { readonly [Code in UndecodableCode]: Say }
  /** Others wrote first at every attempt. */
  readonly conflictUnresolved: Say
  /** What follows where nobody knows whether an append was written. */
  readonly writtenUnknown: string
  /** For a code of a later version than this catalogue. */
  readonly unknownCode: (code: string) => string
}
