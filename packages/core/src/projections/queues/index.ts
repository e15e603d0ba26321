export { dutiesOf, type Duty } from './duties.js'
export type { SavedQueue } from './queue-book.js'
export type * from './queue-entry.js'
export { workQueues, type WorkQueueSettings } from './work-queues.js'
