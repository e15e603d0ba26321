// Wide and fullwidth characters (UAX #11) and emoji take two columns of a terminal; marks that combine take none.
const wide =
  /[\u1100-\u115F\u231A\u231B\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1F64F}\u{1F680}-\u{1F6FF}\u{1F900}-\u{1F9FF}\u{20000}-\u{3FFFD}]/u
const none = /[\p{Mn}\p{Me}\p{Cf}]/u

const widthOf = (character: string): number => (none.test(character) ? 0 : wide.test(character) ? 2 : 1)

/** How many columns of a terminal a text takes. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += widthOf(character)
  return width
}

/** Filled up with blanks on the right to a width in columns. */
export const fill = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - textWidth(text)))

/** Filled up with blanks on the left. */
export const fillLeft = (text: string, width: number): string => ' '.repeat(Math.max(0, width - textWidth(text))) + text

/** As much of the beginning as fits into a width in columns. */
const beginningOf = (text: string, width: number): string => {
  let taken = ''
  let room = width
  for (const character of text) {
    room -= widthOf(character)
    if (room < 0) break
    taken += character
  }
  return taken
}

/** Shortened to a width in columns, with `…` where something is left out. */
export const shortened = (text: string, width: number): string =>
  textWidth(text) <= width ? text : `${beginningOf(text, width - 1)}…`

// A closing mark never begins a line: it stays with what stands before it.
const closing = '[。，、；：！？）」』》”’…]'
const piece = new RegExp(String.raw`(?:${wide.source}|(?:(?!${wide.source})\S)+)${closing}*\s*|\s+`, 'gu')

/** Where a line may be broken: after a blank, and around every wide character. */
const pieces = (text: string): ReadonlyArray<string> => text.match(piece) ?? []

/** In lines of a width in columns: broken at blanks and between wide characters, a longer word wherever it must. */
export const wrapped = (text: string, width: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ''
  for (const whole of pieces(text)) {
    let rest = whole
    if (line !== '' && textWidth(line + rest.trimEnd()) > width) {
      lines.push(line.trimEnd())
      line = ''
    }
    while (textWidth(rest.trimEnd()) > width) {
      const part = beginningOf(rest, Math.max(2, width))
      lines.push(part)
      rest = rest.slice(part.length)
    }
    line += rest
  }
  return line.trimEnd() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}
