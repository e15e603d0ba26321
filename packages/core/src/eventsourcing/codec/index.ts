export { decodeRecorded } from './decode-recorded.js'
export { deriveCopy, type CanonicalCopy } from './derive-copy.js'
export { deriveGuard } from './derive-guard.js'
export {
  eventRegistry,
  type EventOf,
  type EventRegistry,
  type RegistryEntry,
  type Unproven,
  type Upcast,
  type UpcastStep,
} from './event-registry.js'
export { parseWith, type Malformed } from './parse-with.js'
export { problemText, type Problem } from './problem.js'
export { storedEvent, type StoredEventCodec, type StoredEventFace } from './stored-event.js'
export type { Undecodable, UndecodableCode } from './undecodable.js'
