import { EventLog, metadataType, metastreamOf, recordSize } from '../log/index.js'
import { Journal, readJournal } from '../log/journal.js'
import { decodeEvent } from '../protocol/decode-event.js'
import { Writer } from '../writing/writer.js'

/** The data of a node, and what writes to it. */
export interface Database {
  readonly log: EventLog
  readonly writer: Writer
  readonly close: () => void
}

/** What a server writes into its log before anybody else does. */
const beginning = {
  stream: metastreamOf('$scavenges'),
  event: {
    id: '5ca7e9e5-0000-4000-8000-000000000001',
    type: metadataType,
    isJson: true,
    data: Buffer.from('{"$maxAge":2592000}'),
    metadata: new Uint8Array(),
  },
}

/** The data in memory, or in a file as well: then with whatever it holds already. */
export const openDatabase = (clock: () => number, file?: string): Database => {
  const kept = file === undefined ? undefined : readJournal(file)
  const journal = file === undefined ? undefined : new Journal(file, kept?.length ?? 0)
  const log = new EventLog(clock, journal)
  for (const bytes of kept?.events ?? []) {
    const { stored, proposed } = decodeEvent(bytes)
    log.restore(stored, proposed.data, stored.position + recordSize(stored.stream, proposed))
  }
  if (log.all.length === 0) log.write([beginning])
  return { log, writer: new Writer(log, clock), close: () => journal?.close() }
}

/** The same data after a restart: what is in no log is forgotten. */
export const reopened = ({ log, close }: Database, clock: () => number): Database => ({
  log,
  writer: new Writer(log, clock),
  close,
})
