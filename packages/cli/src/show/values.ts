import {
  components,
  formatAmount,
  localDateTimeOf,
  totalOf,
  type Amounts,
  type Deadline,
  type Instant,
} from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { labelsFor } from './labels.js'
import { word, type PlayReader } from './reader.js'

/** Minor units as an amount of the play's currency, without its name. */
export const money = (minor: number, { currency }: Pick<PlayReader, 'currency'>): string => {
  const text = formatAmount(minor, currency)
  return isLeft(text) ? String(minor) : text.right
}

export const total = (amounts: Amounts, reader: PlayReader): string => money(totalOf(amounts), reader)

/** `goods 99.00 + freight 12.00`; nothing where there is one component, which the total says already. */
export const byComponent = (amounts: Amounts, reader: PlayReader): string => {
  const there = components.filter((component) => amounts[component] !== undefined)
  if (there.length < 2) return ''
  return there
    .map((component) => `${word(reader, 'component', component)} ${money(amounts[component] ?? 0, reader)}`)
    .join(' + ')
}

const two = (n: number): string => String(n).padStart(2, '0')

/** Date and time on the wall, with seconds and milliseconds only where there are any. */
export const wallTime = (instant: Instant, { zone }: Pick<PlayReader, 'zone'>): string => {
  const { date, time, second, millisecond } = localDateTimeOf(zone, instant)
  const fine = millisecond > 0 ? `.${String(millisecond).padStart(3, '0')}` : ''
  return `${date} ${time}${second > 0 || millisecond > 0 ? `:${two(second)}${fine}` : ''}`
}

export const yearOf = (instant: Instant, reader: Pick<PlayReader, 'zone'>): string =>
  wallTime(instant, reader).slice(0, 4)

interface Person {
  readonly id: string
  readonly role: string
}

/** Somebody, perhaps for somebody else. */
export interface Actor extends Person {
  readonly onBehalfOf?: Person | undefined
}

/** Who acts, by role and id; what somebody else recorded for them with both. */
export const who = ({ id, role, onBehalfOf }: Actor, reader: PlayReader): string => {
  const own = `${word(reader, 'role', role)} ${id}`
  if (onBehalfOf === undefined) return own
  return `${own} ${labelsFor(reader.language).forWhom} ${word(reader, 'role', onBehalfOf.role)} ${onBehalfOf.id}`
}

/** The limit of a deadline: a time, or a day where it is its end. The year stands there only where it is another. */
export const limitText = (deadline: Deadline, seenAt: Instant, reader: PlayReader): string => {
  const whole = deadline.inclusive ? wallTime(deadline.limit, reader) : deadline.lastDay
  const short = whole.slice(0, 5) === wallTime(seenAt, reader).slice(0, 5) ? whole.slice(5) : whole
  return deadline.provisional ? `${short} (${labelsFor(reader.language).provisional})` : short
}

export const dueText = (deadline: Deadline | undefined, seenAt: Instant, reader: PlayReader): string =>
  deadline === undefined ? '' : `${word(reader, 'deadlineRule', deadline.rule)} ${limitText(deadline, seenAt, reader)}`
