import type { VaultError } from '@refund-case/core'
import { validate } from 'uuid'
import { vaultError } from './vault-error.js'

export const sealBroken = vaultError(
  'SEAL_BROKEN',
  'The sealed value is not as it was sealed, or stands in another place: look for what changed or moved it.',
)

// What stands in a sealed value that this vault has not made may be anything, so only an id is repeated.
export const keyUnknown = (keyId: string): VaultError =>
  vaultError(
    'KEY_UNKNOWN',
    'This vault has never made the key of the sealed value: open it with the vault that sealed it.',
    validate(keyId) ? { keyId } : {},
  )

export const keyDestroyed = (keyId: string): VaultError =>
  vaultError('KEY_DESTROYED', 'The data was erased with its key, and cannot be brought back.', { keyId })
