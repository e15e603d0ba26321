import { readFileSync } from 'node:fs'
import { declareCases, recordedCases, storeCases } from '@refund-case/testing'
import { describe, it } from 'vitest'
import { useServer } from '../test/server.js'

const recording = readFileSync(new URL('../../testing/fixtures/recorded.jsonl', import.meta.url), 'utf8')
const server = await useServer()
const store = server.open({ attemptMs: 2_500 })

declareCases({ describe, it }, 'the EventStoreDB store', [...storeCases({ runs: 30 }), recordedCases(recording)], () =>
  Promise.resolve({ store }),
)
