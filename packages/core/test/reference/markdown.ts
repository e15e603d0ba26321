type Row = ReadonlyArray<string>

const cell = (text: string): string => text.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ')
const line = (cells: Row): string => `| ${cells.map(cell).join(' | ')} |`

export const table = (heads: Row, rows: ReadonlyArray<Row>): string =>
  [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n')

export const code = (text: string | number): string => `\`${text}\``
export const codes = (texts: ReadonlyArray<string>): string => (texts.length === 0 ? '–' : texts.map(code).join(', '))

/** Parts of a page, a blank line between them. */
export const page = (...parts: ReadonlyArray<string>): string => parts.filter((part) => part !== '').join('\n\n')
