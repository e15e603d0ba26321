import type { Instant } from '../calendar/index.js'
import { eventRegistry } from '../eventsourcing/codec/index.js'
import type { Stored } from '../eventsourcing/decider.js'
import type { StreamKind } from '../eventsourcing/stream-kind.js'
import { ledgerEvents, type LedgerEvent, type LedgerEventOf } from './events.js'

/** One step of a ledger's way: who took it, and when. */
export interface LedgerStep {
  readonly by: string
  readonly at: Instant
}

/**
 * How far one month's ledger of one department has come. Preparing it again takes it back to the start; each step after
 * the approval names the approval's digest.
 */
export interface LedgerProgress {
  /** The last 制表; `revision` is its place in the stream. */
  readonly prepared: (LedgerStep & { readonly revision: number }) | undefined
  readonly approved: (LedgerStep & LedgerEventOf<'HeadApproved'>['data']) | undefined
  readonly submitted: LedgerStep | undefined
  readonly verified: LedgerStep | undefined
  readonly archived: (LedgerStep & LedgerEventOf<'Archived'>['data']) | undefined
}

const notPrepared: LedgerProgress = {
  prepared: undefined,
  approved: undefined,
  submitted: undefined,
  verified: undefined,
  archived: undefined,
}

const evolve = (progress: LedgerProgress, { type, data, meta }: Stored<LedgerEvent>): LedgerProgress => {
  const step: LedgerStep = { by: meta.actor.id, at: meta.occurredAt }
  // A closed month never changes (rule 17): what was written beside its closing is without effect.
  if (progress.archived !== undefined) return progress
  switch (type) {
    case 'Prepared':
      return { ...notPrepared, prepared: { ...step, revision: meta.revision } }
    case 'HeadApproved':
      return { ...notPrepared, prepared: progress.prepared, approved: { ...step, ...data } }
    case 'Submitted':
      return { ...progress, submitted: step }
    case 'Verified':
      return { ...progress, verified: step }
    case 'Archived':
      return { ...progress, archived: { ...step, ...data } }
  }
}

/** `ledger-{department}-{yyyy-MM}` */
export const ledgerKind: StreamKind<LedgerEvent, LedgerProgress> = {
  category: 'ledger',
  registry: eventRegistry(ledgerEvents),
  initial: notPrepared,
  evolve,
}
