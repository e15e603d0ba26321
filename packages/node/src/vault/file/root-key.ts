import { createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { MacPurpose } from '@refund-case/core'
import { KEY_BYTES } from '../seal-text.js'

/** The one secret of a vault, from which all others but the subjects' keys are derived. Nothing gives its bytes out. */
export interface RootKey {
  /** The key under which the subjects' keys are wrapped. */
  readonly wrapping: Uint8Array
  /** The key by which subjects are named. */
  readonly naming: KeyObject
  /** One of the shop's own keys. What can be derived again cannot be lost. */
  readonly mac: (purpose: MacPurpose, version: number) => KeyObject
}

// What each key is derived for (HKDF-SHA-256). A vault that was written cannot be read once one of these changes.
const derived = (root: Uint8Array, use: string): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', root, new Uint8Array(), `refund-case vault: ${use}`, KEY_BYTES))

export const rootKey = (root: Uint8Array): RootKey => ({
  wrapping: derived(root, 'wrapping'),
  naming: createSecretKey(derived(root, 'naming')),
  mac: (purpose, version) => createSecretKey(derived(root, `${purpose} v${version}`)),
})
