import { describe, expect, it } from 'vitest'
import { browser, openPage } from '../../test/browser.js'
import { everywhere } from '../../test/one-value.js'
import { papers } from '../../test/papers.js'
import { printed } from '../../test/printed.js'
import { applicationSheetForm, customerServiceLedgerForm, text } from '../index.js'

const pages = async () => {
  const { vault, nameOf, application, customerServiceLedger } = await papers()
  const reader = { language: 'zh-CN', vault, nameOf } as const
  return {
    'application sheet': await printed.html(applicationSheetForm(application, 'Asia/Shanghai'), reader),
    ledger: await printed.html(customerServiceLedgerForm(customerServiceLedger), reader),
  }
}

const tagsIn = (page: string) => page.match(/<\/?[a-z][a-z\d]*/g)?.filter((tag) => !/meta|col\b|br\b|rect/.test(tag))

describe.skipIf(browser === undefined)('in a browser (skipped: no Chromium on this machine)', () => {
  it.each([
    ['application sheet', 595, 842],
    ['ledger', 842, 595],
  ] as const)('the %s is one page of A4, as the paper lies', async (name, width, height) => {
    const opened = openPage((await pages())[name])
    const paper = opened.printed()
    opened.close()
    expect({ pages: paper.pages, width: Math.round(paper.width), height: Math.round(paper.height) }).toEqual({
      pages: 1,
      width,
      height,
    })
  })

  it('a page is read as it was written, and a hostile text in it makes no element and runs nothing', async () => {
    const hostile =
      '</td></style></title><script>document.title="out"</script><img src=x onerror="document.title=1"><b>'
    const page = await printed.html(everywhere(text(hostile)), { language: 'zh-CN' })
    const opened = openPage(page)
    const seen = opened.document()
    opened.close()
    expect(tagsIn(seen)).toEqual(tagsIn(page))
    expect(seen).toContain('<title>各处 &lt;/td&gt;')
  })
})
