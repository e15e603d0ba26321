import { right } from 'fp-ts/lib/Either.js'
import type { Position } from '../../eventsourcing/index.js'
import type { ProjectionStore } from './projection-store.js'

interface Kept {
  readonly checkpoint: Position
  readonly released: number
  readonly records: ReadonlyArray<string>
}

const keyOf = (name: string, version: number): string => `${version} ${name}`

/** Keeps projections in memory, as texts: nothing that was saved or loaded can change what is kept. */
export const memoryProjectionStore = (): ProjectionStore => {
  const all = new Map<string, Kept>()
  return {
    load: (name, version) => async () => {
      const kept = all.get(keyOf(name, version))
      if (kept === undefined) return right(undefined)
      const { checkpoint, released, records } = kept
      return right({ name, version, checkpoint, released, records: records.map((text): unknown => JSON.parse(text)) })
    },
    save:
      ({ name, version, checkpoint, released, records }) =>
      async () => {
        all.set(keyOf(name, version), {
          checkpoint,
          released,
          records: Array.from(records, (record) => JSON.stringify(record)),
        })
        return right(undefined)
      },
  }
}
