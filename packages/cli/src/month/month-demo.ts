import { languages, YearMonth, type Language } from '@refund-case/core'
import type { Reader as PaperReader } from '@refund-case/reports'
import { monthStaffName, playMonth, type MonthRun } from '@refund-case/scenarios'
import Table from 'cli-table3'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cliError, type CliError } from '../cli-error.js'
import type { Books } from '../papers/books.js'
import { casesIn } from '../papers/cases.js'
import { fileOf, writePaper } from '../papers/print.js'
import { asText } from '../show/lines.js'
import type { Reader } from '../show/reader.js'
import { sectionHeading } from '../show/section.js'
import type { Terminal } from '../terminal.js'
import { barOn, type Bar } from './bar.js'
import { monthLabelsFor, type MonthLabels } from './labels.js'
import { monthPapers, type Sheaf } from './papers.js'
import { monthViews } from './views.js'

export interface MonthAsked {
  readonly cases: number
  /** Where the papers are written to. */
  readonly out: string
}

/** How many cases get an application sheet and a progress page of their own. */
const shownCases = 12

interface Written {
  readonly kind: string
  readonly papers: number
  readonly formats: string
  readonly files: number
  readonly bytes: number
}

const seconds = (since: number): string => ((performance.now() - since) / 1_000).toFixed(1)
const megabytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** Some cases from all over the month. */
const some = (all: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  const every = Math.max(1, Math.floor(all.size / shownCases))
  return new Map([...all].filter((_, index) => index % every === 0).slice(0, shownCases))
}

const writeSheaf = async (
  { kind, formats, forms }: Sheaf,
  reader: PaperReader,
  out: string,
): Promise<Either<CliError, Written>> => {
  let files = 0
  let bytes = 0
  for (const { name, form } of forms)
    for (const format of formats) {
      const path = join(out, reader.language, kind, fileOf(name, format))
      const written = await writePaper({ name, form, reader }, { format, bom: true }, path)
      if (isLeft(written)) return written
      files++
      bytes += statSync(path).size
    }
  return right({ kind, papers: forms.length, formats: formats.join(' '), files, bytes })
}

/** Of papers of every day those of one. */
const inPart = (sheaf: Sheaf): Sheaf => {
  const { daily, forms } = sheaf
  return daily === undefined ? sheaf : { ...sheaf, forms: forms.filter(({ name }) => name.includes(daily)) }
}

const writeAll = async (
  books: Books,
  month: YearMonth,
  { shop }: MonthRun,
  { out }: MonthAsked,
  bar: Bar,
  own: Language,
): Promise<Either<CliError, ReadonlyArray<Written>>> => {
  const labels = monthLabelsFor(own)
  const views = await monthViews(books, shop.platform.sha256)
  if (isLeft(views)) return views
  const cases = await casesIn(books)
  if (isLeft(cases)) return cases
  const written = new Map<string, Written>()
  const inLanguage = async (language: Language, no: number): Promise<Either<CliError, true>> => {
    const papers = await monthPapers(books, views.right, month, some(cases.right), language)
    if (isLeft(papers)) return papers
    const { bankFile } = papers.right
    const sheaves = papers.right.sheaves.map((sheaf) => (language === own ? sheaf : inPart(sheaf)))
    const reader: PaperReader = { language, vault: books.vault, nameOf: monthStaffName }
    for (const [index, sheaf] of sheaves.entries()) {
      bar.show(no * sheaves.length + index, languages.length * sheaves.length, `${labels.writing}: ${sheaf.kind}`)
      const one = await writeSheaf(sheaf, reader, out)
      if (isLeft(one)) return one
      const before = written.get(sheaf.kind)
      written.set(sheaf.kind, {
        ...one.right,
        papers: Math.max(one.right.papers, before?.papers ?? 0),
        files: one.right.files + (before?.files ?? 0),
        bytes: one.right.bytes + (before?.bytes ?? 0),
      })
    }
    writeFileSync(join(out, 'bank-lines.csv'), bankFile)
    return right(true)
  }
  for (const [no, language] of languages.entries()) {
    const done = await inLanguage(language, no)
    if (isLeft(done)) return done
  }
  return right([...written.values()])
}

const tableOf = (all: ReadonlyArray<Written>, { columns }: MonthLabels, { paint }: Reader): string => {
  const table = new Table({
    head: columns.map((heading) => paint.heading(heading)),
    colAligns: ['left', 'right', 'left', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  for (const { kind, papers, formats, files, bytes } of all)
    table.push([kind, papers, formats, files, megabytes(bytes)])
  return table.toString()
}

/** Plays the generated month and writes its papers; answers how many commands were refused that should not have been. */
export const monthDemo = async (
  asked: MonthAsked,
  reader: Reader,
  terminal: Terminal,
): Promise<Either<CliError, number>> => {
  const labels = monthLabelsFor(reader.language)
  const bar = barOn(terminal)
  const say = (lines: ReadonlyArray<string>) => terminal.out(asText(lines))
  const begun = performance.now()
  const played = await playMonth(
    { cases: asked.cases },
    { onProgress: (done, whole) => bar.show(done, whole, labels.playing) },
  )
  bar.gone()
  if (isLeft(played)) return left(cliError('MONTH_FAILED', JSON.stringify(played.left)))
  const run = played.right
  const { month } = run.settings
  say(['', ...sectionHeading(labels.heading(month), reader)])
  say([labels.played(run.cases, run.commands, run.shifts, seconds(begun))])
  if (run.refused.length > 0) say([reader.paint.bad(labels.refused(run.refused.length))])
  const writing = performance.now()
  const books: Books = {
    name: '',
    store: run.shop.store,
    vault: run.shop.platform.vault,
    now: run.shop.now(),
    zone: 'Asia/Shanghai',
  }
  if (!YearMonth.is(month)) return left(cliError('MONTH_FAILED', month))
  const all = await writeAll(books, month, run, asked, bar, reader.language)
  bar.gone()
  if (isLeft(all)) return all
  const files = all.right.reduce((sum, each) => sum + each.files, 0)
  const bytes = all.right.reduce((sum, each) => sum + each.bytes, 0)
  say([tableOf(all.right, labels, reader), labels.written(files, megabytes(bytes), asked.out, seconds(writing))])
  return right(run.refused.length)
}
