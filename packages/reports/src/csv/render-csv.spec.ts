import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileText } from '../../test/hostile-texts.js'
import { empty, everywhere } from '../../test/one-value.js'
import { printed } from '../../test/printed.js'
import { money, text, type Form, type Value } from '../document/index.js'

const reader = { language: 'en' } as const
const asList = (form: Form): Form => ({
  ...form,
  parts: form.parts.map((part) => {
    if (part.part !== 'table') return part
    const { main: _main, ...rest } = part
    return rest
  }),
})
const read = (csv: string): ReadonlyArray<ReadonlyArray<string>> => parse(csv, { record_delimiter: '\r\n' })

describe('a form as CSV', () => {
  it('reads back as it was written, and no cell is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (any) => {
        // What UTF-8 cannot say is not in a file either.
        const hostile = any.toWellFormed()
        for (const form of [everywhere(text(hostile)), asList(everywhere(text(hostile)))]) {
          const rows = read(await printed.csv(form, reader))
          expect(new Set(rows.map(({ length }) => length)).size).toBe(1)
          const cells = rows.slice(1).flatMap((row) => row.slice(-1))
          expect(cells.every((cell) => cell === hostile || cell === `'${hostile}`)).toBe(true)
          for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('leaves numbers numbers, also below zero', async () => {
    const [, row] = read(await printed.csv(everywhere(money(-8_000, 'CNY')), reader))
    expect(row).toEqual(['-80.00', '-80.00'])
  })

  it('begins with U+FEFF for Excel where that is asked for, and ends every line with CRLF', async () => {
    const value: Value = { is: 'date', date: '2026-03-09' as never }
    const csv = await printed.csv(everywhere(value), reader, { bom: true })
    expect(csv).toBe('\uFEFFA,B\r\n2026-03-09,2026-03-09\r\n2026-03-09,2026-03-09\r\n2026-03-09,2026-03-09\r\n')
    expect(read(await printed.csv(empty, reader))).toEqual([['A', 'B']])
  })

  it('lists a form of several parts by part, number, field and value', async () => {
    expect(read(await printed.csv(asList(everywhere(text('x'))), reader)).slice(0, 12)).toEqual([
      ['part', 'no.', 'field', 'value'],
      ['Everywhere', '', 'Field', 'x'],
      ['Everywhere', '', 'Field', 'x'],
      ['Everywhere', '', 'Field', 'x'],
      ['Everywhere', '', 'Field', 'x'],
      ['Everywhere', '', 'Field', 'x'],
      ['Group', '', 'One', 'x'],
      ['Two', '1', '', 'x'],
      ['Two', '1', 'Field', 'x'],
      ['Two', '1', 'Field', 'x'],
      ['Opinion', '1', '', 'x'],
      ['Opinion', '1', 'Field', 'x'],
    ])
  })
})
