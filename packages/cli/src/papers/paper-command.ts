import type { Form, Reader } from '@refund-case/reports'
import { isLeft, left, type Either } from 'fp-ts/lib/Either.js'
import { readArguments } from '../arguments.js'
import type { CliError } from '../cli-error.js'
import { misused, unusable, type Command } from '../commands/command.js'
import { exitCodes, type ExitCode } from '../exit-code.js'
import { asText } from '../show/lines.js'
import { problemLines } from '../show/problems.js'
import { withStore } from '../store-options/index.js'
import type { Terminal } from '../terminal.js'
import type { Books } from './books.js'
import { namesIn } from './names.js'
import { paperOptions, paperOptionsOf, paperUsage, type PaperOptions } from './options.js'
import { printPapers, type Paper } from './print.js'
import { readingOn } from './reading-progress.js'
import { scenarioBooks, storeBooks } from './sources.js'

/** What a command's own options say; each takes one text. */
export type Asked = { readonly [option: string]: string | undefined }

/** A form of some books, and what its file is called beside the books' name. */
export interface Printable {
  readonly name: string
  readonly form: Form
}

/** A command that prints forms from whatever books it is given. */
export interface PaperCommand {
  readonly name: string
  readonly summary: string
  /** What it prints, in a sentence or two. */
  readonly about: string
  /** Its own options with what `--help` says of each. */
  readonly options: { readonly [option: string]: string }
  readonly forms: (
    books: Books,
    asked: Asked,
    printing: PaperOptions,
  ) => Promise<Either<CliError, ReadonlyArray<Printable>>>
}

const usageOf = ({ name, about, options }: PaperCommand): string => {
  const own = Object.entries(options).map(
    ([option, says]) => `  ${`--${option} ${placeholder(option)}`.padEnd(23)} ${says}\n`,
  )
  return `Usage: refund-case ${name} FILE… [options]
       refund-case ${name} --store STORE [options]

${about}
FILE is a scenario file, or a directory of them: each is played on an empty store in memory, and read as of its last
event. Without FILE the store is read.

Options:
${own.join('')}${paperUsage}`
}

const nothingThere =
  'the store has no event of this shop. Where several share the server, name its --prefix; what play and demo write there is not read.'

const placeholder = (option: string): string => option.toUpperCase()

/** The command as the program knows it: options read, books opened, forms printed. */
export const paperCommand = (command: PaperCommand): Command => {
  const own = Object.fromEntries(Object.keys(command.options).map((name) => [name, { type: 'string' }] as const))

  const print = async (
    books: AsyncIterable<Books>,
    asked: Asked,
    options: PaperOptions,
    terminal: Terminal,
  ): Promise<ExitCode> => {
    const nameOf = await namesIn(options.namesFile)
    if (isLeft(nameOf)) return unusable(command.name, nameOf.left, terminal)
    const papers: Array<Paper> = []
    for await (const each of books) {
      const forms = await command.forms(each, asked, options)
      if (isLeft(forms)) return unusable(command.name, named(each, forms.left), terminal)
      const reader: Reader = {
        language: options.language,
        vault: each.vault,
        nameOf: nameOf.right,
        readsInClear: options.inClear,
      }
      for (const { name, form } of forms.right)
        papers.push({ name: each.name === '' ? name : `${each.name}-${name}`, form, reader })
    }
    const printed = await printPapers(papers, options, terminal)
    return isLeft(printed) ? unusable(command.name, printed.left, terminal) : exitCodes.ok
  }

  return {
    name: command.name,
    summary: command.summary,
    usage: usageOf(command),
    run: async (args, terminal) => {
      const read = readArguments(args, { ...paperOptions, ...own })
      const options = isLeft(read) ? left(read.left) : paperOptionsOf(read.right.values)
      if (isLeft(read) || isLeft(options)) {
        misused(command.name, isLeft(read) ? read.left : isLeft(options) ? options.left : '', terminal)
        return exitCodes.unusable
      }
      const { values, positionals } = read.right
      if (values.help === true) {
        terminal.out(usageOf(command))
        return exitCodes.ok
      }
      const asked: Asked = Object.fromEntries(
        Object.entries(values).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
      )
      if (positionals.length > 0) {
        if (values.store !== undefined && values.store !== 'memory') {
          misused(command.name, 'FILE or --store, not both: the forms are of one or of the other', terminal)
          return exitCodes.unusable
        }
        const books = await scenarioBooks(positionals, options.right.zone)
        if (isLeft(books)) {
          terminal.err(asText(problemLines(books.left)))
          return exitCodes.unusable
        }
        return print(books.right, asked, options.right, terminal)
      }
      if (values.store === undefined) {
        misused(command.name, 'which FILE, or which --store?', terminal)
        return exitCodes.unusable
      }
      return withStore(command.name, values, terminal, async (opened) => {
        const reading = readingOn(terminal)
        const books = storeBooks(opened, options.right.zone, reading)
        const code = await print(only(books), asked, options.right, terminal)
        reading.gone()
        if (code === exitCodes.ok && reading.metNothing())
          terminal.err(`refund-case ${command.name}: ${nothingThere}\n`)
        return code
      })
    },
  }
}

const only = async function* <T>(thing: T): AsyncIterable<T> {
  yield thing
}

const named = ({ name }: Books, { code, message }: CliError): CliError => ({
  code,
  message: name === '' ? message : `${name}: ${message}`,
})
