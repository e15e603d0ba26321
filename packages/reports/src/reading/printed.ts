import type { LocalDate, LocalTime } from '@refund-case/core'

/** What a spreadsheet should know a value as. `digits` is the exact decimal text. */
export type Exact =
  | { readonly kind: 'number'; readonly digits: string; readonly decimals: number }
  /** Of one: `0.1234`. */
  | { readonly kind: 'share'; readonly digits: string }
  | { readonly kind: 'duration'; readonly minutes: number }
  | { readonly kind: 'date'; readonly date: LocalDate }
  | { readonly kind: 'instant'; readonly date: LocalDate; readonly time: LocalTime }

/** A value in the reader's language. */
export interface Printed {
  readonly text: string
  readonly exact?: Exact
  /** It says that there is nothing. */
  readonly empty?: true
}
