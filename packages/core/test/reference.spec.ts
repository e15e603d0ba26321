import { expect, it } from 'vitest'
import { referencePage } from './reference/reference-page.js'

it('docs/reference.md is what the code says (npm run docs:reference rewrites it)', async () => {
  await expect(referencePage()).toMatchFileSnapshot('../../../docs/reference.md')
})
