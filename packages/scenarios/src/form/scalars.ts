import { isLeft, right } from 'fp-ts/lib/Either.js'
import { exponentOf, LocalDate, parseAmount, parseInstantIn, type Instant } from '@refund-case/core'
import type { Pointer } from '../source/pointer.js'
import { CaseAlias } from './case-alias.js'
import { meaningProblem, reading, shapeProblem, type Form, type Read, type Scope } from './form.js'

export const text = (says: string, pattern?: RegExp, most?: number): Form<string> => ({
  node: { kind: 'text', says, ...(pattern === undefined ? {} : { pattern }), ...(most === undefined ? {} : { most }) },
  read: (value, path) =>
    typeof value === 'string' &&
    value.length > 0 &&
    (pattern === undefined || pattern.test(value)) &&
    (most === undefined || value.length <= most)
      ? right(value)
      : shapeProblem(path, `expected ${says}`),
})

export const words = <W extends string>(list: ReadonlyArray<W>): Form<W> => ({
  node: { kind: 'words', words: list },
  read: (value, path) => {
    const word = list.find((known) => known === value)
    return word === undefined ? shapeProblem(path, `expected ${listOf(list)}`) : right(word)
  },
})

const listOf = (list: ReadonlyArray<string>): string =>
  list.length === 1 ? String(list[0]) : `one of ${list.join(', ')}`

export const flag: Form<boolean> = {
  node: { kind: 'flag' },
  read: (value, path) => (typeof value === 'boolean' ? right(value) : shapeProblem(path, 'expected true or false')),
}

/** A field that says something by standing there. */
export const yes: Form<true> = {
  node: { kind: 'flag', only: true },
  read: (value, path) => (value === true ? right(true) : shapeProblem(path, 'expected true, or to be left out')),
}

export const nothing: Form<null> = {
  node: { kind: 'nothing' },
  read: (value, path) => (value === null ? right(null) : shapeProblem(path, 'expected null')),
}

export const anything: Form<unknown> = {
  node: { kind: 'anything' },
  read: (value) => right(value),
}

export const whole = (least: number, most: number): Form<number> => ({
  node: { kind: 'whole', least, most },
  read: (value, path, scope) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? withoutDecimals(value, path, scope)
      : shapeProblem(path, `expected a whole number from ${least} to ${most}`),
})

const withoutDecimals = (value: number, path: Pointer, { numberText }: Scope): Read<number> =>
  /^\d+$/.test(numberText(path) ?? String(value))
    ? right(value)
    : meaningProblem(path, `expected a count, in digits only: write ${value}`)

const amountText = /^\d+(?:\.\d+)?$/

const asAmount = (written: string, path: Pointer, currency: string): Read<number> => {
  const decimals = exponentOf(currency)
  if (decimals === undefined) return meaningProblem(path, `${currency} is no currency of ISO 4217`)
  const fraction = written.split('.')[1] ?? ''
  const amount = parseAmount(written, currency)
  if (isLeft(amount) && amount.left.code === 'AMOUNT_TOO_LARGE') return meaningProblem(path, 'the amount is too large')
  if (isLeft(amount) || fraction.length !== decimals) {
    const example = decimals === 0 ? '198' : `198.${'0'.repeat(decimals)}`
    return meaningProblem(path, `expected an amount in ${currency} with its ${decimals} decimals, such as ${example}`)
  }
  return amount
}

const spelling = (value: number, path: Pointer, { numberText }: Scope): string => numberText(path) ?? String(value)

/** An amount in the main unit with all its decimals; read as minor units. */
export const amount: Form<number> = {
  node: { kind: 'amount' },
  read: (value, path, scope) => {
    if (typeof value === 'string' && amountText.test(value)) return asAmount(value, path, scope.currency)
    return typeof value === 'number' && value >= 0
      ? asAmount(spelling(value, path, scope), path, scope.currency)
      : shapeProblem(path, 'expected an amount, such as 198.00')
  },
}

/** An amount that may be below zero: money that came back. */
export const signedAmount: Form<number> = {
  node: { kind: 'amount', signed: true },
  read: (value, path, scope) => {
    const written = typeof value === 'number' ? spelling(value, path, scope) : value
    if (typeof written !== 'string' || !/^-?\d+(?:\.\d+)?$/.test(written))
      return shapeProblem(path, 'expected an amount, such as -80.00')
    const read = asAmount(written.replace('-', ''), path, scope.currency)
    return isLeft(read) || !written.startsWith('-') ? read : right(-read.right)
  },
}

/** A count, or with decimals an amount: where only the spelling can tell. */
export const number: Form<number> = {
  node: { kind: 'number' },
  read: (value, path, scope) => {
    if (typeof value === 'string' && amountText.test(value)) return asAmount(value, path, scope.currency)
    if (typeof value !== 'number' || value < 0)
      return shapeProblem(path, 'expected a count, or an amount such as 198.00')
    const written = spelling(value, path, scope)
    if (written.includes('.')) return asAmount(written, path, scope.currency)
    return Number.isSafeInteger(value) ? right(value) : meaningProblem(path, 'expected a whole number')
  },
}

export const timePattern = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?$/
export const dayPattern = /^\d{4}-\d\d-\d\d$/

/** A time on the wall of the scenario's zone, or with an offset of its own. */
export const time: Form<Instant> = reading(
  { node: { kind: 'time' }, read: text('a time, such as 2026-03-09 10:05', timePattern).read },
  (written, path, { zone }) => {
    const instant = parseInstantIn(zone, written)
    return isLeft(instant) ? meaningProblem(path, instant.left.message) : instant
  },
)

export const day: Form<LocalDate> = reading(
  { node: { kind: 'day' }, read: text('a day, such as 2026-03-18', dayPattern).read },
  (written, path) => (LocalDate.is(written) ? right(written) : meaningProblem(path, `there is no ${written}`)),
)

export const aliasPattern = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
export const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A case by its alias; it gets its id when the scenario is played. */
export const caseAlias: Form<CaseAlias> = {
  node: { kind: 'caseAlias', mayBeId: false },
  read: (value, path) =>
    typeof value === 'string' && aliasPattern.test(value)
      ? right(new CaseAlias(value, path))
      : shapeProblem(path, "expected a case's alias, such as C1"),
}

/** Where nobody can know the id: it only has to be there. */
export const anyId = 'any'

/** As `caseAlias`, or an id as it is. */
export const caseAliasOrId: Form<CaseAlias | string> = {
  node: { kind: 'caseAlias', mayBeId: true },
  read: (value, path, scope) =>
    typeof value === 'string' && idPattern.test(value) ? right(value) : caseAlias.read(value, path, scope),
}
