import { inOrder } from '../store-contract/in-order.js'
import { same } from '../store-contract/same.js'
import { PLACE } from './scene.js'
import { vaultCase, type VaultCaseGroup } from './vault-case.js'

export const sharing: VaultCaseGroup = {
  name: 'among several processes',
  cases: [
    vaultCase('a key is one, whoever comes first', async (scene) => {
      await inOrder([1, 2, 3, 4, 5], async () => {
        const subject = scene.subject()
        const vaults = Array.from({ length: 10 }, (_, at) => (at % 2 === 0 ? scene.vault : scene.elsewhere))
        const sealers = await Promise.all(vaults.map((vault) => scene.sealer(subject, vault)))
        same(new Set(sealers.map((seal) => seal('text', PLACE).keyId)).size, 1, 'how many keys there are')
      })
    }),

    vaultCase('what one sealed opens in the other', async (scene) => {
      const seal = await scene.sealer(scene.subject(), scene.elsewhere)
      await scene.opens(seal('text', PLACE), 'text')
    }),

    vaultCase('what one erased is gone in the other at once, and neither seals under it again', async (scene) => {
      const subject = scene.subject()
      const sealed = (await scene.sealer(subject))('text', PLACE)
      const there = await scene.sealer(subject, scene.elsewhere)
      await scene.opens(sealed, 'text', scene.elsewhere)
      await scene.erase(subject, scene.elsewhere)
      await scene.keepsShut(sealed, ['KEY_DESTROYED'])
      await scene.keepsShut(there('text', PLACE), ['KEY_DESTROYED'])
      const anew = await Promise.all([scene.sealer(subject), scene.sealer(subject, scene.elsewhere)])
      same(new Set(anew.map((seal) => seal('text', PLACE).keyId)).size, 1, 'how many new keys there are')
      await inOrder(anew, (seal) => scene.opens(seal('text', PLACE), 'text'))
    }),

    vaultCase('a keyed hash is the same, also under a version that the other gave out', async (scene) => {
      same(scene.mac('fingerprint', 'text'), scene.mac('fingerprint', 'text', undefined, scene.elsewhere), 'the hash')
      const version = await scene.rotate('fingerprint')
      const hash = scene.mac('fingerprint', 'text')
      same(scene.mac('fingerprint', 'text', version, scene.elsewhere), hash, 'the hash under the new version')
    }),
  ],
}
