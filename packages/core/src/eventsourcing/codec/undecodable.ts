import type { JsonPointer } from '../json/json-pointer.js'
import type { Revision } from '../revision.js'
import type { StreamName } from '../stream-name.js'

/** A stored event that cannot be read. Its raw envelope stays as it is; nothing is dropped. */
export interface Undecodable {
  readonly kind: 'undecodable'
  readonly code: UndecodableCode
  readonly stream: StreamName
  readonly revision: Revision
  readonly type: string
  /** In the envelope: `/data/lines/0/quantity`. Names that may be data are shown as `*`. */
  readonly path: JsonPointer
  /** In English, without anything of the value: `expected a positive integer`. */
  readonly reason: string
}

export type UndecodableCode =
  /** The envelope, or the data, is not what its type and version say. */
  | 'EVENT_UNDECODABLE'
  /** No event of this type is known for the stream. */
  | 'EVENT_TYPE_UNKNOWN'
  /** It was written by a later version of this software. */
  | 'EVENT_VERSION_NEWER'
