import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { isLeft } from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { cliError, type CliError } from '../cli-error.js'
import { readText } from '../files/read-text.js'

type NameOf = (staffId: string) => string | undefined

const Names = t.record(t.string, t.string)

/** The directory in a file: a JSON object from staff ids to names. */
export const namesIn = async (file: string | undefined): Promise<Either<CliError, NameOf>> => {
  if (file === undefined) return right(() => undefined)
  const text = await readText(file)
  if (isLeft(text)) return left(cliError('NAMES_UNREADABLE', `${file}: ${text.left}`))
  const names = parsed(text.right)
  return names === undefined
    ? left(cliError('NAMES_UNREADABLE', `${file}: expected a JSON object from staff ids to names`))
    : right((id) => (Object.hasOwn(names, id) ? names[id] : undefined))
}

const parsed = (text: string): t.TypeOf<typeof Names> | undefined => {
  try {
    const value: unknown = JSON.parse(text)
    return Names.is(value) ? value : undefined
  } catch {
    return undefined
  }
}
