export type { VaultCase, VaultCaseGroup, VaultUnderTest } from './vault-case.js'
export { declareVaultCases, vaultCases, type VaultContractOptions } from './vault-contract.js'
