import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { page, root } from './pages.js'

const { text } = page('docs/architecture.md')

/** The rows `| name | holds | knows |` of one section. */
const tableIn = (heading: string): ReadonlyMap<string, ReadonlyArray<string>> => {
  const section = text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const rows = [...section.matchAll(/^\| `([a-z-]+)` \|[^|]*\|([^|]*)\|$/gm)]
  return new Map(
    rows.map(([, name = '', knows = '']) => [name, [...knows.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id)]),
  )
}

const sourcesIn = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' }).filter(
    (path) => path.endsWith('.ts') && !/\.spec(-d)?\.ts$/.test(path),
  )

const importsIn = (directory: string, pattern: RegExp): ReadonlyArray<string> => {
  const found = new Set<string>()
  for (const path of sourcesIn(directory))
    for (const [, name = ''] of readFileSync(join(directory, path), 'utf8').matchAll(pattern)) found.add(name)
  return [...found].toSorted()
}

describe('the page on the architecture', () => {
  const packages = readdirSync(join(root, 'packages'))
  const src = join(root, 'packages', 'core', 'src')
  const rooms = readdirSync(src, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

  it('names every package and every room of core', () => {
    expect([...tableIn('Packages').keys()].toSorted()).toEqual(packages.toSorted())
    expect([...tableIn('Rooms of core').keys()].toSorted()).toEqual(rooms.toSorted())
  })

  it.each([...tableIn('Packages')])('says what the package %s knows', (name, knows) => {
    const imported = importsIn(join(root, 'packages', name, 'src'), /from '@refund-case\/([a-z-]+)/g)
    expect(knows).toEqual(imported)
  })

  it.each([...tableIn('Rooms of core')])('says what the room %s knows', (name, knows) => {
    const imported = importsIn(join(src, name), /from '(?:\.\.\/)+([a-z-]+)\//g)
    const others = imported.filter((room) => room !== name && rooms.includes(room))
    expect(knows).toEqual(others)
  })

  it('names files that are there', () => {
    const named = [...text.matchAll(/`((?:[a-z-]+\/)*[a-z-]+(?:\.ts|\/))`/g)].map(([, path = '']) => path)
    const files = sourcesIn(src)
    const inCore = (path: string) => files.some((file) => `/${file}`.includes(`/${path}`))
    expect(named.filter((path) => !inCore(path) && !existsSync(join(root, path)))).toEqual([])
    expect(named.length).toBeGreaterThan(20)
  })
})
