import { chinaRetail, situations } from '@refund-case/core'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { page, root } from './pages.js'

const { text } = page('docs/domain.md')

const sources = readdirSync(join(root, 'packages')).flatMap((name) => {
  // From src downwards: node_modules is full of links back.
  const src = join(root, 'packages', name, 'src')
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !/\.spec(-d)?\.ts$/.test(path))
    .map((path) => readFileSync(join(src, path), 'utf8'))
})

const quoted = (pattern: string): ReadonlyArray<string> => [
  ...new Set(
    sources.flatMap((source) => [...source.matchAll(new RegExp(`'(${pattern})'`, 'g'))].map(([, id = '']) => id)),
  ),
]

describe('the page on the domain', () => {
  it('says what every clause is that a refusal or a policy names', () => {
    const told = new Set([...text.matchAll(/^\| ([A-Z]{2}\d+) \|/gm)].map(([, id]) => id))
    const inReference = [...page('docs/reference.md').text.matchAll(/\b[A-Z]{2}\d{1,2}\b/g)].map(([id]) => id)
    // D1 to D19 are documents; a clause has two letters.
    const named = new Set([...quoted(String.raw`[A-Z]{2}\d{1,2}`), ...inReference])
    expect([...named].filter((id) => !told.has(id)).toSorted()).toEqual([])
  })

  it('has every section and numbered rule that a refusal names', () => {
    const sections = new Set([...text.matchAll(/^## (\d)\. /gm)].map(([, no]) => `§${no ?? ''}`))
    const rules = new Set([...text.matchAll(/^\| (\d+) \|/gm)].map(([, no]) => `§7 rule ${no ?? ''}`))
    const amounts = new Set([...text.matchAll(/^(\d)\. /gm)].map(([, no]) => `§6-${no ?? ''}`))
    const known = new Set([...sections, ...rules, ...amounts, '§1 Duplicates'])
    expect(quoted(String.raw`§\d[^']*`).filter((rule) => !known.has(rule))).toEqual([])
    expect(text).toContain('**Duplicates.**')
  })

  it('draws the table of routes as the preset has it', () => {
    const needs = { R: 'required', O: 'optional', '–': 'forbidden' } as const
    const milestones = ['Requested', 'Reviewed', 'Shipped', 'Inspected', 'Approved', 'Paid', 'Disputed'] as const
    for (const [route, { milestones: table }] of Object.entries(chinaRetail.routes)) {
      const row = new RegExp(String.raw`^\| \`${route}\`[^|]*\|(.*)\|$`, 'm').exec(text)?.[1]
      const told = row?.split('|').map((cell) => needs[cell.trim() as keyof typeof needs])
      expect(told, route).toEqual(milestones.map((milestone) => table[milestone]))
    }
  })

  it('counts the situations', () => {
    expect(text).toContain('[eighteen](reference.md#situations)')
    expect(situations).toHaveLength(18)
  })
})
