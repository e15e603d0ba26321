import type { Connection } from '../wire/connection.js'
import type { Sending } from './append-path.js'
import { batchPath } from './batch-path.js'
import { classicPath } from './classic-path.js'

/**
 * All appends over one open call, which is twice as fast, unless the caller or the server will not have it so. What is
 * larger than usual goes by a call of its own, where it holds up nobody.
 */
export const appendPath = (connection: Connection, appends: 'batch' | 'classic'): Sending => {
  const classic = classicPath(connection)
  if (appends === 'classic') return { send: classic, close: () => undefined }
  const batch = batchPath(connection)
  let isKnown = true
  return {
    send: async (request, timeoutMs) => {
      if (!isKnown || request.size > LARGE) return classic(request, timeoutMs)
      const answer = await batch.send(request, timeoutMs)
      if (answer.kind !== 'failed' || answer.failure.facts['grpc'] !== UNIMPLEMENTED) return answer
      isKnown = false
      return classic(request, timeoutMs)
    },
    close: batch.close,
  }
}

const LARGE = 1_048_576
const UNIMPLEMENTED = 12
