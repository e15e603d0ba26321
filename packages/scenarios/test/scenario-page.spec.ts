import { parseDocument } from 'yaml'
import { describe, expect, it, vi } from 'vitest'
import { complaints } from './play.js'
import { codeBlocks, scenarioPage } from './page/scenario-page.js'

// A busy machine plays slowly.
vi.setConfig({ testTimeout: 60_000 })

describe('docs/scenarios.md', () => {
  it('lists what the code takes (npx vitest run scenario-page --update rewrites it)', async () => {
    await expect(scenarioPage()).toMatchFileSnapshot('../../../docs/scenarios.md')
  })

  it('plays every scenario it shows, and all is as expected', async () => {
    const scenarios = codeBlocks().filter(({ language }) => language === 'yaml scenario')
    expect(scenarios.length).toBeGreaterThan(0)
    for (const { text } of scenarios) expect(await complaints(text)).toEqual([])
  })

  it('shows no other YAML that cannot be read', () => {
    for (const { language, text } of codeBlocks())
      if (language === 'yaml') expect(parseDocument(text).errors).toEqual([])
  })
})
