import type { Sealed } from '@refund-case/core'
import fc from 'fast-check'
import { same } from '../store-contract/same.js'
import { PLACE, refused, texts } from './scene.js'
import { untyped } from './untyped-vault.js'
import { vaultCase, type VaultCaseGroup } from './vault-case.js'

/** Another character of base64, so that the length stays and the bytes do not. */
const other = (text: string, at: number): string => {
  const index = at % Math.max(1, text.replaceAll('=', '').length - 1)
  return `${text.slice(0, index)}${text[index] === 'A' ? 'B' : 'A'}${text.slice(index + 1)}`
}

const changes: fc.Arbitrary<(sealed: Sealed) => Sealed> = fc.oneof(
  fc
    .tuple(fc.constantFrom('nonce' as const, 'ciphertext' as const), fc.nat())
    .map(([field, at]) => (sealed: Sealed): Sealed => ({ ...sealed, [field]: other(sealed[field], at) })),
  fc
    .tuple(fc.constantFrom('nonce' as const, 'ciphertext' as const), fc.base64String(), fc.boolean())
    .map(([field, by, replaced]) => (sealed: Sealed): Sealed => ({
      ...sealed,
      [field]: replaced ? by : `${sealed[field]}${by || '='}`,
    })),
  fc.constantFrom(
    (sealed: Sealed): Sealed => ({ ...sealed, commitment: sealed.commitment.toUpperCase().replace(/^./, 'g') }),
    (sealed: Sealed): Sealed => ({ ...sealed, commitment: '' }),
    (sealed: Sealed): Sealed => ({ ...sealed, nonce: `${sealed.nonce}\n` }),
  ),
)

export const sealing = (runs: number): VaultCaseGroup => ({
  name: 'a sealed value',
  cases: [
    vaultCase('opens to the text in the place it was sealed for, and in no other', async (scene) => {
      const subject = scene.subject()
      const seal = await scene.sealer(subject)
      await fc.assert(
        fc.asyncProperty(texts, fc.string(), fc.string(), async (text, place, otherPlace) => {
          const sealed = seal(text, place)
          same(await scene.vault.open(sealed, place)(), { _tag: 'Right', right: text }, 'what was opened')
          if (place !== otherPlace) await scene.keepsShut(sealed, ['SEAL_BROKEN'], otherPlace)
        }),
        { numRuns: runs },
      )
    }),

    vaultCase('opens no more once anything of it was changed', async (scene) => {
      const seal = await scene.sealer(scene.subject())
      await fc.assert(
        fc.asyncProperty(texts, changes, (text, change) => scene.keepsShut(change(seal(text, PLACE)), ['SEAL_BROKEN'])),
        { numRuns: runs },
      )
    }),

    vaultCase('does not open as another subject’s, or under another key', async (scene) => {
      const [mine, theirs] = [scene.subject(), scene.subject()]
      const sealed = (await scene.sealer(mine))('text', PLACE)
      const { keyId } = (await scene.sealer(theirs))('text', PLACE)
      await scene.keepsShut({ ...sealed, subject: theirs }, ['SEAL_BROKEN', 'KEY_UNKNOWN'])
      await scene.keepsShut({ ...sealed, keyId }, ['SEAL_BROKEN', 'KEY_UNKNOWN'])
      await scene.keepsShut({ ...sealed, subject: theirs, keyId }, ['SEAL_BROKEN'])
      await scene.keepsShut({ ...sealed, keyId: scene.subject() }, ['KEY_UNKNOWN'])
      await scene.keepsShut({ ...sealed, subject: scene.subject(), keyId: scene.subject() }, ['KEY_UNKNOWN'])
    }),

    vaultCase('is never the same twice, and shows nothing of its text', async (scene) => {
      const seal = await scene.sealer(scene.subject())
      const sealed = Array.from({ length: 500 }, () => seal('13800138000', PLACE))
      for (const field of ['nonce', 'ciphertext', 'commitment'] as const)
        same(new Set(sealed.map((value) => value[field])).size, sealed.length, `how many differ in ${field}`)
      same(JSON.stringify(sealed).includes('13800138000'), false, 'that it shows its text')
    }),

    vaultCase('is refused, whatever is handed in, without throwing', async ({ vault }) => {
      await fc.assert(
        fc.asyncProperty(fc.anything(), fc.anything(), async (sealed, place) => {
          refused(await untyped(vault).open(sealed, place)())
        }),
        { numRuns: runs },
      )
    }),
  ],
})
