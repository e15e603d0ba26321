import type { Stored } from '../../eventsourcing/decider.js'
import type { CaseEventType, EventOf } from '../events/index.js'

/** One event of a case as its fold sees it. */
export type StoredOf<Type extends CaseEventType> = Stored<EventOf<Type>>
