import type { Failure } from '@refund-case/core'
import type { Either } from 'fp-ts/lib/Either.js'

/** A command that was refused although the generated shop follows its own rules. */
export interface MonthRefusal {
  /** Which command, on what, when. */
  readonly command: string
  readonly about: string
  readonly at: string
  readonly failure: Failure
}

/** What was done in the month. */
export interface MonthTally {
  readonly cases: number
  readonly commands: number
  readonly shifts: number
  readonly refused: ReadonlyArray<MonthRefusal>
}

/** One call of the duty desks, under the name of its command. */
export interface DutyCall {
  readonly command: string
  readonly call: () => Promise<Either<Failure, unknown>>
}
