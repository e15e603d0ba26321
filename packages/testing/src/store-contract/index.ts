export { recordedCases, type Administer } from './recorded-script.js'
export type { RecordedOther } from './recorded-step.js'
export type { StoreCase, StoreCaseGroup, StoreUnderTest } from './store-case.js'
export { declareCases, storeCases, type StoreContractOptions, type TestFramework } from './store-contract.js'
