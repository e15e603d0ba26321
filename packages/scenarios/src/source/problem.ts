import type { Pointer } from './pointer.js'

/** Why a file is not a scenario, at one place: a value, never thrown. Lines and columns count from 1. */
export interface ScenarioProblem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly path: Pointer
  readonly message: string
}

/** One line for people: `s01.yaml:12:7 /steps/0/at: expected a time`. */
export const scenarioProblemText = ({ file, line, column, path, message }: ScenarioProblem): string =>
  `${file}:${line}:${column} ${path === '' ? '/' : path}: ${message}`
