/** The length of the longest common sequence of the lines from `i` and `j` on, for all of them. */
const commonLengths = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): ReadonlyArray<ReadonlyArray<number>> => {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i]
      const below = lengths[i + 1]
      if (row === undefined || below === undefined) continue
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return lengths
}

/** Two texts line by line: `- ` stands before what was expected and is not there, `+ ` before what is there instead. */
export const lineDiff = (expected: string, actual: string): string => {
  const a = expected.split('\n')
  const b = actual.split('\n')
  const lengths = commonLengths(a, b)
  const lines: Array<string> = []
  let i = 0
  let j = 0
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push(`  ${a[i++] ?? ''}`)
      j++
    } else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)))
      lines.push(`- ${a[i++] ?? ''}`)
    else lines.push(`+ ${b[j++] ?? ''}`)
  }
  return lines.join('\n')
}
