import type { EventStore } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'

/** Everything that a store holds, as one text: two of them are the same byte for byte, or something was written. */
export const storeText = async (store: EventStore): Promise<string> => {
  const lines: Array<string> = []
  for await (const batch of store.readAll()) {
    if (isLeft(batch)) throw new Error(`the store could not be read: ${batch.left.code}`)
    for (const event of batch.right.events) lines.push(JSON.stringify(event))
  }
  return lines.join('\n')
}
