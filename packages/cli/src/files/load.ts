import { isLeft, left, right, type Either } from 'fp-ts/lib/Either.js'
import { readScenario, type Scenario } from '@refund-case/scenarios'
import { readText } from './read-text.js'
import { scenarioFilesAt } from './scenario-files.js'

/** Why a file cannot be played; with a place where it could be read. */
export interface FileProblem {
  readonly file: string
  readonly line?: number
  readonly column?: number
  /** JSON Pointer. */
  readonly path?: string
  readonly message: string
}

type Loaded = Either<ReadonlyArray<FileProblem>, ReadonlyArray<Scenario>>

const loadFile = async (file: string): Promise<Either<ReadonlyArray<FileProblem>, Scenario>> => {
  const text = await readText(file)
  return isLeft(text) ? left([{ file, message: text.left }]) : readScenario(file, text.right)
}

/** All scenarios at these paths; or everything that is wrong, and then none. */
export const loadScenarios = async (paths: ReadonlyArray<string>): Promise<Loaded> => {
  const problems: Array<FileProblem> = []
  const scenarios: Array<Scenario> = []
  for (const path of paths) {
    const files = await scenarioFilesAt(path)
    if (isLeft(files)) {
      problems.push({ file: path, message: files.left })
      continue
    }
    for (const file of files.right) {
      const scenario = await loadFile(file)
      if (isLeft(scenario)) problems.push(...scenario.left)
      else scenarios.push(scenario.right)
    }
  }
  return problems.length > 0 ? left(problems) : right(scenarios)
}
