import { createHash } from 'node:crypto'
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { StoredEvent } from './stored-event.js'

// A write is one frame: its length, a digest of what follows, and the events, each with its own length.
const LENGTH = 4
const DIGEST = 16
const HEAD = LENGTH + DIGEST

/** A file that holds every write, whole or not at all: what was acknowledged outlives the process. */
export class Journal {
  readonly #file: number
  #length: number

  constructor(path: string, length: number) {
    this.#file = openSync(path, 'r+')
    this.#length = length
    // What follows is a write that was cut off, and was never acknowledged.
    ftruncateSync(this.#file, length)
  }

  /** Throws when the file takes no more; then it holds nothing of this write. */
  append(events: ReadonlyArray<StoredEvent>): void {
    const frame = frameOf(events)
    try {
      for (let written = 0; written < frame.length;)
        written += writeSync(this.#file, frame, written, frame.length - written, this.#length + written)
      this.#length += frame.length
    } catch (error) {
      ftruncateSync(this.#file, this.#length)
      throw error
    }
  }

  close(): void {
    closeSync(this.#file)
  }
}

const frameOf = (events: ReadonlyArray<StoredEvent>): Buffer => {
  const body = Buffer.concat(events.flatMap(({ bytes }) => [lengthOf(bytes), bytes]))
  return Buffer.concat([lengthOf(body), digestOf(body), body])
}

const lengthOf = (bytes: Uint8Array): Buffer => {
  const length = Buffer.alloc(LENGTH)
  length.writeUInt32LE(bytes.length)
  return length
}

const digestOf = (bytes: Uint8Array): Buffer => createHash('md5').update(bytes).digest()

/** What a journal holds: the events as bytes, and how far it can be trusted. */
export const readJournal = (path: string): { readonly events: ReadonlyArray<Uint8Array>; readonly length: number } => {
  const bytes = readFileSync(path, { flag: 'a+' })
  const events: Array<Uint8Array> = []
  let at = 0
  for (let frame = bodyAt(bytes, at); frame !== undefined; frame = bodyAt(bytes, at)) {
    for (let inside = 0; inside < frame.length;) {
      const start = inside + LENGTH
      inside = start + frame.readUInt32LE(inside)
      events.push(Uint8Array.from(frame.subarray(start, inside)))
    }
    at += HEAD + frame.length
  }
  return { events, length: at }
}

const bodyAt = (bytes: Buffer, at: number): Buffer | undefined => {
  if (bytes.length < at + HEAD) return undefined
  const start = at + HEAD
  const body = bytes.subarray(start, start + bytes.readUInt32LE(at))
  if (body.length !== bytes.readUInt32LE(at)) return undefined
  return digestOf(body).equals(bytes.subarray(at + LENGTH, start)) ? body : undefined
}
