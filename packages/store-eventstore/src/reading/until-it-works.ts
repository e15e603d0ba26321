import type { StoreError } from '@refund-case/core'
import { isLeft, left, type Either } from 'fp-ts/lib/Either.js'
import { waitAfter } from '../appending/backoff.js'
import { toStoreError, type Failure } from '../wire/failure.js'
import type { ReadTools } from './read-tools.js'

/** Why a reading broke off, and whether it may work a little later. */
export interface Interruption {
  readonly error: StoreError
  readonly passes: boolean
}

export const interruption = (failure: Failure): Interruption => ({
  error: toStoreError(failure),
  passes: failure.passes,
})

/** Where there is no use in reading again. */
export const forGood = (error: StoreError): Interruption => ({ error, passes: false })

/** Does it again, with pauses that grow, until it works, or cannot, or the time is over. */
export const untilItWorks = async <A>(
  { now, sleep, chance, backoff, closed }: ReadTools,
  until: number,
  attempt: () => Promise<Either<Interruption, A>>,
): Promise<Either<StoreError, A>> => {
  for (let failed = 1; ; failed++) {
    const notOpen = closed()
    if (notOpen !== undefined) return left(notOpen)
    const answer = await attempt()
    if (!isLeft(answer)) return answer
    const { error, passes } = answer.left
    const wait = waitAfter(backoff, failed, chance())
    if (!passes || now() + wait >= until) return left(closed() ?? error)
    await sleep(wait)
  }
}
