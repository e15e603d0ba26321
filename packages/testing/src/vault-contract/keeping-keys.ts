import fc from 'fast-check'
import { inOrder } from '../store-contract/in-order.js'
import { same } from '../store-contract/same.js'
import { PLACE } from './scene.js'
import { vaultCase, type VaultCaseGroup } from './vault-case.js'

/** Names that a path, a table or an object might take for something else. */
const hostile = [
  '',
  '/',
  '..',
  '/../../x',
  '\\..\\x',
  '\0',
  '%2e%2e%2f',
  '__proto__',
  'constructor',
  'CON',
  'a:b',
  '\uD800',
  '\uD801',
  '王'.repeat(300),
  'x'.repeat(70_000),
]

export const keepingKeys: VaultCaseGroup = {
  name: 'the key of a subject',
  cases: [
    vaultCase('is one, however many ask for it at once', async (scene) => {
      const subject = scene.subject()
      const sealers = await Promise.all(Array.from({ length: 50 }, () => scene.sealer(subject)))
      same(new Set(sealers.map((seal) => seal('text', PLACE).keyId)).size, 1, 'how many keys there are')
    }),

    vaultCase('is another for each subject, also where the names are much alike', async (scene) => {
      const start = scene.subject()
      const subjects = [...hostile, 'a', 'A', 'a ', 'é', 'e\u0301'].map((end) => `${start}${end}`)
      const keyIds = await inOrder(subjects, async (subject) => (await scene.sealer(subject))('text', PLACE).keyId)
      same(new Set(keyIds).size, subjects.length, 'how many keys there are')
    }),

    vaultCase('serves subjects of any name', async (scene) => {
      await inOrder([...hostile, ...fc.sample(fc.string({ unit: 'binary' }), 20)], async (subject) => {
        const sealed = (await scene.sealer(subject))('text', PLACE)
        same(sealed.subject, subject, 'the subject of what was sealed')
        await scene.opens(sealed, 'text')
        await scene.erase(subject)
        await scene.keepsShut(sealed, ['KEY_DESTROYED'])
      })
    }),
  ],
}
