import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { eventRegistry } from '../eventsourcing/codec/index.js'
import { PolicyPublished, type PolicyBookEvent } from './events.js'

/** Every version of one policy, in the order they were published. */
export interface PolicyBook {
  readonly versions: ReadonlyArray<PolicyBookEvent['data']>
}

/** `policyBook-{policyId}` */
export const policyBookKind: StreamKind<PolicyBookEvent, PolicyBook> = {
  category: 'policyBook',
  registry: eventRegistry([PolicyPublished]),
  initial: { versions: [] },
  evolve: (book, event) => ({ versions: [...book.versions, event.data] }),
}

/** The newest version in force: what a new case is judged by. */
export const newestVersion = (book: PolicyBook): PolicyBookEvent['data'] | undefined =>
  book.versions.reduce<PolicyBookEvent['data'] | undefined>(
    (newest, version) => (newest === undefined || version.policy.version > newest.policy.version ? version : newest),
    undefined,
  )
