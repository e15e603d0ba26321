import type { DeskPlan, OrderFacts, Policy, TimeZone, WorkCalendarYear } from '@refund-case/core'
import type { Pointer } from '../source/pointer.js'
import type { FinallyExpectation } from './file.js'
import type { Person } from './people.js'
import type { Step } from './step-types.js'

/** One play on an empty store: what is known before it, what happens, and what must be true at the end. */
export interface Play {
  readonly name: string
  readonly title: string
  readonly about: string | undefined
  readonly policies: ReadonlyArray<Policy>
  readonly calendars: ReadonlyArray<WorkCalendarYear>
  readonly desks: ReadonlyArray<DeskPlan>
  readonly people: ReadonlyMap<string, Person>
  readonly orders: ReadonlyMap<string, OrderFacts>
  readonly steps: ReadonlyArray<PlacedStep>
  /** How many of the first steps are another play's too. */
  readonly sharedSteps: number
  readonly finally: FinallyExpectation | undefined
  readonly finallyPath: Pointer
}

export interface PlacedStep {
  readonly step: Step
  readonly path: Pointer
}

/** A file that was read and found in order. */
export interface Scenario extends Play {
  readonly file: string
  readonly zone: TimeZone
  readonly currency: string
  readonly variants: ReadonlyArray<Play>
  /** Where the value at a path stands. */
  readonly lineOf: (path: Pointer) => number
}
