import { nodePlatform } from '@refund-case/node'

const { v5, v7 } = nodePlatform().ids
const SHOP = v7()

const fromNames = {
  name: 'id from a name (v5)',
  unit: 'ids',
  target: {},
  prepare:
    async ({ events }) =>
    async () => {
      let length = 0
      for (let index = 0; index < events; index++)
        length += v5(SHOP, `["key-1","v1.0123456789abcdef","refundCase-018f5e2c",${index}]`).length
      return length > 0 ? events : 0
    },
}

const fresh = {
  name: 'fresh id (v7)',
  unit: 'ids',
  target: {},
  prepare:
    async ({ events }) =>
    async () => {
      let length = 0
      for (let index = 0; index < events; index++) length += v7().length
      return length > 0 ? events : 0
    },
}

export const ids = [fromNames, fresh]
