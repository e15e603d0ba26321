import { jsonEvent, type EventStoreDBClient } from '@eventstore/db-client'
import type { StoreError } from '@refund-case/core'
import { left, right } from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { failureOf, toStoreError } from '../wire/failure.js'

/** Who may do what with the streams of a server that holds refunds and nothing else. */
export interface Access {
  /** The user that the service runs as, or a group of users: reads and appends. */
  readonly service: string
  /** Those who may read and nothing else, as auditors may. */
  readonly readers?: ReadonlyArray<string>
  /** Readers of the log whose place is kept on the server: their streams are bounded here. */
  readonly checkpoints?: ReadonlyArray<string>
  readonly prefix?: string
}

/**
 * Sets the access lists of a server, as an administrator: the service may read and append, readers may read, and nobody
 * but administrators may delete a stream, change its metadata or touch a stream of the server's own.
 *
 * The lists are the server's defaults, which hold for every stream that has none of its own, since the server knows no
 * lists for categories. It can be run again, and then says the same.
 */
export const setUpAccess =
  (
    client: EventStoreDBClient,
    { service, readers = [], checkpoints = [], prefix = '' }: Access,
  ): TaskEither<StoreError, void> =>
  async () => {
    const admins = '$admins'
    const read = [admins, service, ...readers]
    const userStreams = { $r: read, $w: [admins, service], $d: [admins], $mr: [admins, service], $mw: [admins] }
    const systemStreams = { $r: [admins], $w: [admins], $d: [admins], $mr: [admins], $mw: [admins] }
    try {
      await client.appendToStream(
        '$settings',
        jsonEvent({
          type: 'update-default-acl',
          data: { $userStreamAcl: userStreams, $systemStreamAcl: systemStreams },
        }),
      )
      const ofTheLog = {
        readRoles: read,
        writeRoles: [admins],
        deleteRoles: [admins],
        metaReadRoles: [admins],
        metaWriteRoles: [admins],
      }
      await client.setStreamMetadata('$all', { acl: ofTheLog })
      for (const reader of checkpoints) await client.setStreamMetadata(`${prefix}checkpoint-${reader}`, { maxCount: 5 })
      return right(undefined)
    } catch (error) {
      return left(toStoreError(failureOf(error), 'unknown'))
    }
  }
