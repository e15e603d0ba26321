import type { Shift } from '../../src/desk-plan/index.js'
import type { Stored } from '../../src/eventsourcing/index.js'
import {
  evolve,
  isOpen,
  noCase,
  situationOfStream,
  type CaseEvent,
  type CaseState,
} from '../../src/refund-case/index.js'
import { shiftStream } from '../../src/shift/index.js'
import type { Placed } from './log.js'

/** What a sheet comes to when it is looked up in all events, each time anew. */
export interface NaiveSheet {
  /** `number of the case: what was done on it`, for each case that was touched. */
  readonly work: ReadonlyArray<string>
  readonly late: number
  /** `number of the case: its situation`, of what is left open. */
  readonly open: ReadonlyArray<string>
  readonly classes: { readonly [caseNo: string]: string }
}

interface OfCase {
  readonly caseNo: string
  readonly events: ReadonlyArray<{
    readonly event: Stored<CaseEvent>
    readonly on: number
    readonly late: boolean
    readonly after: CaseState
  }>
}

/** Each case of a desk, with the shift on whose sheet each of its events stands. */
const casesOf = (events: ReadonlyArray<Placed>, shifts: ReadonlyArray<Shift>, desk: string): ReadonlyArray<OfCase> => {
  const acceptedAt = shifts.map((shift) =>
    events.findIndex(({ event, place }) => event.type === 'Accepted' && place.stream === shiftStream(shift)),
  )
  const streams = new Set(events.map(({ place }) => place.stream).filter((stream) => stream.startsWith('refundCase-')))
  return [...streams].flatMap((stream) => {
    const own = events.flatMap(({ event, place }, at) =>
      place.stream === stream ? [{ event: event as Stored<CaseEvent>, at }] : [],
    )
    const request = own[0]?.event
    if (request?.type !== 'Requested' || request.data.desk !== desk) return []
    let after: CaseState = noCase
    return [
      {
        caseNo: request.data.caseNo,
        events: own.map(({ event, at }) => {
          const { occurredAt } = event.meta
          const lies = shifts.filter(({ from, to }) => from <= occurredAt && occurredAt < to)
          if (lies.length !== 1) throw new Error(`${occurredAt} lies in ${lies.length} shifts`)
          const dated = shifts.findIndex(({ to }) => occurredAt < to)
          const accepted = acceptedAt.findLastIndex((place) => place !== -1 && place < at)
          const on = Math.max(dated, accepted + 1)
          after = evolve(after, event)
          return { event, on, late: on !== dated, after }
        }),
      },
    ]
  })
}

const classAfter = (before: string, event: Stored<CaseEvent>): string => {
  switch (event.type) {
    case 'Submitted':
      return event.data.to === 'finance' ? 'submittedToFinance' : before
    case 'SentBack':
      return event.data.by === 'finance' ? 'returnedByFinance' : before
    case 'ApprovalRefused':
      return 'returnedByFinance'
    case 'Paid':
      return 'processedByFinance'
    case 'FundsChecked':
      return event.data.result === 'notReceived' ? 'processedByFinance' : before
    case 'PaymentFailed':
    case 'PaymentReversed':
      return before === 'processedByFinance' ? '' : before
    default:
      return before
  }
}

export const naiveSheets = (
  events: ReadonlyArray<Placed>,
  shifts: ReadonlyArray<Shift>,
  desk: string,
): ((index: number) => NaiveSheet) => {
  const cases = casesOf(events, shifts, desk)
  return (index) => {
    const classes: { [caseNo: string]: string } = {}
    const work: Array<string> = []
    const open: Array<string> = []
    let late = 0
    for (const { caseNo, events: own } of cases) {
      const here = own.filter(({ on }) => on === index)
      if (here.length > 0) work.push(`${caseNo}: ${here.map(({ event }) => event.type).join(' ')}`)
      late += here.filter((each) => each.late).length
      const last = here.reduce((before, { event }) => classAfter(before, event), '')
      if (last !== '') classes[caseNo] = last
      const situation = situationOfStream(own.findLast(({ on }) => on <= index)?.after ?? noCase)
      if (situation !== 'none' && isOpen(situation)) open.push(`${caseNo}: ${situation}`)
    }
    return { work: work.toSorted(), late, open: open.toSorted(), classes }
  }
}
