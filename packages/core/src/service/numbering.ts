import { isLeft, right, type Either } from 'fp-ts/lib/Either.js'
import { caseNoOf, caseNumberKind, ownNumberKind, takeNumbers, takeOwnNumber } from '../case-number/index.js'
import { localDateOf, type Instant, type TimeZone } from '../calendar/index.js'
import {
  continueLoad,
  loadStream,
  nothingLoaded,
  runCommand,
  type CommandMark,
  type Loaded,
} from '../eventsourcing/index.js'
import { occurredNow } from '../eventsourcing/occurred-now.js'
import type { CaseNumberEvent } from '../case-number/index.js'
import type { CaseActor } from '../refund-case/index.js'
import type { Failure } from './api.js'
import type { ServiceContext } from './context.js'
import { eventIds, numberEventIds } from './ids.js'
import { caseNumberStream, ownNumberStream } from './streams.js'

/** For whom a number is taken. */
export interface NumberFor {
  readonly caseId: string
  readonly actor: CaseActor
  readonly command: CommandMark
  readonly correlationId: string
}

/** Gives out numbers to cases: one queue a service, so that its own calls never contend for the stream. */
export interface CaseNumbers {
  readonly next: (who: NumberFor, zone: TimeZone, now: Instant) => Promise<Either<Failure, string>>
  readonly own: (who: NumberFor, caseNo: string) => Promise<Either<Failure, string>>
  /** What would keep the number from being taken, looked for before anything is written for the case. */
  readonly check: (
    caseNo: string | undefined,
    caseId: string,
    zone: TimeZone,
    now: Instant,
  ) => Promise<Either<Failure, void>>
}

export const caseNumbers = (context: ServiceContext): CaseNumbers => {
  const left = new Map<string, { next: number; readonly last: number }>()
  const block = context.options.numberBlock ?? 1
  let queue: Promise<unknown> = Promise.resolve()

  type Numbers = Loaded<CaseNumberEvent, { readonly last: number }>

  // The end of each year's stream as it was last seen. Who else took a number since is seen when the next one is taken.
  const ends = new Map<string, Numbers>()

  const keep = (year: string, end: Numbers): void => {
    // The next number needs no event but the last one's revision, hash and time.
    ends.set(year, { ...end, events: [] })
  }

  /** The stream from its last event on: all that the next number needs. */
  const atEnd = async (year: string): Promise<Either<Failure, Numbers>> => {
    const stream = caseNumberStream(year)
    const slice = await context.platform.store.readStream(stream, { direction: 'backwards', limit: 1 })()
    if (isLeft(slice)) return slice
    const empty = nothingLoaded(caseNumberKind, stream)
    const last = slice.right.events[0]
    if (last === undefined) return right(empty)
    const before = { ...empty, revision: last.revision === 0 ? ('no_stream' as const) : last.revision - 1 }
    const end = continueLoad(caseNumberKind, before, [last])
    // What this service wrote since it asked is further on.
    if (!isLeft(end) && !(Number(ends.get(year)?.revision) > last.revision)) keep(year, end.right)
    return end
  }

  const take = async (who: NumberFor, year: string): Promise<Either<Failure, string>> => {
    const rest = left.get(year)
    if (rest !== undefined && rest.next <= rest.last) return right(caseNoOf(year, rest.next++))
    const known = ends.get(year)
    const end = known === undefined ? await atEnd(year) : right(known)
    if (isLeft(end)) return end
    const stream = caseNumberStream(year)
    const executed = await runCommand(context.platform, caseNumberKind, {
      stream,
      actor: who.actor,
      correlationId: who.correlationId,
      causationId: who.caseId,
      command: who.command,
      ids: numberEventIds(context, stream, who.command),
      loaded: end.right,
      decide: ({ loaded }) => right({ events: [takeNumbers(loaded.state.last, block, who.caseId)] }),
    })
    if (isLeft(executed)) {
      // Whatever went wrong, the stream is looked at again.
      ends.delete(year)
      return executed
    }
    keep(year, executed.right.loaded)
    const taken = executed.right.appended[0]?.data
    if (taken === undefined) return take(who, year)
    // A block that another call for the same request took is that call's to give out.
    if (executed.right.wrote) left.set(year, { next: taken.first + 1, last: taken.last })
    return right(caseNoOf(year, taken.first))
  }

  const checkOwn = async (caseNo: string, caseId: string): Promise<Either<Failure, void>> => {
    const taken = await loadStream(context.platform.store, ownNumberKind, ownNumberStream(caseNo))
    if (isLeft(taken)) return taken
    const decided = takeOwnNumber(caseNo, caseId, taken.right.state)
    return isLeft(decided) ? decided : right(undefined)
  }

  return {
    check: async (caseNo, caseId, zone, now) => {
      if (caseNo !== undefined) return checkOwn(caseNo, caseId)
      const end = await atEnd(localDateOf(zone, now).slice(0, 4))
      if (isLeft(end)) return end
      const inOrder = occurredNow(now, end.right.lastOccurredAt, context.options.maxClockSkewMs ?? 5_000)
      return isLeft(inOrder) ? inOrder : right(undefined)
    },
    next: (who, zone, now) => {
      const taken = queue.then(() => take(who, localDateOf(zone, now).slice(0, 4)))
      queue = taken.catch(() => undefined)
      return taken
    },
    own: async (who, caseNo) => {
      const stream = ownNumberStream(caseNo)
      const executed = await runCommand(context.platform, ownNumberKind, {
        stream,
        actor: who.actor,
        correlationId: who.correlationId,
        causationId: who.caseId,
        command: who.command,
        ids: eventIds(context, stream, who.command),
        decide: ({ loaded }) => {
          const decided = takeOwnNumber(caseNo, who.caseId, loaded.state)
          return isLeft(decided) ? decided : right({ events: decided.right })
        },
      })
      return isLeft(executed) ? executed : right(caseNo)
    },
  }
}
