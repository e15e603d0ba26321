import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { empty, everywhere } from '../../test/one-value.js'
import { printed } from '../../test/printed.js'
import { text } from '../document/index.js'
import { textWidth } from './width.js'

const reader = { language: 'zh-CN' } as const
const words = fc.string({
  unit: fc.constantFrom('退', '款', 'a', 'bc', ' ', '，', '1. ', '\n', '🧾', '198.00'),
  maxLength: 80,
})

describe('a form as text', () => {
  it('draws a frame that closes: every line as wide as the others, whatever stands in it', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (value) => {
        const lines = (await printed.text(everywhere(text(value)), reader)).split('\n')
        const framed = lines.filter((line) => /^[┌├│└]/u.test(line))
        expect(new Set(framed.map(textWidth)).size).toBe(1)
        for (const line of framed) expect(line).toMatch(/[┐┤│┘]$/u)
      }),
      { numRuns: 100 },
    )
  })

  it('loses nothing of what it shows', async () => {
    const page = await printed.text(everywhere(text('退款198.00元')), reader)
    expect(page.replaceAll(/[\s│]/gu, '').match(/退款198\.00元/gu)).toHaveLength(21)
  })

  it('prints 无 where there is nothing', async () => {
    expect(await printed.text(empty, reader)).toMatchInlineSnapshot(`
      "                                                                                    项目：无
                                                  各处
      项目：无
      ┌──────────────────┬───────────────────────────────────────────────────────────────────────┐
      │ 一               │ 无                                                                    │
      ├──────────────────┴───────────────────────────────────────────────────────────────────────┤
      │ 意见：                                                                                   │
      │ 无                                                                                       │
      │                                                                                          │
      ├───────────────────────┬──────────────────────────────────────────────────────────────────┤
      │ 甲                    │ 乙                                                               │
      ├───────────────────────┴──────────────────────────────────────────────────────────────────┤
      │ 无                                                                                       │
      ├──────────────────────────────────────────────────────────────────────────────────────────┤
      │                                            图                                            │
      ├──────────────────────────────────────────────────────────────────────────────────────────┤
      │ 无                                                                                       │
      └──────────────────────────────────────────────────────────────────────────────────────────┘
      项目：无
      "
    `)
  })
})
