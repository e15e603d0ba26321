import { languages, type Language } from '@refund-case/core'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { parseArgs, type ParseArgsConfig } from 'node:util'

type Options = NonNullable<ParseArgsConfig['options']>

type Parsed<O extends Options> = ReturnType<
  typeof parseArgs<{ readonly options: O; readonly allowPositionals: true; readonly strict: true }>
>

/** What a command line says, for the options that its command knows; or what is wrong with it. */
export const readArguments = <O extends Options>(
  args: ReadonlyArray<string>,
  options: O,
): Either<string, Parsed<O>> => {
  try {
    return right(parseArgs({ args: [...args], options, allowPositionals: true as const, strict: true as const }))
  } catch (error) {
    return left(firstSentence(error))
  }
}

// "Unknown option '--x'. To specify a positional argument starting with a '-', place it at the end …"
const firstSentence = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  return message.split(/\. |\n/)[0]?.replace(/\.$/, '') ?? message
}

/** `--lang en`, and English where nothing is said. */
export const languageOf = (said: string | undefined): Either<string, Language> => {
  if (said === undefined) return right('en')
  const language = languages.find((known) => known.toLowerCase() === said.toLowerCase())
  return language === undefined
    ? left(`--lang knows ${languages.join(' and ')}, not '${said.slice(0, 40)}'`)
    : right(language)
}
