import type { Instant } from '../../src/calendar/index.js'
import {
  positionAt,
  streamName,
  type DomainEvent,
  type Stored,
  type StreamName,
} from '../../src/eventsourcing/index.js'
import type { LedgerDepartment, LedgerEvent } from '../../src/ledger/index.js'
import type { CaseEvent } from '../../src/refund-case/index.js'
import type { Place, Projecting } from '../../src/projections/runner/projection.js'
import { instant } from '../service/world.js'
import type { History } from './histories.js'

/** A decoded event with its place in the global order. */
export interface Placed<Event extends DomainEvent = DomainEvent> {
  readonly event: Stored<Event>
  readonly place: Place
}

/** An event that is to stand in the global order, at the instant it was written. */
export interface Written<Event extends DomainEvent = DomainEvent> {
  readonly event: Stored<Event>
  readonly stream: StreamName
  readonly writtenAt: number
}

export const instantAt = (millis: number): Instant => instant(new Date(millis).toISOString())

/** The events in the order in which they were written. */
export const inGlobalOrder = (written: ReadonlyArray<Written>): ReadonlyArray<Placed> =>
  written
    .map((each, index) => ({ ...each, index }))
    .toSorted((a, b) => a.writtenAt - b.writtenAt || a.index - b.index)
    .map(({ event, stream }, index) => ({ event, place: { stream, position: positionAt(index + 1) } }))

export interface Told {
  readonly no: number
  readonly history: History
  readonly desk?: string
  readonly currency?: string
  /** The instants of its events, none before the one before it; the last one goes for all that follow. */
  readonly at: ReadonlyArray<number>
  /** How much later than it happened each event was written, milliseconds. */
  readonly lag?: number
}

export const caseStreamNo = (no: number): StreamName =>
  streamName('refundCase', `00000000-0000-5000-8000-${no.toString(16).padStart(12, '0')}`)

/** The events of one case, moved in time and to a stream of its own. */
export const told = ({
  no,
  history,
  desk = 'main',
  currency = 'CNY',
  at,
  lag = 0,
}: Told): ReadonlyArray<Written<CaseEvent>> =>
  history.map((event, index) => {
    const millis = at[index] ?? at.at(-1) ?? 0
    const meta = { ...event.meta, id: `event-${no}-${index}`, occurredAt: instantAt(millis) }
    const moved =
      event.type === 'Requested'
        ? { ...event, meta, data: { ...event.data, desk, currency, caseNo: `R-${no}` } }
        : { ...event, meta }
    return { event: moved, stream: caseStreamNo(no), writtenAt: millis + lag }
  })

const meta = (id: string, millis: number, by: string, revision: number) => ({
  id,
  revision,
  occurredAt: instantAt(millis),
  actor: { id: by, role: 'accountant' },
})

export type LedgerStep = readonly [type: LedgerEvent['type'], writtenAt: number, data?: object]

/** The steps of a ledger, in the order of its stream. */
export const steps = (
  department: LedgerDepartment,
  month: string,
  taken: ReadonlyArray<LedgerStep>,
): ReadonlyArray<Written> =>
  taken.map(([type, writtenAt, data = {}], revision) => ({
    event: {
      type,
      data,
      meta: meta(`${department}-${month}-${revision}`, writtenAt, `${department}-${type}`, revision),
    },
    stream: streamName('ledger', `${department}-${month}`),
    writtenAt,
  }))

/** Hands the events to a projection, each to the reader of its category. */
export const feed = (projecting: Pick<Projecting<unknown>, 'reads'>, events: Iterable<Placed>): void => {
  for (const { event, place } of events)
    for (const reader of projecting.reads)
      if (place.stream.startsWith(`${reader.category}-`)) {
        const failure = reader.take(event, place)
        if (failure !== undefined) throw new Error(failure.message)
      }
}
