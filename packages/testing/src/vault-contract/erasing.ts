import type { Sealed } from '@refund-case/core'
import fc from 'fast-check'
import { inOrder } from '../store-contract/in-order.js'
import { PLACE } from './scene.js'
import { vaultCase, type VaultCaseGroup } from './vault-case.js'

const steps = fc.array(fc.tuple(fc.constantFrom('seal' as const, 'erase' as const), fc.nat({ max: 2 })), {
  maxLength: 12,
})

export const erasing = (runs: number): VaultCaseGroup => ({
  name: 'erasure',
  cases: [
    vaultCase('ends all that the subject’s keys sealed so far, and nothing of anybody else', async (scene) => {
      await fc.assert(
        fc.asyncProperty(steps, async (script) => {
          const subjects = [scene.subject(), scene.subject(), scene.subject()]
          let sealed: ReadonlyArray<{ readonly value: Sealed; readonly erased: boolean }> = []
          await inOrder(script, async ([step, which]) => {
            const subject = subjects[which] ?? ''
            if (step === 'seal')
              sealed = [...sealed, { value: (await scene.sealer(subject))('text', PLACE), erased: false }]
            else {
              await scene.erase(subject)
              sealed = sealed.map((each) => (each.value.subject === subject ? { ...each, erased: true } : each))
            }
          })
          await inOrder(sealed, ({ value, erased }) =>
            erased ? scene.keepsShut(value, ['KEY_DESTROYED']) : scene.opens(value, 'text'),
          )
        }),
        { numRuns: Math.ceil(runs / 10) },
      )
    }),

    vaultCase('is harmless twice, and for a subject that never had a key', async (scene) => {
      const subject = scene.subject()
      await scene.erase(subject)
      const sealed = (await scene.sealer(subject))('text', PLACE)
      await scene.erase(subject)
      await scene.erase(subject)
      await scene.keepsShut(sealed, ['KEY_DESTROYED'])
    }),

    vaultCase(
      'holds for what a sealer taken before it seals after it; the next sealer has a new key',
      async (scene) => {
        const subject = scene.subject()
        const before = await scene.sealer(subject)
        await scene.erase(subject)
        await scene.keepsShut(before('text', PLACE), ['KEY_DESTROYED'])
        const after = await scene.sealer(subject)
        await scene.opens(after('text', PLACE), 'text')
        await scene.keepsShut(before('text', PLACE), ['KEY_DESTROYED'])
      },
    ),

    vaultCase(
      'beside many who ask for the key leaves every sealer with a key that opens or was erased',
      async (scene) => {
        const subject = scene.subject()
        const asked = Array.from({ length: 20 }, async (_, at) => {
          if (at % 5 === 4) await scene.erase(subject)
          return (await scene.sealer(subject))('text', PLACE)
        })
        const sealed = await Promise.all(asked)
        const last = (await scene.sealer(subject))('text', PLACE)
        await scene.opens(last, 'text')
        await inOrder(sealed, (value) =>
          value.keyId === last.keyId ? scene.opens(value, 'text') : scene.keepsShut(value, ['KEY_DESTROYED']),
        )
      },
    ),
  ],
})
