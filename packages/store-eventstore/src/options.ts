import { storeRefusal, type StoreError } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import type { Backoff } from './appending/backoff.js'
import type { Reconnection } from './reading/subscribe.js'
import { isPrefix } from './stored/stream-prefix.js'

export interface EventStoreOptions {
  /**
   * What stands before the category of every stream on the server, so that several shops can share one: it holds no
   * `-`. Neither hash nor export ever contains it. Default: nothing.
   */
  readonly prefix?: string
  /** Within this time every call has its outcome, in milliseconds (default 30,000, longer than an election takes). */
  readonly deadlineMs?: number
  /** How long one attempt of a call may take, in milliseconds (default 5,000; the server itself waits 2,000). */
  readonly attemptMs?: number
  /** The waits between attempts (default: up to 50 ms at first, up to 2,000 ms later, with jitter). */
  readonly backoff?: Backoff
  /**
   * How appends are sent. `batch`: all over one call that stays open. `classic`: a call for each, at about half the
   * speed, for servers before 21.6. Default: `batch`, and `classic` where the server does not know it.
   */
  readonly appends?: 'batch' | 'classic'
  /** The most bytes the server takes in one append, as it is set there (default 1 MiB, as up to server 25.0). */
  readonly maxAppendBytes?: number
  /** Told whenever a subscription broke and is taken up again. */
  readonly onReconnect?: (reconnection: Reconnection) => void
  /** Milliseconds that only ever go on. Default: those of the process. */
  readonly now?: () => number
  /** A number from 0 to 1, for the jitter. Default: `Math.random`. */
  readonly chance?: () => number
  /** Waits so many milliseconds. Default: a timer. */
  readonly sleep?: (ms: number) => Promise<void>
}

export type Settings = Required<EventStoreOptions>

const defaults: Settings = {
  prefix: '',
  deadlineMs: 30_000,
  attemptMs: 5_000,
  backoff: { firstMs: 50, mostMs: 2_000 },
  appends: 'batch',
  maxAppendBytes: 1_048_576,
  onReconnect: () => undefined,
  now: () => performance.now(),
  chance: () => Math.random(),
  sleep: (ms) =>
    new Promise((resolve) => {
      setTimeout(resolve, ms)
    }),
}

/** The refusal of a store as it is described. */
export const misconfigured = (message: string, facts: StoreError['facts'] = {}): StoreError =>
  storeRefusal('STORE_MISCONFIGURED', message, facts)

const isDuration = (value: unknown): boolean => typeof value === 'number' && value > 0 && value <= 2 ** 31 - 1

/** The options with their defaults, or what is wrong with them. */
export const settingsOf = (options: EventStoreOptions): Either<StoreError, Settings> => {
  const given = Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined))
  const settings: Settings = { ...defaults, ...given }
  if (!isPrefix(settings.prefix))
    return left(misconfigured('Choose a prefix without “-” that does not begin with “$”.', { option: 'prefix' }))
  for (const option of ['deadlineMs', 'attemptMs', 'maxAppendBytes'] as const)
    if (!isDuration(settings[option])) return left(misconfigured(`Set ${option} to a number above 0.`, { option }))
  const { firstMs, mostMs } = settings.backoff
  if (!isDuration(firstMs) || !isDuration(mostMs))
    return left(misconfigured('Set firstMs and mostMs to numbers above 0.', { option: 'backoff' }))
  return right(settings)
}
