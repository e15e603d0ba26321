import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hostileText } from '../../test/hostile-texts.js'
import { empty, everywhere } from '../../test/one-value.js'
import { printed } from '../../test/printed.js'
import { text } from '../document/index.js'

const reader = { language: 'zh-CN' } as const

// Nothing but letters and numbers: it says where a text stands on the page, and cannot break out of anything.
const mark = 'MARK0MARK'

const entities: { readonly [character: string]: string } = { '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }

/** What HTML says such a text has to look like, written down once more. */
const inMarkup = (hostile: string): string =>
  Array.from(hostile, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (entities[character] !== undefined) return `&${entities[character]};`
    if (character === '\t' || character === '\r') return character
    const control = code < 0x20 || (code >= 0x7f && code < 0xa0)
    const half = code >= 0xd800 && code <= 0xdfff
    const turning = (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
    return control || half || turning || code === 0xfffe || code === 0xffff ? '\uFFFD' : character
  }).join('')

describe('a form as HTML', () => {
  it('shows a text whatever is in it, and is otherwise the same page', async () => {
    const plain = await printed.html(everywhere(text(mark)), reader)
    expect(plain.split(mark)).toHaveLength(23)
    await fc.assert(
      fc.asyncProperty(hostileText, async (hostile) => {
        const page = await printed.html(everywhere(text(hostile)), reader)
        const parts = plain.split(mark)
        let rest = page
        for (const [index, part] of parts.entries()) {
          if (index > 0) {
            // In the heading and in a chart a text stands on one line, elsewhere each of its lines on its own.
            const shown = hostile.split('\n').map(inMarkup)
            const found = [shown.join('\n'), shown.join('<br>')].find((way) => rest.startsWith(way + part)) ?? ''
            rest = rest.slice(found.length)
          }
          expect(rest.startsWith(part)).toBe(true)
          rest = rest.slice(part.length)
        }
        expect(rest).toBe('')
      }),
      { numRuns: 200 },
    )
  })

  it('fetches nothing and runs nothing', async () => {
    const page = await printed.html(everywhere(text('x')), reader)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|\bsrc=|\bhref=|\bon\w+=|url\(|@import/i)
    expect(page.replaceAll('&#39;', "'")).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`,
    )
  })

  it('prints 无 where there is nothing, and none in English', async () => {
    const page = await printed.html(empty, reader)
    expect(page.match(/class="none[^>]*>无</g)).toHaveLength(6)
    expect(await printed.html(empty, { language: 'en' })).toContain('>none<')
  })

  it('keeps the rows that the paper form has', async () => {
    const page = await printed.html(everywhere(text('x')), reader)
    expect(page.match(/<tr><td>\d<\/td>/g)).toEqual(['<tr><td>3</td>', '<tr><td>4</td>'])
  })
})
