import type { Column, Form } from '../document/index.js'
import { ruledFrame } from './ruled.js'

const narrowest = { portrait: 92, landscape: 120 } as const

/** How wide a table is that gives each column its width. */
const ownWidth = (columns: ReadonlyArray<Column>): number =>
  columns.reduce((sum, { width }) => sum + width, ruledFrame(columns.length))

/** How wide a form is: as its widest table, and never so narrow that a paragraph cannot be read. */
export const widthOfForm = (form: Form): number =>
  Math.max(narrowest[form.page], ...form.parts.map((part) => (part.part === 'table' ? ownWidth(part.columns) : 0)))

/** `whole` columns shared out in these proportions, to the last one. */
export const shared = (whole: number, proportions: ReadonlyArray<number>): ReadonlyArray<number> => {
  const sum = proportions.reduce((so, each) => so + each, 0)
  let taken = 0
  let upTo = 0
  return proportions.map((each) => {
    upTo += each
    const end = sum === 0 ? 0 : Math.floor((whole * upTo) / sum)
    const own = Math.max(2, end - taken)
    taken += own
    return own
  })
}
