import { describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import * as say from '../../../test/service/commands.js'
import { arrived, asked, declined } from '../../../test/service/journeys.js'
import { clerk, lead, payer } from '../../../test/service/people.js'

const disputed = [...arrived, say.inspect(2, 0), say.dispute()]
const ruled = [...disputed, say.rule({ amounts: { goods: 6_000 } })]
const court = { id: clerk.id, role: 'customerService', onBehalfOf: { id: 'the-court', role: 'court' } } as const

describe('a ruling (§3: it leaves the route)', () => {
  it('needs a dispute, and somebody outside', async () => {
    expect((await given(arrived).when(say.rule())).said).toBe('NOT_DISPUTED')
    expect((await given(disputed).when({ ...say.rule(), by: lead })).said).toBe('ROLE_NOT_ALLOWED')
  })

  it('is recorded by staff for those outside, who do not act here themselves (§4)', async () => {
    const direct = { ...say.rule(), by: { id: 'the-court', role: 'court' } as const }
    expect((await given(disputed).when(direct)).said).toBe('RECORDING_FOR_OTHERS')
    const { said, now } = await given(disputed).when({ ...say.rule(), by: court })
    expect(said).toBe('done')
    expect(now.state.dispute).toMatchObject({ level: 'litigation', open: false })
  })

  it('is approved and paid in spite of a failed inspection, at what was ruled', async () => {
    const { now } = await given([...ruled, ...say.approvals]).when(say.pay())
    expect(now.state.netPaid).toEqual({ goods: 6_000 })
  })

  it('is neither cancelled nor raised by a review, an adjustment or a change of route', async () => {
    expect((await given(ruled).when(say.decline())).said).toBe('RULED_ALREADY')
    expect((await given(ruled).when(say.adjust({ lines: [{ lineNo: 1, quantity: 1 }] }))).said).toBe('RULED_ALREADY')
    expect((await given(ruled).when(say.accept())).now.state.quote?.amounts).toEqual({ goods: 6_000 })
  })

  it('goes on after a refused approval with a review that starts a new round', async () => {
    const refused = given([...ruled, say.refuseApproval()])
    expect((await refused.when(say.approvals[0] ?? say.close())).said).toBe('REWORK_DUE')
    await refused.when(say.accept())
    expect((await refused.when(say.approvals[0] ?? say.close())).now.state.approval).toMatchObject({ round: 2 })
  })

  it('puts goods money into a case that was for compensation alone (§6-5)', async () => {
    const compensation = say.request({ route: 'compensation', lines: [], claimed: 2_000 })
    const both = say.rule({ amounts: { goods: 7_000, compensation: 2_000 }, goodsTo: 'customer' })
    const { now } = await given([compensation, say.accept(), say.dispute(), both, ...say.approvals]).when(say.pay())
    expect(now.state.netPaid).toEqual({ goods: 7_000, compensation: 2_000 })
  })

  it('takes nothing that was paid of one kind of money for another (rule 1)', async () => {
    const paid = [...arrived, say.inspect(2), ...say.approvals, say.pay(), say.dispute()]
    const lower = say.rule({ amounts: { goods: 1_000, compensation: 90_000 } })
    expect((await given([...paid, lower]).when(say.approvals[0] ?? say.close())).said).toBe('PAID_ABOVE_AMOUNT')
  })

  it('for fraud adds three times the price, at least 500.00, unless it says otherwise', async () => {
    const fraud = say.rule({ ground: 'fraud', amounts: { goods: 10_000 } })
    const { now } = await given([...declined, say.dispute()]).when(fraud)
    const price = 29_700 - Math.floor((2_000 * 29_700) / 35_640)
    const twoOfThree = Math.floor((price * 2) / 3)
    expect(now.state.quote?.amounts).toEqual({ goods: 10_000, statutory: Math.max(3 * twoOfThree, 50_000) })
  })
})

describe('the merchant’s deposit (§3, DP5)', () => {
  const enforced = [
    say.request({ route: 'enforcedRefund' }),
    say.dispute(),
    say.rule({ amounts: { goods: 19_000 }, goodsTo: 'customer' }),
  ]
  const fromDeposit = { ...say.pay({ method: 'merchantDeposit' }), by: say.rule().by }

  it('pays an enforced refund without approvals, and posts what they would have', async () => {
    const { now, balance } = await given(enforced).when(fromDeposit)
    expect(now.situation).toBe('paid')
    expect(balance('returns')).toBe(-19_000)
    expect(balance('merchantDeposit')).toBe(19_000)
    expect(balance('refundsPayable')).toBe(0)
  })

  it('posts once, also where the payment came back and was made again', async () => {
    const reversed = { ...say.reverse({}), by: say.rule().by }
    const { balance } = await given([...enforced, fromDeposit, reversed]).when(fromDeposit)
    expect(balance('returns')).toBe(-19_000)
    expect(balance('refundsPayable')).toBe(0)
  })

  it('is the platform’s alone, and only where a refund is enforced', async () => {
    expect((await given(enforced).when({ ...fromDeposit, by: payer })).said).toBe('ROLE_NOT_ALLOWED')
    expect((await given(ruled).when(fromDeposit)).said).toBe('FORBIDDEN_BY_ROUTE')
  })
})

describe('a dispute', () => {
  it('of what was withdrawn brings nothing on its way again', async () => {
    const withdrawn = given([say.keepGoods(5_000), say.accept(), say.withdraw(), say.dispute()])
    expect((await withdrawn.when(say.approvals[0] ?? say.close())).said).toBe('CASE_ENDED')
    expect((await withdrawn.when(say.pay())).said).toBe('CASE_ENDED')
  })

  it('that stands before the platform is not ended by declining again', async () => {
    const { now } = await given([...declined, say.dispute()]).when(say.decline())
    expect(now.situation).toBe('disputed')
  })

  it('that is negotiated is answered by a decline, also when the case is paid', async () => {
    const paid = [...arrived, say.inspect(2), ...say.approvals, say.pay()]
    const negotiated = say.dispute({ level: 'negotiation' })
    const { now, and } = await given([...paid, negotiated]).when(say.decline())
    expect(now.situation).toBe('paid')
    expect((await and(say.close())).said).toBe('done')
  })

  it('needs something to dispute, and only rises', async () => {
    expect((await given(asked).when(say.dispute())).said).toBe('NOT_DISPUTABLE')
    const open = given([...declined, say.dispute()])
    expect((await open.when(say.dispute({ level: 'negotiation' }))).said).toBe('LEVEL_NOT_RISING')
    expect((await open.when(say.dispute({ level: 'mediation' }))).said).toBe('done')
  })
})
