import {
  formatAmount,
  localDateTimeOf,
  termOf,
  type TimeZone,
  type VaultError,
  type VaultErrorCode,
} from '@refund-case/core'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import {
  labelIn,
  type Joined,
  type Label,
  type Personal,
  type Row,
  type SealedValue,
  type Value,
} from '../document/index.js'
import { masked } from './mask.js'
import type { Printed } from './printed.js'
import type { Reader } from './reader.js'
import { durationIn, filledDateIn, placeholders, unitsIn } from './words.js'

/** Prints the values of one form for one reader. */
export interface Printer {
  readonly label: (label: Label) => string
  readonly value: (value: Value) => Promise<Printed>
  readonly row: (row: Row) => Promise<ReadonlyArray<Printed>>
  /** `：` or `: `, between a label and its value. */
  readonly colon: string
  /** `；` or `; `, between fields that stand beside each other. */
  readonly semicolon: string
  readonly nothing: string
  /** The vault could not be asked: whatever was printed since is not worth having. */
  readonly failure: () => VaultError | undefined
}

type Now = Printed | undefined

/** What is wrong with a value alone: the form says so in its place. Anything else is wrong with the vault. */
const spoilsOneValue: ReadonlySet<VaultErrorCode> = new Set(['KEY_UNKNOWN', 'SEAL_BROKEN'])

export const printerFor = (reader: Reader, zone: TimeZone): Printer => {
  const { language } = reader
  const { between, colon } = unitsIn(language)
  const label = (it: Label): string => labelIn(language, it)
  const nothing = label(placeholders.nothing)
  let failure: VaultError | undefined

  const open = async ({ sealed, place }: SealedValue, holds: Personal): Promise<Printed> => {
    if (reader.vault === undefined) return { text: label(placeholders.notOpened) }
    const opened = await reader.vault.open(sealed, place)()
    if (isRight(opened))
      return { text: reader.readsInClear?.includes(holds) === true ? opened.right : masked(opened.right, holds) }
    if (opened.left.code === 'KEY_DESTROYED') return { text: label(placeholders.erased) }
    if (!spoilsOneValue.has(opened.left.code)) failure ??= opened.left
    return { text: label(placeholders.unreadable) }
  }

  const several = async (values: ReadonlyArray<Value>, as: Joined): Promise<Printed> => {
    const printed = await Promise.all(values.map(value))
    return { text: printed.map((each) => each.text).join(between[as]) }
  }

  /** What needs nobody to be asked; undefined for what does. */
  const atOnce = (it: Value): Now => {
    switch (it.is) {
      case 'nothing':
        return { text: nothing, empty: true }
      case 'blank':
        return { text: '' }
      case 'text':
        return { text: it.text }
      case 'label':
        return { text: label(it.label) }
      case 'term':
        return { text: termOf(language, it.kind, it.word) }
      case 'count':
        return number(`${it.count}`, 0)
      case 'share':
        return {
          text: `${oneDecimal(it.part, it.whole)}%`,
          exact: { kind: 'share', digits: (it.part / it.whole).toFixed(6) },
        }
      case 'money':
        return amount(it.minor, it.currency)
      case 'date':
        return { text: it.date, exact: { kind: 'date', date: it.date } }
      case 'filledDate':
        return { text: filledDateIn(language, it.date), exact: { kind: 'date', date: it.date } }
      case 'instant': {
        const { date, time } = localDateTimeOf(zone, it.at)
        return { text: `${date} ${time}`, exact: { kind: 'instant', date, time } }
      }
      case 'duration':
        return {
          text: durationIn(language, it.millis),
          exact: { kind: 'duration', minutes: Math.trunc(it.millis / 60_000) },
        }
      case 'staff':
        return { text: reader.nameOf?.(it.id) ?? it.id }
      case 'boxes':
        return { text: it.boxes.map(({ label: box, ticked }) => `${ticked ? '☑' : '□'}${label(box)}`).join(' ') }
      default:
        return undefined
    }
  }

  const value = async (it: Value): Promise<Printed> => {
    if (it.is === 'sealed') return open(it.of, it.holds)
    if (it.is === 'several') return several(it.values, it.as)
    return atOnce(it) ?? { text: '' }
  }

  return {
    label,
    value,
    row: async (row) => {
      const cells = row.map(atOnce)
      for (const [index, cell] of cells.entries()) {
        const asked = row[index]
        if (cell === undefined && asked !== undefined) cells[index] = await value(asked)
      }
      return cells.map((cell) => cell ?? { text: '' })
    },
    colon,
    semicolon: between.clauses,
    nothing,
    failure: () => failure,
  }
}

const number = (digits: string, decimals: number): Printed => ({
  text: digits,
  exact: { kind: 'number', digits, decimals },
})

/** An amount of a currency that the library does not know is printed in its minor units, with the name. */
const amount = (minor: number, currency: string): Printed => {
  const digits = formatAmount(minor, currency)
  if (isLeft(digits)) return { text: `${minor} ${currency}` }
  return number(digits.right, digits.right.split('.')[1]?.length ?? 0)
}

/** A percentage, half a tenth rounded up. */
const oneDecimal = (part: number, whole: number): string => (Math.round((part * 1_000) / whole) / 10).toFixed(1)
