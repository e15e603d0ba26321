export { openStore, type OpenedStore } from './open-store.js'
export { storeOptions, storeUsage, type SaidOfStore } from './options.js'
export { withStore } from './with-store.js'
