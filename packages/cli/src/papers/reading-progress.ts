import type { EventStore } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import type { Terminal } from '../terminal.js'

const clear = '\r\u001B[2K'
const wave = ['▏', '▎', '▍', '▌', '▋', '▊', '▉', '█']
const every = 2_000

/** Shows how many events have been read, where somebody watches, and knows whether there were any. */
export interface Reading {
  readonly of: (store: EventStore) => EventStore
  /** Takes the line away again. */
  readonly gone: () => void
  /** Whether something was read to its end without meeting one event. */
  readonly metNothing: () => boolean
}

export const readingOn = (terminal: Terminal): Reading => {
  let shownAt = 0
  let shown = false
  let finished = false
  let met = false
  const show = (count: number): void => {
    if (!terminal.live || count - shownAt < every) return
    shownAt = count
    shown = true
    terminal.err(`${clear}${wave[Math.floor(count / every) % wave.length]} ${count.toLocaleString('en')} events read`)
  }
  return {
    of: (store) => ({
      append: (stream, expected, events) => store.append(stream, expected, events),
      readStream: (stream, options) => store.readStream(stream, options),
      subscribe: (options) => store.subscribe(options),
      readAll: (options) => ({
        [Symbol.asyncIterator]: async function* () {
          let count = 0
          shownAt = 0
          for await (const batch of store.readAll(options)) {
            if (isRight(batch)) show((count += batch.right.events.length))
            met ||= count > 0
            yield batch
          }
          finished = true
        },
      }),
    }),
    gone: () => {
      if (shown) terminal.err(clear)
      shown = false
    },
    metNothing: () => finished && !met,
  }
}
