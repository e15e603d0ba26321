import { DeadlineRule, DisputeLevel, type Instant, type LocalDate } from '@refund-case/core'
import { right } from 'fp-ts/lib/Either.js'
import { wordsOf } from '../../codec/words-of.js'
import { either } from '../../form/choices.js'
import { fields, may, must } from '../../form/fields.js'
import { reading, shapeProblem, turned, type Form } from '../../form/form.js'
import { list, map } from '../../form/lists.js'
import { day, flag, text, time, words } from '../../form/scalars.js'

/** The end of a day, or a time that is itself still in time. */
export type ExpectedLimit =
  | { readonly kind: 'endOf'; readonly day: LocalDate }
  | { readonly kind: 'until'; readonly time: Instant }

const endOf: Form<ExpectedLimit> = turned(day, (last) => ({ kind: 'endOf', day: last }))
const until: Form<ExpectedLimit> = turned(time, (at) => ({ kind: 'until', time: at }))
const expectedLimit: Form<ExpectedLimit> = either([endOf, until])

export interface ExpectedDeadline {
  readonly limit: ExpectedLimit
  readonly status: 'open' | 'met' | 'void'
  readonly provisional: boolean
  readonly level?: string
  readonly source?: string
  readonly calendars?: ReadonlyArray<string>
}

const usual = { status: 'open', provisional: false } as const
const aText = text('a text', undefined, 200)

const inShort: Form<ExpectedDeadline> = turned(expectedLimit, (limit) => ({ limit, ...usual }))
const inFull: Form<ExpectedDeadline> = turned(
  fields({
    limit: must(expectedLimit),
    status: may(words(['open', 'met', 'void'] as const)),
    provisional: may(flag),
    level: may(words(wordsOf(DisputeLevel))),
    source: may(aText),
    calendars: may(list(aText)),
  }),
  (said) => ({ ...usual, ...said }),
)
const expectedDeadline: Form<ExpectedDeadline> = either([inShort, inFull])

/** The latest of a rule, or all of it in order. */
export type OfRule<T> =
  | { readonly kind: 'latest'; readonly one: T }
  | { readonly kind: 'all'; readonly list: ReadonlyArray<T> }

const ofRule = <T>(form: Form<T>): Form<OfRule<T>> =>
  either([
    turned(form, (one): OfRule<T> => ({ kind: 'latest', one })),
    turned(list(form), (all): OfRule<T> => ({ kind: 'all', list: all })),
  ])

const ruleKey = {
  pattern: new RegExp(`^(?:${wordsOf(DeadlineRule).join('|')})$`),
  says: `one of ${wordsOf(DeadlineRule).join(', ')}`,
}

export type ByRule<T> = ReadonlyArray<readonly [string, T]>

export const expectedDeadlines: Form<ByRule<OfRule<ExpectedDeadline>>> = map(ruleKey, ofRule(expectedDeadline))

/** The one that is over first, or none. */
export const expectedBinding: Form<readonly [string, ExpectedDeadline] | 'none'> = either([
  words(['none'] as const),
  reading(map(ruleKey, expectedDeadline, true), ([only], path) =>
    only === undefined ? shapeProblem(path, 'expected a deadline') : right(only),
  ),
])

export interface ExpectedBreach {
  readonly limit: ExpectedLimit
  /** When the rule was met after all; `not`: it was not. */
  readonly met?: Instant | 'not'
}

const breach: Form<ExpectedBreach> = either([
  turned(expectedLimit, (limit): ExpectedBreach => ({ limit })),
  fields({ limit: must(expectedLimit), met: may(either([words(['not'] as const), time])) }),
])

export const expectedBreaches: Form<ByRule<OfRule<ExpectedBreach>>> = either([
  turned(words(['none'] as const), (): ByRule<OfRule<ExpectedBreach>> => []),
  map(ruleKey, ofRule(breach)),
])
