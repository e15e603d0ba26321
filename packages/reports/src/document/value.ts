import type { Instant, LocalDate, Sealed, TermKind } from '@refund-case/core'
import type { Label } from './label.js'

/**
 * What a sealed value tells of a person: how it is masked. Of a `text` only long numbers and mail addresses in it are;
 * an `open` one, the name of a bank, says nothing about anybody and is printed as it is.
 */
export type Personal = 'phone' | 'account' | 'name' | 'text' | 'open'

/** A sealed value, and what it is bound to: the stream and the place in the event's data, as `associatedDataOf` has it. */
export interface SealedValue {
  readonly sealed: Sealed
  readonly place: string
}

/**
 * How several values stand together: names of a `list`; things said `beside` each other, such as who and when; `clauses`
 * that each could stand alone; each on one of several `lines`; or a `range` from the first to the last.
 */
export type Joined = 'list' | 'beside' | 'clauses' | 'lines' | 'range'

/** What stands in one place of a form, before it is known who reads it, and in which language. */
export type Value =
  /** 无 */
  | { readonly is: 'nothing' }
  /** Left free, to be filled in by hand. */
  | { readonly is: 'blank' }
  /** A code, a number or a reference that is the same in every language. */
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'label'; readonly label: Label }
  /** A word of the library. */
  | { readonly is: 'term'; readonly kind: TermKind; readonly word: string }
  | { readonly is: 'count'; readonly count: number }
  /** `part` of `whole`, printed as a percentage with one decimal. */
  | { readonly is: 'share'; readonly part: number; readonly whole: number }
  /** Minor units. */
  | { readonly is: 'money'; readonly minor: number; readonly currency: string }
  /** In the zone of the form, to the minute. */
  | { readonly is: 'instant'; readonly at: Instant }
  | { readonly is: 'date'; readonly date: LocalDate }
  /** A day where the paper has 年 月 日 to be filled in: `2026年7月1日` in Chinese, elsewhere as any other. */
  | { readonly is: 'filledDate'; readonly date: LocalDate }
  /** Milliseconds, printed in days, hours and minutes; before zero what is overdue. */
  | { readonly is: 'duration'; readonly millis: number }
  /** A member of staff by id; the directory knows the name. */
  | { readonly is: 'staff'; readonly id: string }
  | { readonly is: 'sealed'; readonly of: SealedValue; readonly holds: Personal }
  | { readonly is: 'several'; readonly values: ReadonlyArray<Value>; readonly as: Joined }
  /** Boxes of which some are ticked. */
  | { readonly is: 'boxes'; readonly boxes: ReadonlyArray<{ readonly label: Label; readonly ticked: boolean }> }

export const nothing: Value = { is: 'nothing' }
export const blank: Value = { is: 'blank' }

/** A value made of something that may be missing; then it is 无. */
export const perhaps = <T>(thing: T | undefined, value: (thing: T) => Value): Value =>
  thing === undefined ? nothing : value(thing)

export const text = (it: string): Value => ({ is: 'text', text: it })
export const says = (label: Label): Value => ({ is: 'label', label })
export const term = (kind: TermKind, word: string): Value => ({ is: 'term', kind, word })
export const count = (it: number): Value => ({ is: 'count', count: it })
export const share = (part: number, whole: number): Value => (whole === 0 ? nothing : { is: 'share', part, whole })
export const money = (minor: number, currency: string): Value => ({ is: 'money', minor, currency })
export const instant = (at: Instant): Value => ({ is: 'instant', at })
export const date = (it: LocalDate): Value => ({ is: 'date', date: it })
export const filledDate = (it: LocalDate): Value => ({ is: 'filledDate', date: it })
export const duration = (millis: number): Value => ({ is: 'duration', millis })
export const staff = (id: string): Value => ({ is: 'staff', id })
export const sealed = (of: SealedValue, holds: Personal): Value => ({ is: 'sealed', of, holds })
export const boxes = (of: ReadonlyArray<{ readonly label: Label; readonly ticked: boolean }>): Value => ({
  is: 'boxes',
  boxes: of,
})

/** Those that say something; 无 where none does. */
export const several = (as: Joined, values: ReadonlyArray<Value>): Value => {
  const there = values.filter(({ is }) => is !== 'nothing')
  const [first] = there
  return first === undefined ? nothing : there.length === 1 ? first : { is: 'several', values: there, as }
}
