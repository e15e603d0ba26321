import { newScene, type Scene } from './scene.js'
import type { VaultUnderTest } from './vault-under-test.js'

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
