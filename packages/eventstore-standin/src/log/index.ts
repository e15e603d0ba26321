export { recordSize } from './record-size.js'
export { EventLog, type Journal as Keeper, type Listener, type NewRecord, type Stream } from './event-log.js'
export { linkType, metadataType, NO_EVENT, TOMBSTONE, tombstoneType } from './stored-event.js'
export type { ProposedEvent, StoredEvent } from './stored-event.js'
export {
  isMetastream,
  isSoftDeleted,
  metastreamOf,
  originalOf,
  recreatedFrom,
  softDeletedJson,
  type StreamMetadata,
} from './stream-metadata.js'
