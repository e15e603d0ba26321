import type { Form, Reader } from '@refund-case/reports'
import { renderCsv, renderHtml, renderJson, renderText, renderXlsx, type Chunks } from '@refund-case/reports'
import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { createWriteStream, mkdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { cliError, type CliError } from '../cli-error.js'
import { reasonOf } from '../files/read-text.js'
import type { Terminal } from '../terminal.js'
import type { Format, PaperOptions } from './options.js'

/** A form to print, and what its file is called, without an ending. */
export interface Paper {
  readonly name: string
  readonly form: Form
  readonly reader: Reader
}

const ending: { readonly [F in Format]: string } = { text: 'txt', html: 'html', csv: 'csv', xlsx: 'xlsx', json: 'json' }

const rendered = ({ form, reader }: Paper, format: Format, bom: boolean): Chunks<string | Uint8Array> => {
  switch (format) {
    case 'text':
      return renderText(form, reader)
    case 'html':
      return renderHtml(form, reader)
    case 'csv':
      return renderCsv(form, reader, { bom })
    case 'json':
      return renderJson(form, reader)
    case 'xlsx':
      return renderXlsx(form, reader)
  }
}

/** A name that is one on every file system: letters and digits of any script, points and dashes. */
const plainName = (name: string): string => name.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+/, '') || 'paper'

/** The file of a form: its name and the ending of its format. */
export const fileOf = (name: string, format: Format): string => `${plainName(name)}.${ending[format]}`

const isDirectory = (path: string): boolean => {
  try {
    return statSync(path).isDirectory()
  } catch {
    return false
  }
}

/** Where a form is written: at `out` itself, or below it where several may come. */
const placeOf = (paper: Paper, format: Format, out: string, several: boolean): string =>
  several || isDirectory(out) || /[/\\]$/.test(out) ? join(out, fileOf(paper.name, format)) : out

/** Written piece by piece as it is printed; a file that could not be finished is not worth reading. */
export const writePaper = async (
  paper: Paper,
  { format, bom }: Pick<PaperOptions, 'format' | 'bom'>,
  path: string,
): Promise<Either<CliError, string>> => {
  let failure: CliError | undefined
  const pieces = async function* () {
    for await (const chunk of rendered(paper, format, bom)) {
      if (isLeft(chunk)) {
        failure = cliError(chunk.left.code, chunk.left.message)
        return
      }
      yield chunk.right
    }
  }
  try {
    mkdirSync(dirname(path), { recursive: true })
    await pipeline(Readable.from(pieces(), { objectMode: true }), createWriteStream(path))
  } catch (error) {
    return left(cliError('OUT_UNWRITABLE', `${path}: ${reasonOf(error)}`))
  }
  return failure === undefined ? right(path) : left(failure)
}

const toTerminal = async (paper: Paper, options: PaperOptions, terminal: Terminal): Promise<Either<CliError, true>> => {
  for await (const chunk of rendered(paper, options.format, options.bom)) {
    if (isLeft(chunk)) return left(cliError(chunk.left.code, chunk.left.message))
    if (typeof chunk.right === 'string') terminal.out(chunk.right)
  }
  return right(true)
}

/** Prints forms as asked: on the terminal, into one file, or each into its own. */
export const printPapers = async (
  papers: ReadonlyArray<Paper>,
  options: PaperOptions,
  terminal: Terminal,
): Promise<Either<CliError, true>> => {
  const { out, format } = options
  const several = papers.length > 1
  if (out === undefined) {
    if (format === 'xlsx') return left(cliError('OUT_MISSING', 'XLSX is no text: say where to with --out.'))
    if (several && format !== 'text')
      return left(
        cliError('OUT_MISSING', `These are ${papers.length} forms: say with --out which directory to write to.`),
      )
  }
  for (const [index, paper] of papers.entries()) {
    if (out === undefined) {
      if (index > 0) terminal.out('\n')
      const said = await toTerminal(paper, options, terminal)
      if (isLeft(said)) return said
    } else {
      const written = await writePaper(paper, options, placeOf(paper, format, out, several))
      if (isLeft(written)) return written
      terminal.out(`${written.right}\n`)
    }
  }
  return right(true)
}
