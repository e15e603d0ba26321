import type { MacPurpose, Vault } from '@refund-case/core'
import { newScene, type Scene } from './scene.js'

/** A vault to be tested, and how to let go of it afterwards. */
export interface VaultUnderTest {
  readonly vault: Vault
  /** The same vault as another process has it. */
  readonly elsewhere?: Vault
  /** Gives out a new version of one of the shop's own keys, and answers it. */
  readonly rotateMacKey?: (purpose: MacPurpose) => Promise<string>
  readonly close?: () => Promise<void>
}

/**
 * One promise of the port. `run` rejects where the vault breaks it, saying how. It uses subjects that nobody has used
 * before, so that a vault may hold anything already.
 */
export interface VaultCase {
  readonly name: string
  readonly run: (under: VaultUnderTest) => Promise<void>
}

/** Promises that belong together. */
export interface VaultCaseGroup {
  readonly name: string
  readonly cases: ReadonlyArray<VaultCase>
}

export const vaultCase = (name: string, run: (scene: Scene) => Promise<void>): VaultCase => ({
  name,
  run: (under) => run(newScene(under)),
})
