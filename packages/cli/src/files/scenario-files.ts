import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { reasonOf } from './read-text.js'

const isScenario = (name: string): boolean => /\.(?:ya?ml|json)$/i.test(name) && !/\.schema\.json$/i.test(name)

const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The scenario files that a path means: itself, or of a directory all that lie in it, by name. */
export const scenarioFilesAt = async (path: string): Promise<Either<string, ReadonlyArray<string>>> => {
  try {
    const found = await stat(path)
    if (found.isFile()) return right([path])
    if (!found.isDirectory()) return left('it is neither a file nor a directory')
    const entries = await readdir(path, { withFileTypes: true })
    const names = entries.filter((entry) => !entry.isDirectory() && isScenario(entry.name)).map(({ name }) => name)
    return names.length === 0
      ? left('there is no *.yaml, *.yml or *.json in this directory')
      : right(names.toSorted(byName).map((name) => join(path, name)))
  } catch (error) {
    return left(reasonOf(error))
  }
}
