import type { RawExpectedRevision } from '@refund-case/core'
import {
  array,
  boolean,
  constant,
  constantFrom,
  integer,
  nat,
  oneof,
  option,
  record,
  shuffledSubarray,
  subarray,
  type Arbitrary,
} from 'fast-check'

/** One step of a random script. Streams, categories, events and places are numbers, few enough to meet again. */
export type Step =
  | {
      readonly do: 'append'
      readonly stream: number
      readonly expected: RawExpectedRevision | { readonly fromEnd: number }
      readonly ids: ReadonlyArray<number>
    }
  | {
      readonly do: 'resend'
      readonly stream: number
      readonly from: number
      readonly length: number
      readonly expected: 'right' | 'any' | 'stream_exists'
    }
  | {
      readonly do: 'read'
      readonly stream: number
      readonly direction: 'forwards' | 'backwards'
      readonly from: number | undefined
      readonly limit: number | undefined
    }
  | {
      readonly do: 'readAll'
      readonly after: number
      readonly category: number | undefined
      readonly types: ReadonlyArray<number> | undefined
      readonly batchSize: number
    }

export const STREAMS = 4
export const CATEGORIES = 2
export const TYPES = 3
const IDS = 10

const ids = Array.from({ length: IDS }, (_, id) => id)
const stream = nat(STREAMS - 1)
const few = integer({ min: 1, max: 4 })
const maybe = <A>(of: Arbitrary<A>): Arbitrary<A | undefined> => option(of, { nil: undefined })

const expected: Arbitrary<RawExpectedRevision | { readonly fromEnd: number }> = oneof(
  { weight: 5, arbitrary: record({ fromEnd: constantFrom(0, 0, 0, 1, 2, 3, -1) }) },
  constantFrom('no_stream' as const, 'any' as const, 'stream_exists' as const),
  nat(6),
)

const append: Arbitrary<Step> = record({
  do: constant('append' as const),
  stream,
  expected,
  ids: oneof(subarray(ids, { minLength: 1, maxLength: 4 }), shuffledSubarray(ids, { minLength: 1, maxLength: 4 })),
})

const resend: Arbitrary<Step> = record({
  do: constant('resend' as const),
  stream,
  from: nat(6),
  length: few,
  expected: constantFrom('right' as const, 'right' as const, 'any' as const, 'stream_exists' as const),
})

const read: Arbitrary<Step> = record({
  do: constant('read' as const),
  stream,
  direction: boolean().map((forwards) => (forwards ? 'forwards' : 'backwards')),
  from: maybe(nat(8)),
  limit: maybe(few),
})

const readAll: Arbitrary<Step> = record({
  do: constant('readAll' as const),
  after: nat(12),
  category: maybe(nat(CATEGORIES - 1)),
  types: maybe(subarray(Array.from({ length: TYPES }, (_, type) => type))),
  batchSize: few,
})

export const script: Arbitrary<ReadonlyArray<Step>> = array(
  oneof({ weight: 4, arbitrary: append }, { weight: 2, arbitrary: resend }, read, readAll),
  { minLength: 1, maxLength: 25 },
)
