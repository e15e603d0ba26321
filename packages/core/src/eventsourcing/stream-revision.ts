import type { CanonicalCopy } from './codec/derive-copy.js'
import type { Envelope } from './envelope.js'
import { quoted, writeCanonical } from './json/canonical-json.js'
import type { ExpectedRevision } from './revision.js'
import type { StreamName } from './stream-name.js'

/** How far a stream was read. */
export interface StreamRevision {
  readonly stream: StreamName
  readonly revision: ExpectedRevision
}

/** The revisions of these readings by stream name, frozen, and their canonical JSON. Each stream stands among them once. */
export const revisionsOf = (readings: ReadonlyArray<StreamRevision>): CanonicalCopy<Envelope['restedOn']> => {
  const [first] = readings
  if (first === undefined) return none
  const before = readings.length === 1 ? known.get(first) : undefined
  if (before?.stream === first.stream && before.revision === first.revision) return before.copy
  const copy = copyOf(readings)
  if (readings.length === 1) known.set(first, { stream: first.stream, revision: first.revision, copy })
  return copy
}

// Many decisions rest on one reading of an account.
const known = new WeakMap<StreamRevision, StreamRevision & { readonly copy: CanonicalCopy<Envelope['restedOn']> }>()

const copyOf = (readings: ReadonlyArray<StreamRevision>): CanonicalCopy<Envelope['restedOn']> => {
  const inOrder = readings.length === 1 ? readings : readings.toSorted((a, b) => (a.stream < b.stream ? -1 : 1))
  const revisions = dictionary()
  let text = ''
  for (const { stream, revision } of inOrder) {
    revisions[stream] = revision
    text += `${text === '' ? '{' : ','}${quoted(stream)}:${writeCanonical(revision)}`
  }
  return { value: Object.freeze(revisions), text: `${text}}` }
}

const none = { value: Object.freeze({}), text: '{}' }

/**
 * An object for names that are data. Each such name would make V8 a hidden class, and add it to the list that every other
 * object is looked up in; an object that a field was deleted from is kept as a table instead.
 */
export const dictionary = (): { [stream: string]: ExpectedRevision } => {
  const fields: { [name: string]: ExpectedRevision } = { first: 0, last: 0 }
  delete fields['first']
  delete fields['last']
  return fields
}
