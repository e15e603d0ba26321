import { createHash } from 'node:crypto'
import type { SavedProjection } from '@refund-case/core'

// A stored format: a line of what it is, a line for each record, and a line that says how many there were and the
// SHA-256 of all that stands before it.

const FORMAT = 'refund-case projection 1'
const PART = 65_536

/** What stands in the first line. */
export interface SavedHeader {
  readonly format: typeof FORMAT
  readonly name: string
  readonly version: number
  readonly checkpoint: string
  readonly released: number
}

interface SavedEnd {
  readonly records: number
  readonly sha256: string
}

const lines = function* ({ name, version, checkpoint, released, records }: SavedProjection): Iterable<string> {
  const hash = createHash('sha256')
  const header: SavedHeader = { format: FORMAT, name, version, checkpoint, released }
  let count = -1
  for (const line of jsonLines(header, records)) {
    hash.update(line)
    count++
    yield line
  }
  const end: SavedEnd = { records: count, sha256: hash.digest('hex') }
  yield `${JSON.stringify(end)}\n`
}

const jsonLines = function* (header: SavedHeader, records: Iterable<unknown>): Iterable<string> {
  yield `${JSON.stringify(header)}\n`
  for (const record of records) yield `${JSON.stringify(record)}\n`
}

/** The file of a saved projection, in parts large enough to be written quickly and small enough for any state. */
export const savedParts = function* (saved: SavedProjection): Iterable<string> {
  let part = ''
  for (const line of lines(saved)) {
    part += line
    if (part.length < PART) continue
    yield part
    part = ''
  }
  if (part !== '') yield part
}

const isHeader = (value: unknown): value is SavedHeader =>
  typeof value === 'object' &&
  value !== null &&
  'format' in value &&
  value.format === FORMAT &&
  'name' in value &&
  'version' in value &&
  'checkpoint' in value &&
  'released' in value &&
  typeof value.name === 'string' &&
  typeof value.version === 'number' &&
  typeof value.checkpoint === 'string' &&
  typeof value.released === 'number'

const isEnd = (value: unknown): value is SavedEnd =>
  typeof value === 'object' && value !== null && 'records' in value && 'sha256' in value

/** What was saved; undefined where a line is missing or is not what was written. */
export const readSaved = async (
  given: AsyncIterable<string>,
): Promise<{ readonly header: SavedHeader; readonly records: ReadonlyArray<unknown> } | undefined> => {
  const hash = createHash('sha256')
  const values: Array<unknown> = []
  let last: string | undefined
  try {
    for await (const line of given) {
      if (last !== undefined) {
        hash.update(`${last}\n`)
        values.push(JSON.parse(last))
      }
      last = line
    }
    const end: unknown = JSON.parse(last ?? 'null')
    const [header, ...records] = values
    return isHeader(header) && isEnd(end) && end.records === records.length && end.sha256 === hash.digest('hex')
      ? { header, records }
      : undefined
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return undefined
    throw thrown
  }
}
