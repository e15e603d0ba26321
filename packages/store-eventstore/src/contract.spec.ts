import { readFileSync } from 'node:fs'
import { declareCases, recordedCases, storeCases, type Administer } from '@refund-case/testing'
import { describe, it } from 'vitest'
import { useServer } from '../test/server.js'

const recording = readFileSync(new URL('../../testing/fixtures/recorded.jsonl', import.meta.url), 'utf8')
const server = await useServer()
// Some batches a server never answers, which takes a whole attempt to find out; a real one needs up to 2 s for others.
const store = server.open({ attemptMs: server.standin === undefined ? 2_500 : 1_000 })

/** Deletes, tombstones and bounds streams as an administrator does, past the store. */
const administer: Administer = async (stream, { op, expected = 'any', set = {} }) => {
  const name = server.onServer(stream)
  const expectedRevision = typeof expected === 'number' ? BigInt(expected) : expected
  try {
    if (op === 'metadata') await server.client.setStreamMetadata(name, set)
    // The client cannot send this one, as a server's answer to it could not be recorded.
    else if (expectedRevision === 'stream_exists') return false
    else if (op === 'delete') await server.client.deleteStream(name, { expectedRevision })
    else await server.client.tombstoneStream(name, { expectedRevision })
    return true
  } catch {
    return false
  }
}

const same = () => Promise.resolve({ store })

declareCases({ describe, it }, 'the EventStoreDB store', storeCases({ runs: 30 }), same)
// Each on streams of its own: several at once.
declareCases({ describe, it: it.concurrent }, 'the EventStoreDB store', [recordedCases(recording, administer)], same)
