import { describe, expect, it, vi } from 'vitest'
import { complaints, fixture } from '../../test/play.js'

// A busy machine plays slowly.
vi.setConfig({ testTimeout: 60_000 })

const asked = `with: { route: keepGoodsRefund, orderId: T1, lines: [{ lineNo: 1, quantity: 1, amount: 70.00 }], reason: qualityDefect, evidence: [photo] }`
const race = (steps: string): string =>
  fixture('small.yaml').replace(/steps:[\s\S]*$/, `steps:\n  - at: 2026-03-09 10:00\n${steps}`)

const two = `    race:
      - { by: customer, command: request, case: M, ${asked} }
      - { by: customer, command: request, case: N, ${asked} }
`
const outcomes = (...list: ReadonlyArray<string>) =>
  `    expect:\n      outcomes:\n${list.map((one) => `        - ${one}\n`).join('')}`
const won = '{ events: [Requested: { claimed: { goods: 70.00 } }] }'
const lost = '{ refused: { code: AMOUNT_EXCEEDS_REFUNDABLE, facts: { free: 50.00 } } }'

describe('a race', () => {
  it('is run on one revision, and the outcomes may be listed in any order', async () => {
    expect(await complaints(race(two + outcomes(won, lost)))).toEqual([])
    expect(await complaints(race(two + outcomes(lost, won)))).toEqual([])
  })

  it('shows the nearest order where the outcomes fit in none', async () => {
    const off = '{ refused: { code: AMOUNT_EXCEEDS_REFUNDABLE, facts: { free: 50.01 } } }'
    expect(await complaints(race(two + outcomes(off, won)))).toEqual([
      'small line 19 refusal:\n  AMOUNT_EXCEEDS_REFUNDABLE\n- free: 5001\n+ free: 5000',
    ])
    expect((await complaints(race(two + outcomes(won, won)))).join('\n')).toContain('- Requested')
    expect((await complaints(race(two + outcomes(lost, lost)))).join('\n')).toContain('+ not refused')
  })

  it('needs one outcome for each racer, and an expectation of each', async () => {
    expect(await complaints(race(two + outcomes(won, lost, lost)))).toEqual([
      'small line 19 outcomes:\n- 3 outcomes\n+ 2 racers',
    ])
    expect((await complaints(race(two))).length).toBe(2)
  })

  it('is none where nobody runs into anybody', async () => {
    const apart = two.replace(
      /, case: N, .*/,
      ', case: N, with: { route: keepGoodsRefund, orderId: T9, lines: [], reason: other } }',
    )
    expect((await complaints(race(apart + outcomes(won, '{ refused: ORDER_UNKNOWN }')))).join('\n')).toContain(
      '+ nobody ran into anybody',
    )
  })

  it('may hold one command given twice under one key', async () => {
    const twice = two.replaceAll('case: N', 'case: M').replaceAll('case: M', 'case: M, key: once')
    expect(await complaints(race(twice + outcomes('{ events: [Requested] }', '{ repeated: true }')))).toEqual([])
  })

  it('may hold three, and servers whose clocks differ', async () => {
    const three = `${two}      - { at: '2026-03-09 10:00:00.200', by: customer, command: request, case: O, ${asked.replace('70.00', '50.00')} }\n`
    const found = await complaints(
      race(three + outcomes(won, lost, '{ events: [Requested: { claimed: { goods: 50.00 } }] }')),
    )
    expect(found).toEqual([])
  })
})
