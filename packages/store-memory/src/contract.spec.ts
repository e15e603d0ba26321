import { readFileSync } from 'node:fs'
import { declareCases, recordedCases, storeCases } from '@refund-case/testing'
import { describe, it } from 'vitest'
import { memoryStore } from './index.js'

const recording = readFileSync(new URL('../../testing/fixtures/recorded.jsonl', import.meta.url), 'utf8')

declareCases({ describe, it }, 'the memory store', [...storeCases(), recordedCases(recording)], () =>
  Promise.resolve({ store: memoryStore() }),
)
