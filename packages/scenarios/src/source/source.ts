import { left, right, type Either } from 'fp-ts/lib/Either.js'
import { LineCounter, parseDocument } from 'yaml'
import { above, type Pointer } from './pointer.js'
import type { ScenarioProblem } from './problem.js'
import { collect } from './collect.js'

/** A file as it was read: its data as JSON would have it, and where and how each piece of it was written. */
export interface Source {
  readonly file: string
  readonly data: unknown
  /** How a number was written: `198.00`, where the data has 198. None where it is no number. */
  readonly numberText: (pointer: Pointer) => string | undefined
  readonly problemAt: (pointer: Pointer, message: string) => ScenarioProblem
}

/** Far more than any case needs, so that a file of aliases of aliases ends. */
const mostAliases = 1_000

/** Reads YAML, and with it JSON. What JSON cannot say (tags, `.inf`, several documents) is refused. */
export const readSource = (file: string, text: string): Either<ReadonlyArray<ScenarioProblem>, Source> => {
  const lines = new LineCounter()
  const document = parseDocument(text.replace(/^\uFEFF/, ''), {
    lineCounter: lines,
    version: '1.2',
    schema: 'core',
    uniqueKeys: true,
    stringKeys: true,
    prettyErrors: false,
    customTags: [],
  })
  const problem = (offset: number, path: Pointer, message: string): ScenarioProblem => {
    const { line, col } = lines.linePos(offset)
    return { file, line: Math.max(1, line), column: Math.max(1, col), path, message }
  }
  const unreadable = [...document.errors, ...document.warnings]
  if (unreadable.length > 0) return left(unreadable.map(({ pos, message }) => problem(pos[0], '', oneLine(message))))
  const collected = collect(document, mostAliases)
  if (collected.problems.length > 0)
    return left(collected.problems.map(({ offset, pointer, message }) => problem(offset, pointer, message)))
  const offsetOf = (pointer: Pointer): number => {
    for (let place = pointer; ; place = above(place)) {
      const offset = collected.offsets.get(place)
      if (offset !== undefined) return offset
      if (place === '') return 0
    }
  }
  return right({
    file,
    data: collected.data,
    numberText: (pointer) => collected.numbers.get(pointer),
    problemAt: (pointer, message) => problem(offsetOf(pointer), pointer, message),
  })
}

const oneLine = (message: string): string => message.replaceAll(/\s+/g, ' ').trim()
