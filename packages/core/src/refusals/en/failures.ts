import type { Catalogue } from '../catalogue.js'

/** What a store or a vault could not do, where the failure itself says nothing more. */
export const failures = {
  storeErrors: {
    BATCH_EMPTY: 'There was nothing to write. Hand in at least one event.',
    BATCH_ID_REPEATED: 'An event id stands twice in one batch. Give each event an id of its own.',
    NOT_JSON: 'The event holds something that JSON cannot carry back unchanged. Hand in plain JSON.',
    BAD_ENVELOPE: 'The event is not complete. Hand in envelopes as the builder makes them.',
    BAD_STREAM_NAME: 'This is no name of a stream. Name it by category and id, with a hyphen between them.',
    BAD_REVISION: 'This is no revision of a stream. Use a whole number from 0, or no_stream.',
    BAD_POSITION: 'This is no position of this store. Keep positions as the store gave them.',
    BAD_LIMIT: 'This is no number of events to read. Use a whole number above 0.',
    EVENT_TOO_LARGE: 'The event is larger than the store takes. Keep large contents outside and store a reference.',
    STORE_UNAVAILABLE: 'The store cannot be reached. Repeat the command when it answers again.',
    STORE_TIMEOUT: 'The store did not answer in time. Repeat the command with the same key.',
    ACCESS_DENIED: 'The store refused access. Check the credentials and permissions.',
    STREAM_DELETED: 'The stream was deleted in the store and cannot be written again. Ask whoever runs the store.',
    STORE_CLOSED: 'The store has been closed. Open it again before using it.',
    STORE_FAILED: 'The store failed. Look at its log, then repeat the command.',
    STORE_MISCONFIGURED: 'The store cannot be opened as it is described. Correct its address or settings.',
    EVENT_UNREADABLE: 'What the store holds at this place is no event of this software. Have the stream looked at.',
  },
  vaultErrors: {
    KEY_DESTROYED: 'The data was erased with its key, and cannot be brought back.',
    KEY_UNKNOWN: 'The vault has no key for this data. Check that it is the vault the data was sealed with.',
    SEAL_BROKEN:
      'The sealed data does not open here: it was changed, or stands in another place than it was sealed for.',
    VAULT_UNAVAILABLE: 'The vault cannot be reached. Repeat the command when it answers again.',
    VAULT_LOCKED: 'The vault does not open with this key. Hand in the wrapping key or passphrase it was made with.',
    VAULT_DAMAGED: 'A file of the vault is not as it was written. Restore it from a backup before going on.',
    MAC_KEY_UNKNOWN: 'The vault has no such key version. Name a purpose and a version that this vault has given out.',
  },
  undecodable: {
    EVENT_UNDECODABLE: (f) =>
      `Event ${f.text('revision')} of stream ${f.text('stream')} cannot be read: ${f.text('path')}: ${f.text('reason')}. Nothing was written; have the stream looked at.`,
    EVENT_TYPE_UNKNOWN: (f) =>
      `Event ${f.text('revision')} of stream ${f.text('stream')} is of a type that is not known there: ${f.text('type')}. Update this software, or have the stream looked at.`,
    EVENT_VERSION_NEWER: (f) =>
      `Event ${f.text('revision')} of stream ${f.text('stream')} (${f.text('type')}) was written by a later version of this software. Update it.`,
  },
  conflictUnresolved: (f) =>
    `Others changed the same stream at each of ${f.text('attempts')} attempts; nothing was written. Repeat the command with the same key.`,
  writtenUnknown: 'It is not known whether anything was written: repeat the command with the same key.',
  unknownCode: (code) => `Refused: ${code}. This version has no sentence for it.`,
} satisfies Partial<Catalogue>
