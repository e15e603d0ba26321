import { describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import * as say from '../../../test/service/commands.js'
import { accepted, arrived, asked } from '../../../test/service/journeys.js'

const toExchange = say.changeRoute({ to: 'exchangeOrRepair' })
const toKeepGoods = say.changeRoute({ to: 'keepGoodsRefund', lines: [{ lineNo: 1, quantity: 2, amount: 3_000 }] })
const toReturn = say.changeRoute({ to: 'returnRefund', lines: [{ lineNo: 1, quantity: 3 }] })

describe('a change of route (§3: then the new route’s milestones apply)', () => {
  it('quotes anew: an exchange pays nothing but a price difference', async () => {
    const { now } = await given(accepted).when(toExchange)
    expect(now.state.quote?.amounts).toEqual({})
    expect((await given([...arrived, say.inspect(2)]).when(toExchange)).now.state.quote?.amounts).toEqual({})
  })

  it('quotes anew: goods kept pay what is now claimed of them', async () => {
    const { now } = await given(accepted).when(toKeepGoods)
    expect(now.state.quote?.amounts).toEqual({ goods: 3_000 })
    expect(now.state.quote?.goods).toEqual([{ lineNo: 1, amount: 3_000 }])
  })

  it('forgets an inspection of other goods', async () => {
    const { now, and } = await given([...arrived, say.inspect(2), toKeepGoods]).when(toReturn)
    expect(now.situation).toBe('accepted')
    expect((await and(say.approvals[0] ?? say.close())).said).toBe('INSPECTION_NOT_PASSED')
  })

  it('keeps the parcel of a return that becomes an exchange', async () => {
    expect((await given(arrived).when(toExchange)).now.situation).toBe('received')
  })

  it('starts no payment deadline on a request that nobody has accepted', async () => {
    const { now } = await given(asked).when(toKeepGoods)
    expect(now.deadlines.map(({ rule }) => rule)).not.toContain('payment')
  })

  it('voids the approvals given so far (rule 9)', async () => {
    const approved = given([...arrived, say.inspect(2), ...say.approvals])
    const { now, balance } = await approved.when(toExchange)
    expect(now.state.approval).toMatchObject({ given: [], complete: false, round: 2 })
    expect(balance('refundsPayable')).toBe(0)
  })

  it('is refused where the policy has no such change, and under a ruling', async () => {
    expect((await given(asked).when(say.changeRoute({ to: 'compensation' }))).said).toBe('ROUTE_CHANGE_NOT_ALLOWED')
    const ruled = given([...arrived, say.inspect(2, 0), say.dispute(), say.rule()])
    expect((await ruled.when(toExchange)).said).toBe('RULED_ALREADY')
  })
})
