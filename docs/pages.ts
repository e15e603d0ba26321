import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')

/** One page of the documentation, by its path from the root. */
export interface Page {
  readonly path: string
  readonly text: string
}

export const page = (path: string): Page => ({ path, text: readFileSync(join(root, path), 'utf8') })

const markdownIn = (directory: string): ReadonlyArray<string> =>
  readdirSync(join(root, directory))
    .filter((name) => name.endsWith('.md'))
    .map((name) => relative(root, join(root, directory, name)))

/** Every page that is written by hand: the front pages, those in docs, and each package's own. */
export const pages: ReadonlyArray<Page> = [
  '.',
  'docs',
  ...readdirSync(join(root, 'packages')).map((name) => join('packages', name)),
]
  .flatMap(markdownIn)
  .filter((path) => path !== 'docs/reference.md')
  .toSorted()
  .map(page)

/** A fenced block: what stands after its first fence, and what is in it. */
export interface Block {
  readonly language: string
  readonly line: number
  readonly code: string
}

export const blocksOf = ({ text }: Page): ReadonlyArray<Block> => {
  const blocks: Array<Block> = []
  let open: { readonly language: string; readonly line: number; readonly lines: Array<string> } | undefined
  for (const [index, line] of text.split('\n').entries()) {
    const fence = /^```(.*)$/.exec(line)
    if (fence === null) open?.lines.push(line)
    else if (open === undefined) open = { language: fence[1] ?? '', line: index + 1, lines: [] }
    else {
      blocks.push({ language: open.language, line: open.line, code: open.lines.join('\n') })
      open = undefined
    }
  }
  return blocks
}
