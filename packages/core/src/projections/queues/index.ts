export type * from './queue-entry.js'
