export type { VaultCase, VaultCaseGroup } from './vault-case.js'
export type { VaultUnderTest } from './vault-under-test.js'
export { declareVaultCases, vaultCases, type VaultContractOptions } from './vault-contract.js'
