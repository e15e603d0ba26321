import { memoryStore } from '@refund-case/store-memory'
import type { EventStore } from '@refund-case/core'
import { right } from 'fp-ts/lib/Either.js'
import { expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { readingOn } from './reading-progress.js'

const batch = { events: Array.from({ length: 2_500 }), upTo: '1', caughtUp: true }

/** A store with many events, of which nobody looks at one. */
const large: EventStore = {
  ...memoryStore(),
  readAll: async function* () {
    yield right(batch as never)
    yield right(batch as never)
  },
}

const read = async (live: boolean) => {
  const { terminal, said } = recordingTerminal({ live })
  const reading = readingOn(terminal)
  let batches = 0
  for await (const _ of reading.of(large).readAll()) batches++
  reading.gone()
  return { batches, err: said.err }
}

it('shows how many events have been read where somebody watches, and takes the line away', async () => {
  const { batches, err } = await read(true)
  expect(batches).toBe(2)
  expect(err).toContain('2,500 events read')
  expect(err).toContain('5,000 events read')
  expect(err.endsWith('\r\u001B[2K')).toBe(true)
  expect(await read(false)).toEqual({ batches: 2, err: '' })
})
