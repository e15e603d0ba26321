import { describe, expect, it } from 'vitest'
import { given } from '../../test/case-story.js'
import * as say from '../../test/service/commands.js'
import { approved, arrived } from '../../test/service/journeys.js'

const worth = 18_689

describe('refunds payable of a case = approved − started + failed + reversed, and never below zero (§6)', () => {
  it('rises with the approval that completes the chain', async () => {
    const steps = [...arrived, say.inspect(2), ...say.approvals.slice(0, 2)]
    const { now, balance } = await given(steps).when(say.approvals[2] ?? say.close())
    expect(now.state.quote?.amounts).toEqual({ goods: worth })
    expect(balance('refundsPayable')).toBe(worth)
    expect(balance('returns')).toBe(-worth)
  })

  it('is 0 while an attempt is open, and back when it fails', async () => {
    const started = await given(approved).when(say.startPayment())
    expect(started.balance('refundsPayable')).toBe(0)
    expect(started.balance('channelClearing')).toBe(worth)
    const failed = await started.and(say.failPayment())
    expect(failed.balance('refundsPayable')).toBe(worth)
    expect(failed.balance('channelClearing')).toBe(0)
  })

  it('falls to 0 when the destination changes after a failure, and rises again with the new approvals (S4)', async () => {
    const changed = await given([...approved, say.startPayment(), say.failPayment()]).when(say.changeDestination())
    expect(changed.balance('refundsPayable')).toBe(0)
    const again = say.approvals.reduce<Promise<typeof changed>>(
      (before, step) => before.then(({ and }) => and(step)),
      changed.and(say.verifyDestination()),
    )
    expect((await again).balance('refundsPayable')).toBe(worth)
  })

  it('empties channel clearing once the bank line is matched, and undoes that when the money comes back', async () => {
    const paid = [...approved, say.pay()]
    const matched = await given(paid).when(say.matchBankLine({ amount: worth }))
    expect(matched.balance('channelClearing')).toBe(0)
    expect(matched.balance('bank')).toBe(worth)
    const reversed = await matched.and(say.reverse({}))
    expect(reversed.balance('bank')).toBe(0)
    expect(reversed.balance('channelClearing')).toBe(0)
    expect(reversed.balance('refundsPayable')).toBe(worth)
  })

  it('stays 0 where a ruling after the payment adds nothing', async () => {
    const { balance } = await given([...approved, say.pay(), say.dispute()]).when(
      say.rule({ amounts: { goods: 1_000 } }),
    )
    expect(balance('refundsPayable')).toBe(0)
  })

  it('owes only what a ruling while the payment was unknown leaves of it', async () => {
    const ruledLower = [
      ...approved,
      say.startPayment(),
      say.markUnknown(),
      say.dispute(),
      say.rule({ amounts: { goods: 1_000 } }),
    ]
    expect((await given(ruledLower).when(say.pay())).balance('refundsPayable')).toBe(0)
    expect((await given(ruledLower).when(say.failPayment())).balance('refundsPayable')).toBe(0)
  })
})

describe('one bank line for each success (rule 12)', () => {
  it('is never matched twice, nor by who paid', async () => {
    const matched = given([...approved, say.pay(), say.matchBankLine({ amount: worth })])
    expect((await matched.when(say.matchBankLine({ amount: worth, lineReference: 'line-2' }))).said).toBe(
      'BANK_LINE_TAKEN',
    )
    const twice = [...approved, say.pay(), say.matchBankLine({ amount: worth }), say.reverse({}), say.pay()]
    expect((await given(twice).when(say.matchBankLine({ amount: worth, attempt: 2 }))).said).toBe('BANK_LINE_TAKEN')
  })

  it('shows what was paid', async () => {
    expect((await given([...approved, say.pay()]).when(say.matchBankLine({ amount: worth - 1 }))).said).toBe(
      'BANK_LINE_DIFFERS',
    )
  })
})
