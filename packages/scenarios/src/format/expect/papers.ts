import { isLeft, left, right } from 'fp-ts/lib/Either.js'
import { fields, may, something, type FieldSpecs } from '../../form/fields.js'
import {
  isObject,
  meaningProblem,
  reading,
  type Form,
  type FormProblem,
  type Read,
  type Scope,
} from '../../form/form.js'
import { anything, signedAmount } from '../../form/scalars.js'
import { under, type Pointer } from '../../source/pointer.js'

/**
 * What a part of a paper must say: a value, an amount, a list item by item, or the fields that are named. `none` is an
 * empty list, and nothing known.
 */
export type ExpectedPart =
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  | { readonly is: 'amount'; readonly amount: number }
  | { readonly is: 'list'; readonly items: ReadonlyArray<ExpectedPart> }
  | { readonly is: 'fields'; readonly fields: ReadonlyArray<readonly [name: string, part: ExpectedPart]> }

const readPart = (value: unknown, path: Pointer, scope: Scope): Read<ExpectedPart> => {
  if (typeof value === 'number') return readNumber(value, path, scope)
  if (Array.isArray(value) || isObject(value)) {
    const problems: Array<FormProblem> = []
    const parts: Array<readonly [string, ExpectedPart]> = []
    for (const [name, part] of Object.entries(value)) {
      const read = readPart(part, under(path, name), scope)
      if (isLeft(read)) problems.push(...read.left)
      else parts.push([name, read.right])
    }
    if (problems.length > 0) return left(problems)
    if (!Array.isArray(value) && parts.length === 0) return meaningProblem(path, 'expected at least one field')
    return right(
      Array.isArray(value) ? { is: 'list', items: parts.map(([, part]) => part) } : { is: 'fields', fields: parts },
    )
  }
  return typeof value === 'string' || typeof value === 'boolean' || value === null
    ? right({ is: 'value', value })
    : meaningProblem(path, 'expected a value')
}

// Only the spelling tells an amount from a count.
const readNumber = (value: number, path: Pointer, scope: Scope): Read<ExpectedPart> => {
  if (!(scope.numberText(path) ?? String(value)).includes('.')) return right({ is: 'value', value })
  const amount = signedAmount.read(value, path, scope)
  return isLeft(amount)
    ? left(amount.left.map((problem) => ({ ...problem, stage: 'meaning' as const })))
    : right({ is: 'amount', amount: amount.right })
}

const part: Form<ExpectedPart> = reading(anything, readPart)

/** The parts that are named, in the order of the paper. */
export type ExpectedPaper = ReadonlyArray<readonly [name: string, part: ExpectedPart]>

const paper = (names: ReadonlyArray<string>): Form<ExpectedPaper> => {
  const specs: FieldSpecs = Object.fromEntries(names.map((name) => [name, may(part)]))
  return reading(fields(specs, something(specs)), (said) => {
    const parts: { readonly [name: string]: unknown } = said
    // Each was read by the form of a part.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `fields` forgets the type of what stands under a name
    return right(names.flatMap((name) => (name in parts ? [[name, parts[name] as ExpectedPart] as const] : [])))
  })
}

/** What may be expected of a shift handover sheet (F2). */
export const ofSheet = paper([
  'handedOverBy',
  'takenOverBy',
  'filledOn',
  'from',
  'until',
  'attendance',
  'openedWith',
  'workCompleted',
  'followUps',
  'processedByFinance',
  'submittedToFinance',
  'returnedByFinance',
  'notes',
  'otherFollowUps',
  'cleaningDone',
  'signOff',
])

/** What may be expected of a month's ledger (F3, F4), and of the way it goes. */
export const ofLedger = paper([
  'no',
  'status',
  'preparer',
  'preparedOn',
  'approver',
  'rows',
  'totals',
  'refundsPayable',
  'deadline',
])

/** What may be expected of the refund register of a day (退款登记). */
export const ofRegister = paper(['rows', 'totals'])

/** What may be expected of the statistics of a month. */
export const ofStatistics = paper(['all', 'byRoute', 'byChannel', 'byProduct'])
