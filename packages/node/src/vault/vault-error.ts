import type { VaultError, VaultErrorCode } from '@refund-case/core'

export const vaultError = (code: VaultErrorCode, message: string, facts: VaultError['facts'] = {}): VaultError => ({
  kind: 'vaultError',
  code,
  message,
  facts,
})
