import { randomUUID } from 'node:crypto'
import {
  isMetastream,
  metadataType,
  metastreamOf,
  NO_EVENT,
  originalOf,
  recreatedFrom,
  softDeletedJson,
  TOMBSTONE,
  tombstoneType,
  type EventLog,
  type NewRecord,
  type ProposedEvent,
} from '../log/index.js'
import { readable } from '../reading/readable.js'
import { checkCommit, exists, type Verdict } from './commit-check.js'
import type { ExpectedRevision } from './expected-revision.js'
import { RecentIds } from './recent-ids.js'

/** What a writer is told. */
export type Written =
  | { readonly kind: 'written'; readonly revision: number; readonly position: number | undefined }
  | Exclude<Verdict, { readonly kind: 'write' | 'idempotent' }>

/**
 * Writes to a log by the server's rules, each write in one synchronous stretch. What it remembers beside the log is
 * gone with the process, so a restart needs a new one.
 */
export class Writer {
  readonly #log: EventLog
  readonly #clock: () => number
  readonly #recent = new RecentIds()
  readonly #metastreams = new Set<string>()

  constructor(log: EventLog, clock: () => number) {
    this.#log = log
    this.#clock = clock
  }

  append(stream: string, expected: ExpectedRevision, events: ReadonlyArray<ProposedEvent>): Written {
    const ids = events.map(({ id }) => id)
    const verdict = this.#check(stream, expected, ids)
    if (verdict.kind === 'idempotent') return this.#repeated(stream, verdict.revision)
    if (verdict.kind !== 'write') return verdict
    // An empty append leaves a record that nobody can read, and answers as if it had been an event.
    if (events.length === 0) return { kind: 'written', revision: verdict.current + 1, position: this.#log.end }
    if (isMetastream(stream)) this.#metastreams.add(stream)
    const revives = isMetastream(stream) && this.#log.isSoftDeleted(originalOf(stream))
    const stored = this.#log.write(events.map((event) => ({ stream, event })))
    stored.forEach(({ id, revision }) => this.#recent.add(id, { stream, revision }))
    if (verdict.recreates) this.#recreate(stream, verdict.current + 1)
    if (revives) this.#recreate(originalOf(stream), this.#log.find(originalOf(stream))?.events.length ?? 0)
    return { kind: 'written', revision: verdict.current + events.length, position: stored.at(-1)?.position }
  }

  /** The soft delete: what was written until now is gone, and the stream may begin anew after it. */
  delete(stream: string, expected: ExpectedRevision): Written {
    const verdict = this.#check(stream, expected, [randomUUID()])
    if (verdict.kind === 'idempotent') return this.#repeated(stream, verdict.revision)
    if (verdict.kind !== 'write') return verdict
    if (!exists(this.#log, stream)) return { kind: 'wrong-expected-version', current: NO_EVENT }
    return this.#write(metadataRecord(stream, softDeletedJson))
  }

  /** The hard delete: nobody ever writes to the stream again. */
  tombstone(stream: string, expected: ExpectedRevision): Written {
    const verdict = this.#check(stream, expected, [randomUUID()])
    if (verdict.kind === 'idempotent') return this.#repeated(stream, verdict.revision)
    if (verdict.kind !== 'write') return verdict
    return this.#write({ stream, revision: TOMBSTONE, event: proposed(tombstoneType, false, '') })
  }

  // A server forgets that a tombstone covers the metadata too while it remembers having written them.
  #check(stream: string, expected: ExpectedRevision, ids: ReadonlyArray<string>): Verdict {
    if (!this.#metastreams.has(stream)) return checkCommit(this.#log, this.#recent, stream, expected, ids)
    const current = (this.#log.find(stream)?.events.length ?? 0) - 1
    return checkCommit(this.#log, this.#recent, stream, expected, ids, current)
  }

  // The position is that of the first time, as long as the event can still be read.
  #repeated(stream: string, revision: number): Written {
    const slice = readable(this.#log, stream, this.#clock())
    const event = slice.kind === 'readable' && revision >= slice.first ? slice.events[revision] : undefined
    return { kind: 'written', revision, position: event?.position }
  }

  #recreate(stream: string, revision: number): void {
    const metadata = recreatedFrom(this.#log.rawMetadataOf(stream) ?? new Uint8Array(), revision)
    if (metadata !== undefined) this.#write(metadataRecord(stream, metadata))
  }

  #write(record: NewRecord): Written {
    if (isMetastream(record.stream)) this.#metastreams.add(record.stream)
    const [event] = this.#log.write([record])
    return { kind: 'written', revision: event?.revision ?? NO_EVENT, position: event?.position }
  }
}

const metadataRecord = (stream: string, json: string): NewRecord => ({
  stream: metastreamOf(stream),
  event: proposed(metadataType, true, json),
})

const proposed = (type: string, isJson: boolean, data: string): ProposedEvent => ({
  id: randomUUID(),
  type,
  isJson,
  data: Buffer.from(data),
  metadata: new Uint8Array(),
})
