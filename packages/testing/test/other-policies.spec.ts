import { chinaRetail } from '@refund-case/core'
import { describe } from 'vitest'
import { policies } from '../src/index.js'
import { describeRefundRules } from '../src/vitest.js'

describe('policies that differ from the preset', () =>
  describeRefundRules(policies(chinaRetail), { runs: 100, seed: 20_260_310 }))
