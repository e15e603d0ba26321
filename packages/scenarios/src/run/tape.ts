import {
  accountKind,
  caseKind,
  categoryOf,
  decodeRecorded,
  ledgerKind,
  policyBookKind,
  shiftKind,
  workCalendarKind,
  type CaseEvent,
  type CaseState,
  type EventStore,
  type LedgerEvent,
  type OrderAccount,
  type OrderAccountEvent,
  type Policy,
  type Position,
  type PublishedCalendarYear,
  type RecordedEvent,
  type ShiftEvent,
  type Stored,
  type StoreError,
  type StreamName,
  type Undecodable,
  type Vault,
} from '@refund-case/core'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { openedData } from './opened.js'
import { unsoundAccount, unsoundCase } from './sound.js'
import {
  startOfCase,
  startOfAccount,
  tapedAccountAfter,
  tapedCaseAfter,
  type TapedAccount,
  type TapedCase,
} from './taped.js'

export interface NewCaseEvent {
  readonly caseId: string
  readonly event: Stored<CaseEvent>
  /** The state it met. */
  readonly before: CaseState
  /** Its data with what is sealed in plain. */
  readonly data: { readonly [field: string]: unknown }
}

export interface NewAccountEvent {
  readonly accountId: string
  readonly event: Stored<OrderAccountEvent>
  readonly before: OrderAccount
}

/** An event of a shift or a ledger. */
export interface NewDutyEvent {
  readonly stream: StreamName
  readonly event: Stored<ShiftEvent | LedgerEvent>
  /** Its data with what is sealed in plain. */
  readonly data: { readonly [field: string]: unknown }
}

/** What was written since the last look, in the order of the store, and which promises it broke. */
export interface Reel {
  readonly cases: ReadonlyArray<NewCaseEvent>
  readonly accounts: ReadonlyArray<NewAccountEvent>
  readonly duty: ReadonlyArray<NewDutyEvent>
  readonly broken: ReadonlyArray<string>
}

/** Everything that stands in the store, read and folded by ourselves: what was answered is held against it. */
export interface Tape {
  readonly cases: ReadonlyMap<string, TapedCase>
  readonly accounts: ReadonlyMap<string, TapedAccount>
  readonly streams: ReadonlyMap<StreamName, ReadonlyArray<RecordedEvent>>
  readonly calendars: ReadonlyArray<PublishedCalendarYear>
  readonly policies: ReadonlyMap<string, Policy>
  /** Every event of a case, in order, with what is sealed in plain. */
  readonly told: (caseId: string) => ReadonlyArray<NewCaseEvent>
  readonly windOn: () => Promise<Either<StoreError | Undecodable, Reel>>
}

const idOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1)

export const tapeOf = (store: EventStore, vault: Vault): Tape => {
  const cases = new Map<string, TapedCase>()
  const accounts = new Map<string, TapedAccount>()
  const streams = new Map<StreamName, ReadonlyArray<RecordedEvent>>()
  const calendars: Array<PublishedCalendarYear> = []
  const policies = new Map<string, Policy>()
  const story = new Map<string, ReadonlyArray<NewCaseEvent>>()
  let after: Position | undefined

  const newEvents = async (): Promise<Either<StoreError, ReadonlyArray<RecordedEvent>>> => {
    const events: Array<RecordedEvent> = []
    for await (const batch of store.readAll(after === undefined ? {} : { after })) {
      if (isLeft(batch)) return batch
      events.push(...batch.right.events)
      after = batch.right.upTo
    }
    return right(events)
  }

  const take = async (recorded: RecordedEvent, reel: Mutable): Promise<Undecodable | undefined> => {
    const { stream } = recorded
    const id = idOf(stream)
    streams.set(stream, [...(streams.get(stream) ?? []), recorded])
    switch (categoryOf(stream)) {
      case caseKind.category: {
        const event = decodeRecorded(caseKind.registry, recorded)
        if (isLeft(event)) return event.left
        const data = await openedData(vault, stream, event.right.data)
        const before = cases.get(id) ?? startOfCase(id)
        const next = tapedCaseAfter(before, event.right)
        cases.set(id, next)
        const told: NewCaseEvent = { caseId: id, event: event.right, before: before.state, data }
        story.set(id, [...(story.get(id) ?? []), told])
        reel.cases.push(told)
        reel.broken.push(...unsoundCase(next, event.right))
        return undefined
      }
      case accountKind.category: {
        const event = decodeRecorded(accountKind.registry, recorded)
        if (isLeft(event)) return event.left
        const before = accounts.get(id) ?? startOfAccount(id)
        const next = tapedAccountAfter(before, event.right)
        accounts.set(id, next)
        reel.accounts.push({ accountId: id, event: event.right, before: before.state })
        reel.broken.push(...unsoundAccount(next, event.right))
        return undefined
      }
      case policyBookKind.category: {
        const event = decodeRecorded(policyBookKind.registry, recorded)
        if (isLeft(event)) return event.left
        policies.set(event.right.data.digest, event.right.data.policy)
        return undefined
      }
      case workCalendarKind.category: {
        const event = decodeRecorded(workCalendarKind.registry, recorded)
        if (isLeft(event)) return event.left
        calendars.push(event.right.data)
        return undefined
      }
      case shiftKind.category:
      case ledgerKind.category: {
        const registry = categoryOf(stream) === shiftKind.category ? shiftKind.registry : ledgerKind.registry
        const event = decodeRecorded<ShiftEvent | LedgerEvent>(registry, recorded)
        if (isLeft(event)) return event.left
        reel.duty.push({ stream, event: event.right, data: await openedData(vault, stream, event.right.data) })
        return undefined
      }
      default:
        return undefined
    }
  }

  const windOn = async (): Promise<Either<StoreError | Undecodable, Reel>> => {
    const events = await newEvents()
    if (isLeft(events)) return events
    const reel: Mutable = { cases: [], accounts: [], duty: [], broken: [] }
    for (const recorded of events.right) {
      const undecodable = await take(recorded, reel)
      if (undecodable !== undefined) return left(undecodable)
    }
    return right(reel)
  }

  return { cases, accounts, streams, calendars, policies, told: (caseId) => story.get(caseId) ?? [], windOn }
}

interface Mutable {
  readonly cases: Array<NewCaseEvent>
  readonly accounts: Array<NewAccountEvent>
  readonly duty: Array<NewDutyEvent>
  readonly broken: Array<string>
}
