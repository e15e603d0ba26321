import { fill, fillLeft, wrapped } from '@refund-case/reports'

/** One column of lines that stand under each other. */
export interface Column {
  readonly width: number
  readonly align?: 'right'
}

/** A text with its colour, which is put on after it was measured. */
export interface Cell {
  readonly text: string
  readonly paint?: (text: string) => string
}

const gap = '  '
const plainly = (text: string): string => text

/** Cells side by side, each wrapped in its own column; as many lines as the longest needs. */
export const sideBySide = (columns: ReadonlyArray<Column>, cells: ReadonlyArray<Cell>): ReadonlyArray<string> => {
  const wrappedCells = columns.map(({ width }, index) => wrapped(cells[index]?.text ?? '', width))
  const height = Math.max(...wrappedCells.map((lines) => lines.length))
  return Array.from({ length: height }, (_, row) =>
    columns
      .map(({ width, align }, index) => {
        const text = wrappedCells[index]?.[row] ?? ''
        const filled = align === 'right' ? fillLeft(text, width) : fill(text, width)
        const paint = cells[index]?.paint ?? plainly
        return filled.replace(text, () => paint(text))
      })
      .join(gap)
      .trimEnd(),
  )
}

export const widthOfColumns = (columns: ReadonlyArray<Column>): number =>
  columns.reduce((sum, { width }) => sum + width, 0) + gap.length * Math.max(0, columns.length - 1)
