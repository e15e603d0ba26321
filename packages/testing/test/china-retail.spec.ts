import { chinaRetail } from '@refund-case/core'
import { describe } from 'vitest'
import { describeRefundRules } from '../src/vitest.js'

describe('the preset of mainland China', () => describeRefundRules(chinaRetail, { runs: 150, seed: 20_260_309 }))
