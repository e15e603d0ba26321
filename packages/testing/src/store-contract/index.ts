export { recordedCases } from './recorded-script.js'
export type { StoreCase, StoreCaseGroup, StoreUnderTest } from './store-case.js'
export { declareCases, storeCases, type StoreContractOptions, type TestFramework } from './store-contract.js'
