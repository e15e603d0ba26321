import type { MacPurpose, Vault } from '@refund-case/core'

/** A vault to be tested, and how to let go of it afterwards. */
export interface VaultUnderTest {
  readonly vault: Vault
  /** The same vault as another process has it. */
  readonly elsewhere?: Vault
  /** Gives out a new version of one of the shop's own keys, and answers it. */
  readonly rotateMacKey?: (purpose: MacPurpose) => Promise<string>
  readonly close?: () => Promise<void>
}
