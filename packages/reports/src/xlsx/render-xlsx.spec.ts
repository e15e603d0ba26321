import type { Instant, LocalDate } from '@refund-case/core'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { isLeft } from 'fp-ts/lib/Either.js'
import readExcel from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { hostileText } from '../../test/hostile-texts.js'
import { empty, everywhere } from '../../test/one-value.js'
import { printed } from '../../test/printed.js'
import {
  count,
  date,
  duration,
  instant,
  money,
  share,
  text,
  type Form,
  type Row,
  type Value,
} from '../document/index.js'
import { renderXlsx } from './render-xlsx.js'

const reader = { language: 'zh-CN' } as const

const table = (rows: Iterable<Row> | AsyncIterable<Row>, width = 1): Form => ({
  kind: 'table',
  title: ['Table', '表'],
  head: [],
  parts: [
    {
      part: 'table',
      name: 'rows',
      columns: Array.from({ length: width }, (_, index) => ({ name: `c${index}`, label: ['C', '列'], width: 12 })),
      rows,
    },
  ],
  foot: [],
  page: 'landscape',
  zone: 'Asia/Shanghai',
})

const read = async (form: Form) => {
  const [sheet] = await readExcel(Buffer.from(await printed.xlsx(form, reader)))
  return sheet?.data ?? []
}

describe('a form as XLSX', () => {
  it('holds numbers as numbers and days as days, as another program reads them', async () => {
    const values: ReadonlyArray<Value> = [
      money(19_800, 'CNY'),
      money(-8_000, 'CNY'),
      money(5, 'JPY'),
      count(7),
      date('2026-03-09' as LocalDate),
      instant('2026-03-09T02:05:00.000Z' as Instant),
      share(1, 8),
      duration(90 * 60_000),
      text('2026-000123'),
      text('=1+1'),
    ]
    const rows = await read(table([values], values.length))
    expect(rows.at(-1)).toEqual([
      198,
      -80,
      5,
      7,
      new Date('2026-03-09T00:00:00Z'),
      new Date('2026-03-09T10:05:00Z'),
      0.125,
      new Date('1899-12-30T01:30:00Z'),
      '2026-000123',
      '=1+1',
    ])
  })

  it('holds every text as it is, none as a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 1, maxLength: 5 }), async (texts) => {
        const file = await printed.xlsx(table([texts.map(text)], texts.length), reader)
        const sheet = strFromU8(unzipSync(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
        expect(sheet).not.toContain('<f')
        const cells = [
          ...sheet.matchAll(/<c [^>]*?(?:\/>|t="inlineStr"><is><t xml:space="preserve">([^<]*)<\/t><\/is><\/c>)/g),
        ]
        expect(cells.slice(-texts.length).map((cell) => unescaped(cell[1] ?? ''))).toEqual(texts.map(kept))
      }),
      { numRuns: 100 },
    )
  })

  it('is the same file each time', async () => {
    const [once, again] = [
      await printed.xlsx(everywhere(text('x')), reader),
      await printed.xlsx(everywhere(text('x')), reader),
    ]
    expect(Buffer.compare(once, again)).toBe(0)
  })

  it('says 无 where there is nothing', async () => {
    expect(await read(empty)).toEqual([
      ['各处', null],
      ['项目', '无'],
      ['项目', '无'],
      ['一', '无'],
      ['意见', '无'],
      ['甲', '乙'],
      ['无', null],
      ['项目', '无'],
    ])
  })

  it('says where the header is, so that it stays in view and is printed on every page', async () => {
    const files = unzipSync(await printed.xlsx(table([]), reader))
    const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    expect(part('xl/worksheets/sheet1.xml')).toContain('<pane ySplit="2" topLeftCell="A3"')
    expect(part('xl/workbook.xml')).toContain(`'表'!$2:$2`)
  })

  it('hands out what is packed while rows still come', async () => {
    let asked = 0
    const rows = function* (): Iterable<Row> {
      for (; asked < 20_000; asked++) yield [text(`row ${asked} ${Math.imul(asked, 2_654_435_761)}`)]
    }
    const askedAt: Array<number> = []
    for await (const piece of renderXlsx(table(rows()), reader)) {
      expect(isLeft(piece)).toBe(false)
      askedAt.push(asked)
    }
    expect(askedAt[0]).toBeLessThan(3_000)
    expect(askedAt.length).toBeGreaterThan(5)
  })
})

const unescaped = (markup: string): string =>
  markup.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')

/** What XML 1.0 can hold of a text, and Excel takes for itself. */
const kept = (hostile: string): string =>
  Array.from(hostile, (character) => {
    const code = character.codePointAt(0) ?? 0
    const control = (code < 0x20 && !'\t\n\r'.includes(character)) || (code >= 0x7f && code < 0xa0)
    return control || (code >= 0xd800 && code <= 0xdfff) || code === 0xfffe || code === 0xffff ? '\uFFFD' : character
  })
    .join('')
    .replaceAll(/_(?=x[\da-fA-F]{4}_)/g, '_x005F_')
