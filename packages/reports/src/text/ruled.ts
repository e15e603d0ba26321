import { fill, fillLeft, textWidth, wrapped } from './width.js'

export interface RuledCell {
  readonly text: string
  /** Of the text inside, in columns. */
  readonly width: number
  readonly align?: 'right' | 'centre' | undefined
}

/** Columns that a row takes beside the texts in it: a line and a blank on either side of each cell. */
export const ruledFrame = (cells: number): number => 3 * cells + 1

/** Rows of cells in a frame of lines, drawn one by one; each row may have cells of its own widths. */
export interface Ruled {
  /** The line above the row and the row. With `hangs` its first cell goes on from the row before. */
  readonly row: (cells: ReadonlyArray<RuledCell>, hangs?: boolean) => ReadonlyArray<string>
  /** The last line. */
  readonly end: () => ReadonlyArray<string>
}

const joints: { readonly [sides: string]: string } = {
  'right down': '┌',
  'left down': '┐',
  'up right': '└',
  'up left': '┘',
  'up right down': '├',
  'up left down': '┤',
  'left right down': '┬',
  'up left right': '┴',
  'up left right down': '┼',
  'left right': '─',
  'up down': '│',
}

const jointOf = (up: boolean, left: boolean, right: boolean, down: boolean): string =>
  joints[[up && 'up', left && 'left', right && 'right', down && 'down'].filter(Boolean).join(' ')] ?? ' '

/** Where the upright lines of a row stand. */
const uprightsOf = (cells: ReadonlyArray<RuledCell>): ReadonlyArray<number> => {
  let at = 0
  return [0, ...cells.map(({ width }) => (at += width + 3))]
}

const centred = (text: string, width: number): string =>
  fill(' '.repeat(Math.max(0, Math.floor((width - textWidth(text)) / 2))) + text, width)

const placed = (text: string, { width, align }: RuledCell): string =>
  align === 'right' ? fillLeft(text, width) : align === 'centre' ? centred(text, width) : fill(text, width)

/** In lines of a width; what goes on of a line begins where its text did, behind blanks and a number. */
const indented = (line: string, width: number): ReadonlyArray<string> => {
  const [lead = ''] = /^ *(?:\d+\. )?/.exec(line) ?? []
  const rest = ' '.repeat(lead.length)
  return wrapped(line.slice(lead.length), Math.max(2, width - lead.length)).map(
    (part, index) => (index === 0 ? lead : rest) + part,
  )
}

export const ruled = (): Ruled => {
  let above: ReadonlyArray<number> = []

  const lineBefore = (below: ReadonlyArray<number>, hangs: boolean): string => {
    const last = Math.max(above.at(-1) ?? 0, below.at(-1) ?? 0)
    const from = hangs ? (below[1] ?? 0) : 0
    const [up, down] = [new Set(above), new Set(below)]
    return Array.from({ length: last + 1 }, (_, x) =>
      jointOf(up.has(x), x > from, x >= from && x < last, down.has(x)),
    ).join('')
  }

  return {
    row: (cells, hangs = false) => {
      const below = uprightsOf(cells)
      const line = lineBefore(below, hangs)
      above = below
      const lines = cells.map(({ text, width }) => text.split('\n').flatMap((part) => indented(part, width)))
      const height = Math.max(1, ...lines.map(({ length }) => length))
      const texts = Array.from(
        { length: height },
        (_, at) => `│ ${cells.map((cell, index) => placed(lines[index]?.[at] ?? '', cell)).join(' │ ')} │`,
      )
      return [line, ...texts]
    },
    end: () => (above.length === 0 ? [] : [lineBefore([], false)]),
  }
}
