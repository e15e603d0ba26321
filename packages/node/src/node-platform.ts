import type { Instant, Vault } from '@refund-case/core'
import { sha256 } from './digest.js'
import { uuids, type Ids } from './ids.js'
import { systemClock } from './system-clock.js'
import { memoryVault } from './vault/memory-vault.js'

/** What the core, which reads no clock, draws no chance and hashes nothing by itself, is handed on Node. */
export interface NodePlatform {
  readonly clock: () => Instant
  readonly ids: Ids
  /** The SHA-256 of the text's UTF-8 bytes, as lower-case hex. */
  readonly sha256: (text: string) => string
  readonly vault: Vault
}

/** Any part can be replaced: the clock in tests, the vault where sealed data must outlive the process. */
export type NodePlatformOptions = Partial<NodePlatform>

export const nodePlatform = (options: NodePlatformOptions = {}): NodePlatform => ({
  clock: options.clock ?? systemClock(),
  ids: options.ids ?? uuids(),
  sha256: options.sha256 ?? sha256,
  vault: options.vault ?? memoryVault(),
})
