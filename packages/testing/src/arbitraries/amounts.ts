import fc from 'fast-check'

export interface AmountConstraints {
  /** Default 0. */
  readonly min?: number
  /** Default 50,000. */
  readonly max?: number
}

/** Minor units: mostly small, with the amounts that rounding gets wrong (1, 2, 99, one below and above a round sum). */
export const minorUnits = ({ min = 0, max = 50_000 }: AmountConstraints = {}): fc.Arbitrary<number> => {
  const nasty = [0, 1, 2, 3, 7, 99, 100, 101, 333, 999, 1_000, 1_001, 10_020, 29_700].filter(
    (n) => min <= n && n <= max,
  )
  const any = fc.integer({ min, max })
  return nasty.length === 0 ? any : fc.oneof({ arbitrary: fc.constantFrom(...nasty), weight: 2 }, any)
}

/** The largest amount there may be, minor units. */
export const LARGEST_AMOUNT = 9_007_199_254
