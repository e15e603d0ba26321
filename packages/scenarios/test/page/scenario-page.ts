import { readFileSync } from 'node:fs'
import { sections } from './sections.js'

const page = readFileSync(new URL('../../../../docs/scenarios.md', import.meta.url), 'utf8')

/** The page with what is generated written anew. */
export const scenarioPage = (): string =>
  Object.entries(sections).reduce((text, [name, section]) => {
    const [start, end] = [`<!-- generated: ${name} -->`, `<!-- end of generated: ${name} -->`]
    const from = text.indexOf(start)
    const to = text.indexOf(end)
    if (from === -1 || to < from) throw new Error(`the page has no place for ${name}`)
    return `${text.slice(0, from + start.length)}\n${section()}\n${text.slice(to)}`
  }, page)

/** The code blocks of the page: what stands after the three ticks, and the text. */
export const codeBlocks = (): ReadonlyArray<{ readonly language: string; readonly text: string }> =>
  [...page.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))
