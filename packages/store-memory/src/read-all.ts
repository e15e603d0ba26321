import type { EitherBatch, ReadAllOptions } from '@refund-case/core'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { Cursor } from './cursor.js'
import type { EventLog } from './event-log.js'
import { selectionOf } from './selection.js'

/** Reads what is asked for up to the end, anew by each iterator. */
export const readAll = (log: EventLog, options: ReadAllOptions): AsyncIterable<EitherBatch> => ({
  [Symbol.asyncIterator]: () => batches(log, options),
})

async function* batches(log: EventLog, options: ReadAllOptions): AsyncGenerator<EitherBatch, undefined> {
  const selection = selectionOf(options, log.end)
  if (isLeft(selection)) {
    yield selection
    return
  }
  const cursor = new Cursor(log, selection.right)
  let caughtUp = false
  while (!caughtUp) {
    const batch = cursor.read()
    caughtUp = batch.caughtUp
    yield right(batch)
  }
}
