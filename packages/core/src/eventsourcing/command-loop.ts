import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { later } from '../calendar/index.js'
import { appendBatch, type Attempts } from './append-batch.js'
import type { CommandFailure, CommandPlatform, CommandRun, Executed } from './command-run.js'
import type { DomainEvent } from './decider.js'
import type { Envelope } from './envelope.js'
import type { StoreError } from './event-store.js'
import { loadStream } from './load-stream.js'
import { continueLoad, withEvents } from './loaded.js'
import { occurredNow } from './occurred-now.js'
import { ownAmong } from './own-events.js'
import { prepareBatch } from './prepared-batch.js'
import type { StreamKind } from './stream-kind.js'

/**
 * Decides and writes on one stream: reads it, decides, appends at the revision that was read, and decides again on what
 * was missed where somebody else wrote first. The only loop of its kind; it ends after `maxAttempts` appends.
 *
 * What this call already wrote in an earlier attempt, without learning of it, is found by its hash and never written
 * twice; the answer is then from the events as they are stored. Events with the same ids that another call wrote are
 * missed events like any others: `decide` is asked what they mean. Events that could not be read back are not written.
 */
export const runCommand = async <Event extends DomainEvent, State, Refused>(
  platform: CommandPlatform,
  kind: StreamKind<Event, State>,
  run: CommandRun<Event, State, Refused>,
): Promise<Either<Refused | CommandFailure, Executed<Event, State>>> => {
  const { store, sha256, clock, maxClockSkewMs = 5_000, maxAttempts = 10 } = platform
  const { stream, decide } = run
  const attempts: Attempts = { left: maxAttempts, unsure: false }
  const sent: Array<ReadonlyArray<Envelope>> = []
  let { loaded } = run
  while (attempts.left > 0) {
    if (loaded === undefined) {
      const whole = await loadStream(store, kind, stream)
      if (isLeft(whole)) return whole
      loaded = whole.right
    }
    const clockNow = clock()
    const now = loaded.lastOccurredAt === undefined ? clockNow : later(clockNow, loaded.lastOccurredAt)
    const inOrder = occurredNow(clockNow, loaded.lastOccurredAt, maxClockSkewMs)
    const answer = decide({ loaded, now, inOrder })
    const decision = 'then' in answer ? await answer : answer
    if (isLeft(decision)) return decision
    if (decision.right.events.length === 0) return right({ loaded, appended: [], wrote: false })
    // A clock that is far behind keeps nobody from reading, or from being told that there is nothing to do.
    if (isLeft(inOrder)) return inOrder

    const batch = prepareBatch(sha256, kind, run, loaded, now, decision.right)
    if (isLeft(batch)) return batch
    const { envelopes, events } = batch.right
    sent.push(envelopes)
    const outcome = await appendBatch(store, stream, loaded.revision, envelopes, attempts)
    if (isLeft(outcome)) return outcome
    if (outcome.right.kind === 'written')
      return right({ loaded: withEvents(kind, loaded, events, envelopes.at(-1)), appended: events, wrote: true })

    const { after, repeated } = outcome.right
    // While every append had an answer, equal events are another call's: `decide` is asked what they mean.
    const own = attempts.unsure ? ownAmong(after, sent) : undefined
    if (repeated && after.length === 0) return left(notThere)
    const further = continueLoad(kind, loaded, after)
    if (isLeft(further)) return further
    if (own !== undefined) {
      const appended = further.right.events.filter(
        ({ meta: { revision } }) => own.first <= revision && revision < own.end,
      )
      return right({ loaded: further.right, appended, wrote: false })
    }
    // A conflict with nothing missed: the stream is not the one that was read. Read it again.
    loaded = after.length > 0 ? further.right : undefined
  }
  return left({ kind: 'conflictUnresolved', code: 'CONFLICT_UNRESOLVED', stream, attempts: maxAttempts })
}

const notThere: StoreError = {
  kind: 'storeError',
  code: 'STORE_FAILED',
  written: 'unknown',
  message: 'The store says that the batch was written, but does not hand it out. Check the store.',
  facts: {},
}
