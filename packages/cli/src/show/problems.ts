import type { FileProblem } from '../files/load.js'

const mostOfOneFile = 20

const lineOf = ({ file, line, column, path, message }: FileProblem): string => {
  const where = line === undefined ? file : `${file}:${line}:${column ?? 1}`
  return `${path === undefined || path === '' ? where : `${where} ${path}`}: ${message}`
}

/** The problems of one file, and of very many the first. */
const ofFile = (file: string, problems: ReadonlyArray<FileProblem>): ReadonlyArray<string> => {
  const lines = problems.filter((problem) => problem.file === file).map(lineOf)
  const more = lines.length - mostOfOneFile
  return more > 0 ? [...lines.slice(0, mostOfOneFile), `${file}: and ${more} more`] : lines
}

/** One line a problem, those of a file together. */
export const problemLines = (problems: ReadonlyArray<FileProblem>): ReadonlyArray<string> =>
  [...new Set(problems.map(({ file }) => file))].flatMap((file) => ofFile(file, problems))
