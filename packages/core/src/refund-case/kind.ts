import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { caseEvents, type CaseEvent } from './events/index.js'
import { evolve } from './evolve.js'
import { noCase, type CaseState } from './state.js'

/** `refundCase-{caseId}`: the whole life of one case. */
export const caseKind: StreamKind<CaseEvent, CaseState> = {
  category: 'refundCase',
  registry: eventRegistry(caseEvents),
  initial: noCase,
  evolve,
}
