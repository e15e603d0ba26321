import { memoryVault } from '@refund-case/node'
import { isLeft } from 'fp-ts/lib/Either.js'

const TEXT = '王小明，北京市朝阳区建国路 88 号，电话 13800138000'

const seal = {
  name: 'seal a value',
  unit: 'values',
  target: { perSecond: 100_000 },
  prepare: async ({ events }) => {
    const sealer = await memoryVault().sealer('subject')()
    if (isLeft(sealer)) throw new Error(sealer.left.message)
    return async () => {
      let length = 0
      for (let index = 0; index < events; index++)
        length += sealer.right(TEXT, 'refundCase-1/contact').ciphertext.length
      return length > 0 ? events : 0
    }
  },
}

const open = {
  name: 'open a sealed value',
  unit: 'values',
  target: {},
  prepare: async ({ events }) => {
    const vault = memoryVault()
    const sealer = await vault.sealer('subject')()
    if (isLeft(sealer)) throw new Error(sealer.left.message)
    const sealed = sealer.right(TEXT, 'refundCase-1/contact')
    return async () => {
      for (let index = 0; index < events; index++) {
        const text = await vault.open(sealed, 'refundCase-1/contact')()
        if (isLeft(text)) throw new Error(text.left.message)
      }
      return events
    }
  },
}

export const sealing = [seal, open]
