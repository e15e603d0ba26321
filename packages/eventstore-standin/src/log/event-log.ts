import { encodeEvent } from '../protocol/encode-event.js'
import { recordSize } from './record-size.js'
import { NO_EVENT, TOMBSTONE, type ProposedEvent, type StoredEvent } from './stored-event.js'
import {
  isMetastream,
  isSoftDeleted,
  ofMetastream,
  originalOf,
  parseMetadata,
  parseObject,
  type StreamMetadata,
} from './stream-metadata.js'

/** One stream: its events by revision, and what was written in its metadata last. */
export interface Stream {
  readonly name: string
  readonly events: Array<StoredEvent>
  tombstone: StoredEvent | undefined
}

/** A record to be written: the revision is the stream's next, or the tombstone's. */
export interface NewRecord {
  readonly stream: string
  readonly event: ProposedEvent
  readonly revision?: typeof TOMBSTONE
}

/** Is told of every write, after it was made. */
export type Listener = (events: ReadonlyArray<StoredEvent>) => void

/** Keeps what is written beyond the process. Throws when it cannot: then nothing was written. */
export interface Journal {
  readonly append: (events: ReadonlyArray<StoredEvent>) => void
}

// A server begins its log with a record of its own that no reader sees.
const BEGINNING = 211

const SETTINGS = '$settings'

const none: StreamMetadata = {}
const nothing = new Uint8Array()

/** Everything that was written, by stream and in its global order. */
export class EventLog {
  readonly all: Array<StoredEvent> = []
  readonly #streams = new Map<string, Stream>()
  readonly #metadata = new Map<string, { readonly raw: Uint8Array; readonly parsed: StreamMetadata }>()
  readonly #types = new Map<string, string>()
  readonly #listeners = new Set<Listener>()
  readonly #clock: () => number
  readonly #journal: Journal | undefined
  #settings: Readonly<Record<string, unknown>> = {}
  #end = BEGINNING

  constructor(clock: () => number, journal?: Journal) {
    this.#clock = clock
    this.#journal = journal
  }

  /** The position that the next record will have. */
  get end(): number {
    return this.#end
  }

  find(name: string): Stream | undefined {
    return this.#streams.get(name)
  }

  /** The last revision of a stream: `NO_EVENT` for none, `TOMBSTONE` for a stream that is gone for ever. */
  lastRevision(name: string): number {
    if (isMetastream(name) && this.find(originalOf(name))?.tombstone !== undefined) return TOMBSTONE
    const stream = this.find(name)
    if (stream === undefined) return NO_EVENT
    return stream.tombstone === undefined ? stream.events.length - 1 : TOMBSTONE
  }

  metadataOf(name: string): StreamMetadata {
    return isMetastream(name) ? ofMetastream : (this.#metadata.get(name)?.parsed ?? none)
  }

  /** The metadata of a stream as they were written last. */
  rawMetadataOf(name: string): Uint8Array | undefined {
    return this.#metadata.get(name)?.raw
  }

  isSoftDeleted(name: string): boolean {
    return isSoftDeleted(this.metadataOf(name))
  }

  /** What stands in `$settings`: the access lists for streams that have none of their own. */
  get settings(): Readonly<Record<string, unknown>> {
    return this.#settings
  }

  /** Writes all the records or, when the journal fails, none. */
  write(records: ReadonlyArray<NewRecord>): ReadonlyArray<StoredEvent> {
    const created = this.#clock()
    const next = new Map<string, number>()
    let position = this.#end
    const events = records.map(({ stream: name, event, revision }): StoredEvent => {
      const stream = this.find(name)?.name ?? name
      const number = revision ?? next.get(stream) ?? this.find(stream)?.events.length ?? 0
      next.set(stream, number + 1)
      const { id } = event
      const type = this.#sameType(event.type)
      const bytes = encodeEvent(stream, number, position, created, event)
      const stored = { stream, revision: number, position, id, type, created, bytes }
      position += recordSize(stream, event)
      return stored
    })
    this.#journal?.append(events)
    events.forEach((event, index) => this.#take(event, records[index]?.event.data ?? nothing))
    this.#end = position
    for (const listener of this.#listeners) listener(events)
    return events
  }

  /** Takes what was written before, or on another node. */
  restore(event: StoredEvent, data: Uint8Array, end: number): void {
    this.#take(event, data)
    this.#end = end
    for (const listener of this.#listeners) listener([event])
  }

  listen(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  // The same type of many events is one string in memory.
  #sameType(type: string): string {
    const known = this.#types.get(type)
    if (known !== undefined) return known
    this.#types.set(type, type)
    return type
  }

  #take(event: StoredEvent, data: Uint8Array): void {
    const stream = this.#streams.get(event.stream) ?? this.#open(event.stream)
    if (event.revision === TOMBSTONE) stream.tombstone = event
    else stream.events.push(event)
    this.all.push(event)
    if (event.stream === SETTINGS) this.#settings = parseObject(data) ?? {}
    if (isMetastream(event.stream))
      this.#metadata.set(originalOf(event.stream), { raw: data, parsed: parseMetadata(data) })
  }

  #open(name: string): Stream {
    const stream: Stream = { name, events: [], tombstone: undefined }
    this.#streams.set(name, stream)
    return stream
  }
}
