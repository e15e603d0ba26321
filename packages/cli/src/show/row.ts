import { totalOf, type Deadline, type Instant } from '@refund-case/core'
import type { EventRun } from '@refund-case/scenarios'
import { sideBySide, widthOfColumns, type Cell, type Column } from '../text/columns.js'
import { wrapped } from '@refund-case/reports'
import { clauseOf } from './clause.js'
import { eventDetails, eventName } from './event-text.js'
import { labelsFor } from './labels.js'
import type { PlayReader, Reader } from './reader.js'
import { dueText, money, wallTime, who, type Actor } from './values.js'

/** One line of a case's history: time, who, what, amount, rule, and the deadline that binds from then on. */
export interface Row {
  readonly at: Instant
  /** The row above is of the same year, which need not stand there again. */
  readonly sameYear: boolean
  readonly actor: Actor | undefined
  /** The case's alias, where cases stand among each other. */
  readonly case?: string
  readonly what: string
  readonly details: string
  readonly amount: number | undefined
  readonly rule: string | undefined
  readonly due: Deadline | undefined
  /** It binds as before. */
  readonly sameDue: boolean
  readonly tone?: 'bad' | 'quiet'
}

export const eventRow = (event: EventRun, due: Deadline | undefined, sameDue: boolean, reader: PlayReader): Row => ({
  at: event.occurredAt,
  sameYear: false,
  actor: event.actor,
  case: event.case,
  what: eventName(event.type, reader),
  details: eventDetails(event, reader),
  amount: event.amounts === undefined ? undefined : totalOf(event.amounts),
  rule: clauseOf(event),
  due,
  sameDue,
})

const time: Column = { width: 12 }
const person: Column = { width: 20 }
const amount: Column = { width: 9, align: 'right' }
const rule: Column = { width: 10 }
const due: Column = { width: 22 }
const around = [time, person, amount, rule, due]
const leastForWhat = 24

/** Side by side where there is room, else under each other. */
const columnsFor = (width: number): ReadonlyArray<Column> | undefined => {
  const what = width - widthOfColumns([...around, { width: 0 }])
  return what < leastForWhat ? undefined : [time, person, { width: what }, amount, rule, due]
}

const whatText = ({ case: alias, what, details }: Row, { language }: Reader): string =>
  [alias ?? '', details === '' ? what : `${what}${labelsFor(language).colon}${details}`]
    .filter((text) => text !== '')
    .join(' ')

const cellsOf = (
  row: Row,
  reader: PlayReader,
): { readonly [Name in 'time' | 'who' | 'what' | 'amount' | 'rule' | 'due']: Cell } => {
  const { paint } = reader
  const tone = row.tone === 'bad' ? { paint: paint.bad } : row.tone === 'quiet' ? { paint: paint.quiet } : {}
  return {
    time: { text: row.sameYear ? wallTime(row.at, reader).slice(5) : wallTime(row.at, reader), paint: paint.quiet },
    who: { text: row.actor === undefined ? '' : who(row.actor, reader) },
    what: { text: whatText(row, reader), ...tone },
    amount: { text: row.amount === undefined ? '' : money(row.amount, reader), paint: paint.money },
    rule: { text: row.rule ?? '', paint: paint.quiet },
    due: {
      text: row.due === undefined && !row.sameDue ? '–' : dueText(row.due, row.at, reader),
      ...(row.sameDue ? { paint: paint.quiet } : {}),
    },
  }
}

const wholeTime: Column = { width: 16 }
const indent = ' '.repeat(wholeTime.width + 2)

export const rowLines = (row: Row, reader: PlayReader): ReadonlyArray<string> => {
  const cells = cellsOf(row, reader)
  const columns = columnsFor(reader.width)
  if (columns !== undefined)
    return sideBySide(columns, [cells.time, cells.who, cells.what, cells.amount, cells.rule, cells.due])
  const whole = { text: wallTime(row.at, reader), paint: reader.paint.quiet }
  const middle = { width: reader.width - widthOfColumns([wholeTime, amount, rule, { width: 0 }]) }
  const below = { width: reader.width - indent.length }
  return [
    ...sideBySide([wholeTime, middle, amount, rule], [whole, cells.who, cells.amount, cells.rule]),
    ...sideBySide([below], [cells.what]).map((line) => indent + line),
    ...(cells.due.text === '' || row.sameDue
      ? []
      : sideBySide([below], [{ ...cells.due, text: `→ ${cells.due.text}` }]).map((line) => indent + line)),
  ]
}

/** What the columns are called, over rows that stand side by side; the year that they begin in is named there. */
export const headingLines = (year: string, reader: Reader): ReadonlyArray<string> => {
  const columns = columnsFor(reader.width)
  if (columns === undefined) return []
  const { columns: names } = labelsFor(reader.language)
  const cells = [`${names.time} ${year}`, names.who, names.what, names.amount, names.rule, names.due]
  return sideBySide(
    columns,
    cells.map((text) => ({ text, paint: reader.paint.quiet })),
  )
}

/** More about a row, under its what. */
export const underRow = (text: string, reader: Reader): ReadonlyArray<string> => {
  const left = columnsFor(reader.width) === undefined ? indent : ' '.repeat(widthOfColumns([time, person]) + 2)
  return wrapped(text, reader.width - left.length).map((line) => left + line)
}
