import { china2024, china2025, china2026, type Policy, type WorkCalendarYear } from '@refund-case/core'
import fc from 'fast-check'
import type { Setup } from '../play/history.js'
import { calendarYears } from './calendars.js'
import { choiceNumbers } from './choices.js'
import { instants, waits } from './instants.js'
import { orders, type OrderConstraints } from './orders.js'

/** What kind of thing happens next. Which command it is follows from the case as it then stands. */
export type MoveKind = 'next' | 'request' | 'any' | 'again' | 'otherBody' | 'settle'

/** One thing that happens, drawn before it is known what there is: see `Choices`. */
export interface Move {
  readonly kind: MoveKind
  /** Which case of the order, counted round. */
  readonly on: number
  /** Milliseconds that pass before. */
  readonly wait: number
  readonly keyed: boolean
  readonly choices: ReadonlyArray<number>
}

/** A shop and what happens in it, before it is played. */
export interface Plan {
  readonly setup: Setup
  readonly moves: ReadonlyArray<Move>
}

export interface MoveConstraints {
  /** Which kinds, and how often each (default: mostly `next`). */
  readonly weights?: { readonly [Kind in MoveKind]?: number }
  /** Whether the clock may be set back (default true). */
  readonly backwards?: boolean
}

export interface PlanConstraints extends MoveConstraints {
  /** Default 45. */
  readonly maxMoves?: number
  /** Default 1. */
  readonly minMoves?: number
  readonly order?: OrderConstraints
  /** Default: the published years of mainland China, and now and then generated ones. */
  readonly calendars?: fc.Arbitrary<ReadonlyArray<WorkCalendarYear>>
}

const usualWeights: { readonly [Kind in MoveKind]: number } = {
  next: 78,
  request: 8,
  any: 8,
  again: 3,
  otherBody: 2,
  settle: 1,
}

const kinds = (weights: { readonly [Kind in MoveKind]: number }): fc.Arbitrary<MoveKind> =>
  fc.oneof(
    ...(['next', 'request', 'any', 'again', 'otherBody', 'settle'] as const)
      .filter((kind) => weights[kind] > 0)
      .map((kind) => ({ arbitrary: fc.constant(kind), weight: weights[kind] })),
  )

/** Something that happens. */
export const moves = ({ weights, backwards = true }: MoveConstraints = {}): fc.Arbitrary<Move> =>
  fc.record({
    kind: kinds({ ...usualWeights, ...weights }),
    on: fc.oneof({ arbitrary: fc.constant(0), weight: 3 }, { arbitrary: fc.nat(1), weight: 2 }, fc.nat(5)),
    wait: waits({ backwards }),
    keyed: fc.boolean(),
    choices: choiceNumbers({ count: 16 }),
  })

const publishedYears = [china2024, china2025, china2026]

const calendarLists: fc.Arbitrary<ReadonlyArray<WorkCalendarYear>> = fc.oneof(
  { arbitrary: fc.constant(publishedYears), weight: 3 },
  calendarYears().map((year) => [year]),
)

/** An order, and a sequence of things that happen to several cases of it while time passes. */
export const plans = (policy: Policy | fc.Arbitrary<Policy>, constraints: PlanConstraints = {}): fc.Arbitrary<Plan> => {
  const { maxMoves = 45, minMoves = 1, calendars = calendarLists } = constraints
  const policies = 'id' in policy ? fc.constant(policy) : policy
  return fc.record({
    setup: policies.chain((chosen) =>
      fc.record({
        policy: fc.constant(chosen),
        calendars,
        order: orders({ currency: chosen.currency, ...constraints.order }),
        start: instants(),
      }),
    ),
    moves: fc.array(moves(constraints), { minLength: minMoves, maxLength: maxMoves, size: 'max' }),
  })
}
