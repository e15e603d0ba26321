export { storedEvent, type StoredEventCodec, type StoredEventFace } from './stored-event.js'
