/** Why a text or number is not the instant, date, time or zone it was taken for: a value, never thrown. */
export interface TimeProblem {
  readonly code:
    | 'NOT_AN_INSTANT'
    | 'NO_SUCH_DATE'
    | 'NO_SUCH_TIME'
    | 'NO_SUCH_OFFSET'
    | 'OFFSET_MISSING'
    | 'YEAR_OUT_OF_RANGE'
    | 'UNKNOWN_ZONE'
  /** What was handed in. */
  readonly input: string
  /** One English sentence that says what was expected instead. */
  readonly message: string
}
