import fc from 'fast-check'
import { expect } from 'vitest'
import type { Position, RecordedEvent } from '../../src/eventsourcing/index.js'
import { dispatchTo } from '../../src/projections/runner/dispatch.js'
import { newEntry, type Entry } from '../../src/projections/runner/entry.js'
import type { Projection } from '../../src/projections/runner/index.js'
import { interleaved, type RecordedHistory } from './recorded-history.js'

// A reader never skips an event, but it may repeat some; a process may end anywhere, and the next one goes on from what
// was saved last.
type Move =
  | { readonly do: 'read'; readonly from: number; readonly to: number }
  | { readonly do: 'save' }
  | { readonly do: 'crash' }

// Places in the log; a shorter one is gone round.
const place = fc.nat({ max: 300 })
const moves: fc.Arbitrary<ReadonlyArray<Move>> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ do: fc.constant('read' as const), from: place, to: place }) },
    { weight: 2, arbitrary: fc.record({ do: fc.constant('save' as const) }) },
    { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const) }) },
  ),
  { maxLength: 14 },
)

interface Kept {
  readonly records: string
  readonly checkpoint: Position | undefined
  readonly released: number
  readonly reached: number
}

const take = (entry: Entry, events: ReadonlyArray<RecordedEvent>): void => {
  entry.ahead = entry.checkpoint !== undefined
  const dispatch = dispatchTo([entry])
  for (const event of events) {
    // Anything may come again.
    entry.ahead = true
    dispatch.take(event)
  }
  if (entry.stopped !== undefined) throw new Error(`stopped: ${JSON.stringify(entry.stopped)}`)
}

const fedOnce = <View, Row>(projection: Projection<View, unknown, Row>, events: ReadonlyArray<RecordedEvent>) => {
  const entry = newEntry(projection)
  take(entry, events)
  return { view: entry.projecting.view, rows: entry.projecting.release?.() ?? [] }
}

const fedWith = <View, Row>(
  projection: Projection<View, unknown, Row>,
  events: ReadonlyArray<RecordedEvent>,
  script: ReadonlyArray<Move>,
) => {
  const rows: Array<Row> = []
  let kept: Kept | undefined
  let reached = 0
  let entry = newEntry(projection)
  const release = () => {
    const released = entry.projecting.release?.() ?? []
    rows.splice(entry.released, Infinity, ...released)
    entry.released += released.length
  }
  for (const move of script) {
    if (move.do === 'read') {
      const to = move.to % (events.length + 1)
      take(entry, events.slice(Math.min(move.from, reached), to))
      reached = Math.max(reached, to)
    } else if (move.do === 'save') {
      release()
      const records = JSON.stringify([...entry.projecting.save()])
      kept = { records, checkpoint: entry.checkpoint, released: entry.released, reached }
    } else {
      reached = kept?.reached ?? 0
      const records = kept === undefined ? undefined : (JSON.parse(kept.records) as ReadonlyArray<unknown>)
      const begun = records === undefined ? {} : { projecting: projection.begin(records) }
      entry = Object.assign(newEntry(projection), {
        ...begun,
        checkpoint: kept?.checkpoint,
        released: kept?.released ?? 0,
      })
    }
  }
  take(entry, events.slice(reached))
  release()
  return { view: entry.projecting.view, rows }
}

/**
 * Rule 14: a projection fed with duplicates, in any chunks, or begun again from what was saved, comes to the same as one
 * fed once: what `look` sees of its view, and the rows it released.
 */
export const holdsRule14 = <View, Row>(
  history: RecordedHistory,
  projection: Projection<View, unknown, Row>,
  look: (view: View) => unknown,
  { numRuns = 60 }: { readonly numRuns?: number } = {},
): void => {
  const chosen = fc.array(fc.nat({ max: history.cases.length - 1 }), { minLength: 1, maxLength: 8 })
  const turns = fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(chosen, turns, moves, (cases, whose, script) => {
      const events = interleaved(history, cases, whose)
      const once = fedOnce(projection, events)
      const again = fedWith(projection, events, script)
      expect(look(again.view)).toEqual(look(once.view))
      expect(again.rows).toEqual(once.rows)
    }),
    { numRuns },
  )
}
