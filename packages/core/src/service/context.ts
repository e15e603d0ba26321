import { noCalendar, type CalendarHistory } from '../calendar/index.js'
import type { CommandPlatform, Loaded, StreamRevision } from '../eventsourcing/index.js'
import type { Holding, OrderAccount, OrderAccountEvent } from '../order-account/index.js'
import { policyBookKind, type PolicyBook, type PolicyBookEvent } from '../policy-book/index.js'
import type { PublishedCalendars, WorkCalendarEvent } from '../work-calendar/index.js'
import type { CaseEvent, CaseState } from '../refund-case/index.js'
import type { ServiceOptions } from './api.js'
import { rememberedStreams, type RememberedStreams } from './remembered-streams.js'
import { accountKind, caseKind } from './streams.js'

/** What every call of one service shares. */
export interface ServiceContext {
  readonly options: ServiceOptions
  readonly platform: CommandPlatform
  /** The namespace of every id that is made from a name. */
  readonly namespace: string
  readonly graceMs: number
  readonly maxAttempts: number
  readonly cases: RememberedStreams<CaseEvent, CaseState>
  readonly accounts: RememberedStreams<OrderAccountEvent, OrderAccount>
  readonly policyBooks: RememberedStreams<PolicyBookEvent, PolicyBook>
  readonly memory: ServiceMemory
}

/** The calendars read so far, and the revision of their stream that this rests on. */
export interface KnownCalendars {
  readonly history: CalendarHistory
  readonly restedOn: ReadonlyArray<StreamRevision>
  readonly loaded?: Loaded<WorkCalendarEvent, PublishedCalendars>
}

/**
 * What a service remembers between calls. Policy versions never change, and calendars and books only grow: each is read
 * on from where it was read to.
 */
export interface ServiceMemory {
  readonly policies: Map<string, PolicyBookEvent['data']>
  calendars: KnownCalendars
  /** For each account as it stood, the holdings of cases that it was settled to. */
  readonly settled: WeakMap<OrderAccount, Map<string, Holding>>
}

// The root of all names; drawn once, for ever the same.
const ROOT = 'b2f0c1de-6d3c-5b7a-9a55-3f7f0c8b6a01'

export const serviceContext = (options: ServiceOptions): ServiceContext => ({
  options,
  platform: {
    store: options.store,
    sha256: options.sha256,
    clock: options.clock,
    maxClockSkewMs: options.maxClockSkewMs ?? 5_000,
    maxAttempts: options.maxAttempts ?? 8,
  },
  namespace: options.ids.v5(ROOT, options.shop ?? 'shop'),
  maxAttempts: options.maxAttempts ?? 8,
  graceMs: options.reservationGraceMs ?? 60_000,
  cases: rememberedStreams(options.store, caseKind, options.rememberedStreams ?? 1_000),
  accounts: rememberedStreams(options.store, accountKind, options.rememberedStreams ?? 1_000),
  policyBooks: rememberedStreams(options.store, policyBookKind, 100),
  memory: {
    policies: new Map(),
    calendars: { history: { atFirst: noCalendar, learned: [] }, restedOn: [] },
    settled: new WeakMap(),
  },
})
