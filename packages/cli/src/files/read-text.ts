import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { readFile, stat } from 'node:fs/promises'

/** Far more than a case needs. What is larger is something else, and is not read. */
const mostBytes = 1_000_000

const reasons: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file or directory',
  ENOTDIR: 'there is no such file or directory',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  ELOOP: 'it is a link that leads in a circle',
  ENAMETOOLONG: 'its name is too long',
  EISDIR: 'it is a directory',
}

/** Why the file system would not, in words. */
export const reasonOf = (error: unknown): string => {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const known = code === undefined ? undefined : reasons[code]
  return known ?? `it cannot be read (${code ?? String(error)})`
}

/** The text of a file, or why it cannot be had. */
export const readText = async (path: string): Promise<Either<string, string>> => {
  try {
    const { size } = await stat(path)
    if (size === 0) return left('it is empty')
    if (size > mostBytes) return left(`it is larger than ${mostBytes / 1_000_000} MB, which no scenario is`)
    return right(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)))
  } catch (error) {
    return left(error instanceof TypeError ? 'it is not text in UTF-8' : reasonOf(error))
  }
}
