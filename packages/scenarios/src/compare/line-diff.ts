/** Two texts side by side: `  ` in both, `- ` only in the first, `+ ` only in the second. */
export const lineDiff = (expected: ReadonlyArray<string>, actual: ReadonlyArray<string>): ReadonlyArray<string> => {
  const common = longestCommon(expected, actual)
  const lines: Array<string> = []
  let e = 0
  let a = 0
  while (e < expected.length || a < actual.length) {
    if (e < expected.length && a < actual.length && expected[e] === actual[a]) {
      lines.push(`  ${expected[e]}`)
      e += 1
      a += 1
    } else if (e < expected.length && (a === actual.length || at(common, e + 1, a) >= at(common, e, a + 1))) {
      lines.push(`- ${expected[e]}`)
      e += 1
    } else {
      lines.push(`+ ${actual[a]}`)
      a += 1
    }
  }
  return lines
}

type Table = ReadonlyArray<ReadonlyArray<number>>
const at = (table: Table, e: number, a: number): number => table[e]?.[a] ?? 0

/** How many lines are common from each pair of places on. */
const longestCommon = (expected: ReadonlyArray<string>, actual: ReadonlyArray<string>): Table => {
  const table: Array<Array<number>> = Array.from({ length: expected.length + 1 }, () => [])
  for (let e = expected.length - 1; e >= 0; e--)
    for (let a = actual.length - 1; a >= 0; a--) {
      const row = table[e]
      if (row === undefined) continue
      row[a] =
        expected[e] === actual[a] ? at(table, e + 1, a + 1) + 1 : Math.max(at(table, e + 1, a), at(table, e, a + 1))
    }
  return table
}
