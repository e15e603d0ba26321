import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { format } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { blocksOf, pages, root, type Block, type Page } from './pages.js'

// The ts blocks of a page are one program, in the order in which they stand. It is compiled and run, and a text block
// right after a ts block is what that block prints.

/** A page's program stands beside the package it is about, so that it imports what that package imports. */
const directoryOf = ({ path }: Page): string =>
  join(root, path.startsWith('packages/') ? dirname(path) : 'docs', 'out', `blocks-${process.pid}`)
const programOf = (page: Page) => join(directoryOf(page), `${page.path.replaceAll(/[/.]/g, '-')}.ts`)
const endOf = (block: Block) => `-- end of the block in line ${block.line}`

const tsBlocks = (page: Page) => blocksOf(page).filter(({ language }) => language === 'ts')

const sourceOf = (page: Page): string => {
  const parts = tsBlocks(page).map((block) => `${block.code}\nconsole.log('${endOf(block)}')\n`)
  return [...parts, 'export {}\n'].join('\n')
}

const withCode = pages.filter((page) => tsBlocks(page).length > 0)
const runBy: { readonly [language: string]: string } = {
  ts: 'here',
  text: 'here, as what the ts block before it prints',
  sh: 'looked up in package.json',
  mermaid: 'GitHub',
  yaml: 'the scenarios of docs/scenarios.md, played by their own package',
  'yaml scenario': 'the same',
  json: 'the same',
}

const words = (line: string): ReadonlyArray<string> => line.trim().split(/\s+/)
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly scripts: { readonly [name: string]: string }
}
/** The command of a package in a clone, and the npm scripts there are; nothing else can be promised to be there. */
const isThere = (line: string): boolean => {
  const [first, ...rest] = words(line).filter((word) => word !== '-s')
  if (first === 'refund-case') return rest.length > 0
  if (first !== 'npm') return false
  const [verb, name] = rest
  return (verb === 'run' ? name : verb) === 'test' ? 'test' in scripts : verb === 'run' && (name ?? '') in scripts
}

const project = join(root, 'docs', 'out', `blocks-${process.pid}`)

beforeAll(() => {
  for (const page of withCode) {
    mkdirSync(directoryOf(page), { recursive: true })
    writeFileSync(programOf(page), sourceOf(page))
  }
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      extends: '../../../tsconfig.base.json',
      compilerOptions: {
        composite: false,
        incremental: false,
        declaration: false,
        declarationMap: false,
        noEmit: true,
      },
      files: withCode.map(programOf),
    }),
  )
})
afterAll(() => {
  for (const page of withCode) rmSync(directoryOf(page), { recursive: true, force: true })
})

describe('the code on the pages', () => {
  it('is in languages that are executed or drawn', () => {
    const others = pages.flatMap((page) =>
      blocksOf(page)
        .filter(({ language }) => !(language in runBy))
        .map(({ language, line }) => `${page.path}:${line} ${language}`),
    )
    expect(others).toEqual([])
  })

  it('compiles as strictly as the packages', { timeout: 60_000 }, () => {
    const tsc = join(root, 'node_modules', '.bin', 'tsc')
    const { stdout, status } = spawnSync(tsc, ['-p', project], {
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    expect(stdout).toBe('')
    expect(status).toBe(0)
  })

  it.each(withCode)('runs, and prints what the page says: $path', { timeout: 60_000 }, async (page) => {
    const printed: Array<string> = []
    const log = vi.spyOn(console, 'log').mockImplementation((...said: ReadonlyArray<unknown>) => {
      printed.push(format(...said))
    })
    try {
      await import(programOf(page))
    } finally {
      log.mockRestore()
    }
    const blocks = blocksOf(page)
    for (const [index, block] of blocks.entries()) {
      if (block.language !== 'ts') continue
      const end = printed.indexOf(endOf(block))
      expect(end, `the block in line ${block.line} ends`).toBeGreaterThanOrEqual(0)
      const own = printed.splice(0, end + 1).slice(0, -1)
      const next = blocks[index + 1]
      expect(own.join('\n'), `line ${block.line}`).toBe(next?.language === 'text' ? next.code : '')
    }
  })

  it('that is for a shell is there', () => {
    const missing = pages.flatMap((page) =>
      blocksOf(page)
        .filter(({ language }) => language === 'sh')
        .flatMap(({ code, line }) =>
          code
            .split('\n')
            .filter((command) => !isThere(command))
            .map((command) => `${page.path}:${line} ${command}`),
        ),
    )
    expect(missing).toEqual([])
  })
})

/** What GitHub makes of the headings of a page, and the anchors it sets itself. */
const anchorsIn = (text: string): ReadonlySet<string> =>
  new Set([
    ...[...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
        .trim()
        .replaceAll(/\s/g, '-'),
    ),
    ...[...text.matchAll(/<a (?:id|name)="([^"]+)">/g)].map(([, name = '']) => name),
  ])

describe('a link on the pages', () => {
  const links = pages.flatMap((page) =>
    [...page.text.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
      /^[a-z]+:/.test(target) ? [] : [{ from: page.path, target }],
    ),
  )

  it.each(links)('leads somewhere: $target from $from', ({ from, target }) => {
    const [path = '', anchor] = target.split('#')
    const file = path === '' ? join(root, from) : join(root, from, '..', path)
    expect(existsSync(file)).toBe(true)
    if (anchor !== undefined) expect(anchorsIn(readFileSync(file, 'utf8'))).toContain(anchor)
  })
})
