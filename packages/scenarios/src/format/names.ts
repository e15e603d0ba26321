import { text } from '../form/scalars.js'

const nameKey = { pattern: /^[A-Za-z][A-Za-z0-9_-]{0,39}$/, says: 'a name of letters, digits, _ and -' }

/** Names that authors give: people, cases, steps. */
export const aName = text(nameKey.says, nameKey.pattern)
export const nameOfPerson = nameKey
export const aliasOfCase = nameKey
/** Names of files' contents, such as `s01-partial-return`. */
export const aSlug = text('a name of small letters, digits and -', /^[a-z0-9][a-z0-9-]{0,79}$/)
export const orderKey = {
  pattern: /^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/,
  says: 'an order id of letters, digits or ._:-',
}
export const anOrderId = text(orderKey.says, orderKey.pattern)
export const aLine = text('one line of text', /^[^\n]+$/, 200)
