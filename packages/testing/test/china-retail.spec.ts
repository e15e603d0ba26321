import { chinaRetail } from '@refund-case/core'
import { describe } from 'vitest'
import { policies } from '../src/index.js'
import { describeRefundRules } from '../src/vitest.js'

describe('the preset of mainland China', () => describeRefundRules(chinaRetail, { runs: 200 }))

describe('policies that differ from it', () => describeRefundRules(policies(chinaRetail), { runs: 120 }))
