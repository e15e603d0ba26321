import { timeZone, type TimeZone } from '@refund-case/core'
import { caseEventData } from '../codec/event-forms.js'
import { fields, may, must, type FieldsOf } from '../form/fields.js'
import { meaningProblem, reading, type Form } from '../form/form.js'
import { list, map } from '../form/lists.js'
import { amount, text, whole } from '../form/scalars.js'
import { calendars } from './calendars.js'
import { expectedAccounts } from './expect/account.js'
import { expectedCases, postings } from './expect/case.js'
import { aLine, aName, aSlug } from './names.js'
import { orders } from './orders.js'
import { people } from './people.js'
import { policies } from './policies.js'
import { step } from './steps.js'
import { isLeft } from 'fp-ts/lib/Either.js'

const zone: Form<TimeZone> = reading(text('a time zone such as Asia/Shanghai'), (name, path) => {
  const known = timeZone(name)
  return isLeft(known) ? meaningProblem(path, known.left.message) : known
})

const aStory = text('some sentences', undefined, 10_000)

const finallySpecs = {
  cases: may(expectedCases),
  accounts: may(expectedAccounts),
  postings: may(postings),
  moneyOut: may(amount),
  events: may(
    map(
      { pattern: /^[A-Z][A-Za-z]{0,39}$/, says: `the type of an event, such as ${[...caseEventData.keys()][0]}` },
      whole(0, 1_000_000),
    ),
  ),
} as const
export type FinallyExpectation = FieldsOf<typeof finallySpecs>
const atTheEnd = fields(finallySpecs)

const steps = list(step)

const variantSpecs = {
  name: must(aSlug),
  title: must(aLine),
  about: may(aStory),
  after: must(aName),
  policy: may(policies),
  calendars: may(calendars),
  people: may(people),
  orders: may(orders),
  steps: must(steps),
  finally: may(atTheEnd),
} as const
export type VariantFields = FieldsOf<typeof variantSpecs>

const fileSpecs = {
  scenario: must(aSlug),
  title: must(aLine),
  about: may(aStory),
  policy: must(policies),
  calendars: may(calendars),
  zone: may(zone),
  people: may(people),
  orders: may(orders),
  steps: must(steps),
  finally: may(atTheEnd),
  variants: may(list(fields(variantSpecs))),
} as const
export type FileFields = FieldsOf<typeof fileSpecs>

/** A whole file. */
export const file: Form<FileFields> = fields(fileSpecs)

/** What has to be known of a file before the rest of it can be read. */
export const headOf = fields({ policy: must(policies), zone: may(zone) })
