const width = 120

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null

/** JSON as the formatter of this repository writes it: lists of plain values on one line where they fit. */
export const writtenJson = (value: unknown, indent = '', room = width): string => {
  if (Array.isArray(value)) {
    const inline = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    if (value.every(isScalar) && inline.length <= room) return inline
    const items = value.map((item) => `${indent}  ${writtenJson(item, `${indent}  `)}`)
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value)
  if (entries.length === 0) return '{}'
  const lines = entries.map(([name, part], index) => {
    const start = `${indent}  ${JSON.stringify(name)}: `
    const comma = index < entries.length - 1 ? 1 : 0
    return start + writtenJson(part, `${indent}  `, width - start.length - comma)
  })
  return `{\n${lines.join(',\n')}\n${indent}}`
}
