import fc from 'fast-check'
import { inOrder } from '../store-contract/in-order.js'
import { same } from '../store-contract/same.js'
import { refused, texts } from './scene.js'
import { untyped } from './untyped-vault.js'
import { vaultCase, type VaultCaseGroup } from './vault-case.js'

const badVersions = ['v0', 'v-1', 'v01', 'V1', '1', '', 'v1.', 'v1e0', 'v 1', 'v999999', '../v1', '__proto__']

export const keyedHashes = (runs: number): VaultCaseGroup => ({
  name: 'a keyed hash',
  cases: [
    vaultCase('is the same for the same text, and another for each text and purpose', async ({ mac }) => {
      fc.assert(
        fc.property(texts, texts, (a, b) => {
          same(mac('fingerprint', a), mac('fingerprint', a), 'the hash of the same text')
          same(mac('fingerprint', a) === mac('fingerprint', b), a === b, 'whether two texts have one hash')
          same(mac('fingerprint', a) === mac('accountToken', a), false, 'whether two purposes have one hash')
        }),
        { numRuns: runs },
      )
    }),

    vaultCase('names the version of its key, under which it can be made again', async ({ mac }) => {
      for (const purpose of ['fingerprint', 'accountToken'] as const) {
        const hash = mac(purpose, 'text')
        const [, version = ''] = /^(v[1-9]\d*)\.[0-9a-f]{64}$/.exec(hash) ?? []
        same(mac(purpose, 'text', version), hash, `the ${purpose} under its version`)
      }
    }),

    vaultCase('is refused under a key that there is not', async ({ vault }) => {
      for (const version of badVersions)
        same(refused(vault.mac('fingerprint', 'text', version)).code, 'MAC_KEY_UNKNOWN', `the answer to ${version}`)
      for (const purpose of ['toString', '', '../x', null])
        same(refused(untyped(vault).mac(purpose, 'text')).code, 'MAC_KEY_UNKNOWN', `the answer to ${purpose}`)
    }),
  ],
})

export const rotating: VaultCaseGroup = {
  name: 'a new version of a key of the shop’s',
  cases: [
    vaultCase('leaves every older hash to be made again, and the other purpose as it was', async (scene) => {
      const other = scene.mac('accountToken', 'text')
      const made = await inOrder(Array.from({ length: 12 }), async () => {
        const hash = scene.mac('fingerprint', 'text')
        const version = await scene.rotate('fingerprint')
        same(scene.mac('fingerprint', 'text').startsWith(`${version}.`), true, 'that the new version is used')
        return hash
      })
      const hashes = new Set(made.map((hash) => hash.slice(hash.indexOf('.') + 1)))
      same(hashes.size, made.length, 'how many keys there are')
      for (const hash of made)
        same(scene.mac('fingerprint', 'text', hash.slice(0, hash.indexOf('.'))), hash, 'the hash made again')
      same(scene.mac('accountToken', 'text'), other, 'the hash for the other purpose')
    }),
  ],
}
