import type { VaultError } from '@refund-case/core'
import type { FileError } from '../../files/file-error.js'
import { vaultError } from '../vault-error.js'

/** The disk could not. */
export const unavailable = ({ message, facts }: FileError): VaultError =>
  vaultError('VAULT_UNAVAILABLE', `The vault cannot go on: ${message}`, { ...facts })

/** A file is not what the vault writes, or stands elsewhere than it wrote it. */
export const damaged = (file: string): VaultError =>
  vaultError('VAULT_DAMAGED', `${file} is not as this vault wrote it. Restore it from a backup before going on.`, {
    file,
  })

/** A directory that is no vault's, and not empty. */
export const foreign = (directory: string): VaultError =>
  vaultError(
    'VAULT_DAMAGED',
    `${directory} holds files but no vault.json. Name the directory of a vault, or an empty one for a new vault.`,
    { file: directory },
  )

export const locked = (file: string): VaultError =>
  vaultError(
    'VAULT_LOCKED',
    `${file} does not open with this key. Hand in the wrapping key or passphrase the vault is locked with now.`,
    { file },
  )
