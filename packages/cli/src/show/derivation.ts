import { totalOf, type Quote, type QuoteTerm } from '@refund-case/core'
import { sideBySide, widthOfColumns, type Column } from '../text/columns.js'
import { labelsFor } from './labels.js'
import { word, type PlayReader } from './reader.js'
import { money } from './values.js'

/** The numbers of a term that count things; all others are amounts. */
const counts = new Set(['bought', 'quantity', 'lowestSlot', 'highestSlot', 'multiplier'])

/** The numbers by name, after the reason of what is taken off. */
const listed = ({ numbers, reason }: QuoteTerm, reader: PlayReader): string =>
  [
    ...(reason === undefined ? [] : [word(reader, 'deduction', reason)]),
    ...Object.entries(numbers).map(
      ([name, value]) => `${name} ${counts.has(name) ? String(value) : money(value, reader)}`,
    ),
  ].join(labelsFor(reader.language).comma)

/** Slots in a row by cumulative floor, if that is what the amount is: `⌊87.65·2/3⌋ − ⌊87.65·1/3⌋`. */
const byCumulativeFloor = ({ amount, numbers }: QuoteTerm, reader: PlayReader): string | undefined => {
  const { paid, bought, quantity, lowestSlot } = numbers
  if (paid === undefined || bought === undefined || quantity === undefined || lowestSlot === undefined) return undefined
  const upTo = (slots: number) => Math.floor((paid * slots) / bought)
  const before = lowestSlot - 1
  if (upTo(before + quantity) - upTo(before) !== amount) return undefined
  const floor = (slots: number) => `⌊${money(paid, reader)}·${slots}/${bought}⌋`
  return before === 0 ? floor(quantity) : `${floor(before + quantity)} − ${floor(before)}`
}

const byLaw = ({ numbers }: QuoteTerm, reader: PlayReader): string | undefined => {
  const { multiplier, price, minimum } = numbers
  return multiplier === undefined || price === undefined || minimum === undefined
    ? undefined
    : `max(${multiplier} × ${money(price, reader)}, ${money(minimum, reader)})`
}

const name: Column = { width: 22 }
const amount: Column = { width: 10, align: 'right' }
const rule: Column = { width: 12 }

const columnsFor = (width: number): ReadonlyArray<Column> => {
  const rest = width - widthOfColumns([name, amount, rule, { width: 0 }])
  return [name, amount, { width: Math.min(46, rest) }, rule]
}

/** A quote term by term, so that it can be recomputed by hand: what, how much, from which numbers, by which rule. */
export const derivationLines = (quote: Quote, reader: PlayReader): ReadonlyArray<string> => {
  const { paint } = reader
  const columns = columnsFor(reader.width)
  const amountCell = (text: string) => ({ text, paint: paint.money })
  const terms = quote.terms.flatMap((term) => {
    const line = term.lineNo === undefined ? '' : ` · ${labelsFor(reader.language).lineNo(String(term.lineNo))}`
    const computed = byCumulativeFloor(term, reader) ?? byLaw(term, reader) ?? listed(term, reader)
    return sideBySide(columns, [
      { text: word(reader, 'quoteTerm', term.kind) + line },
      amountCell(`${term.deducts ? '−' : '+'} ${money(term.amount, reader)}`),
      { text: computed },
      { text: `${term.rule}, ${term.clause}`, paint: paint.quiet },
    ])
  })
  const sum = sideBySide(columns, [
    { text: labelsFor(reader.language).total },
    amountCell(`= ${money(totalOf(quote.amounts), reader)}`),
  ])
  return [...terms, ...sum]
}
