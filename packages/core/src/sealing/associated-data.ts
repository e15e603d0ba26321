import type { JsonPointer } from '../eventsourcing/json/json-pointer.js'
import type { StreamName } from '../eventsourcing/stream-name.js'

/**
 * What a sealed value is bound to: the stream, and the place in the event's data (`/evidence/0/name`, with the index in
 * a list). It opens nowhere else.
 *
 * A command is sealed before it is decided on, so a text must stand at the same place in the command and in the data of
 * the event that keeps it: same names, same nesting, same order of lists.
 */
export const associatedDataOf = (stream: StreamName, fieldPath: JsonPointer): string => `${stream}#${fieldPath}`
