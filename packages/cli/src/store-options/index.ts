export { inMemory, openPlayground, type Playground } from './open-playground.js'
export { openStore, type OpenedStore } from './open-store.js'
export { storeOptions, storeUsage, type SaidOfStore } from './options.js'
export { withStore } from './with-store.js'
