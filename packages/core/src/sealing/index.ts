export { FreeText, freeText, type FreeTextCodec } from './free-text.js'
export { Sealed } from './sealed.js'
export type { MacPurpose, Sealer, Vault, VaultError, VaultErrorCode } from './vault.js'
