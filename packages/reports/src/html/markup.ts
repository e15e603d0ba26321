/** Markup that is safe: made by the tag `markup` from a template, in which everything that was put in is escaped. */
export interface Markup {
  readonly markup: string
}

const escapes: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// What no document may hold, whatever stands for it: control characters, half a pair, and what turns the reading order.
const forbidden = /(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF\u202A-\u202E\u2066-\u2069]|\p{Cs}/gu

/** A text as it stands in an element or between the quotes of an attribute. */
const escaped = (text: string): string =>
  text.replaceAll(forbidden, '\uFFFD').replaceAll(/[&<>"']/g, (character) => escapes[character] ?? '')

type Piece = string | number | Markup | ReadonlyArray<Markup> | undefined

const written = (piece: Piece): string => {
  if (piece === undefined) return ''
  if (typeof piece === 'string') return escaped(piece)
  if (typeof piece === 'number') return String(piece)
  return 'markup' in piece ? piece.markup : piece.map(({ markup }) => markup).join('')
}

/** `<td>${text}</td>`: what is markup already stays it, nothing is left out, anything else is escaped. */
export const markup = (parts: TemplateStringsArray, ...pieces: ReadonlyArray<Piece>): Markup => ({
  markup: parts.reduce((so, part, index) => so + written(pieces[index - 1]) + part),
})
