import {
  timeZone,
  type DeskPlan,
  type OrderFacts,
  type Policy,
  type TimeZone,
  type WorkCalendarYear,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { fields, may, must, type FieldsOf } from '../form/fields.js'
import { meaningProblem, reading, type Form } from '../form/form.js'
import { list, map } from '../form/lists.js'
import { amount, text, whole } from '../form/scalars.js'
import { calendars } from './calendars.js'
import { desks } from './desks.js'
import { expectedAccounts } from './expect/account.js'
import { expectedCases, postings } from './expect/case.js'
import { aLine, aName, aSlug } from './names.js'
import { orders } from './orders.js'
import { people, type Person } from './people.js'
import { policies } from './policies.js'
import type { Step } from './step-types.js'
import { step } from './steps.js'

const zone: Form<TimeZone> = reading(text('a time zone such as Asia/Shanghai'), (name, path) => {
  const known = timeZone(name)
  return isLeft(known) ? meaningProblem(path, known.left.message) : known
})

const aStory = text('some sentences', undefined, 10_000)
const typeKey = { pattern: /^[A-Z][A-Za-z]{0,39}$/, says: 'the type of an event' }

const finalSpecs = {
  cases: may(expectedCases),
  accounts: may(expectedAccounts),
  postings: may(postings),
  moneyOut: may(amount),
  events: may(map(typeKey, whole(0, 1_000_000))),
} as const
export type FinallyExpectation = FieldsOf<typeof finalSpecs>
const atTheEnd = fields(finalSpecs)

interface Told {
  readonly title: string
  readonly about?: string
  readonly calendars?: ReadonlyArray<WorkCalendarYear>
  readonly desks?: ReadonlyArray<DeskPlan>
  readonly people?: ReadonlyMap<string, Person>
  readonly orders?: ReadonlyMap<string, OrderFacts>
  readonly steps: ReadonlyArray<Step>
  readonly finally?: FinallyExpectation
}

export interface VariantFields extends Told {
  readonly name: string
  readonly after: string
  readonly policy?: ReadonlyArray<Policy>
}

export interface FileFields extends Told {
  readonly scenario: string
  readonly policy: ReadonlyArray<Policy>
  readonly zone?: TimeZone
  readonly variants?: ReadonlyArray<VariantFields>
}

const variant: Form<VariantFields> = fields({
  name: must(aSlug),
  title: must(aLine),
  about: may(aStory),
  after: must(aName),
  policy: may(policies),
  calendars: may(calendars),
  desks: may(desks),
  people: may(people),
  orders: may(orders),
  steps: must(list(step)),
  finally: may(atTheEnd),
})

/** A whole file. */
export const file: Form<FileFields> = fields({
  scenario: must(aSlug),
  title: must(aLine),
  about: may(aStory),
  policy: must(policies),
  calendars: may(calendars),
  desks: may(desks),
  zone: may(zone),
  people: may(people),
  orders: may(orders),
  steps: must(list(step)),
  finally: may(atTheEnd),
  variants: may(list(variant)),
})

/** What has to be known of a file before the rest of it can be read. */
export const headOf: Form<Pick<FileFields, 'policy' | 'zone'>> = fields({ policy: must(policies), zone: may(zone) })
