import { describe, expect, it } from 'vitest'
import { given } from '../../../test/case-story.js'
import * as say from '../../../test/service/commands.js'
import { accepted, arrived } from '../../../test/service/journeys.js'
import { lead, secondClerk } from '../../../test/service/people.js'

describe('what passed inspection bounds what is refunded (rule 5)', () => {
  it('refuses to adjust a passed case to units that nobody sent back', async () => {
    const { refusal } = await given([...arrived, say.inspect(2)]).when(
      say.adjust({ lines: [{ lineNo: 1, quantity: 3 }] }),
    )
    expect(refusal).toMatchObject({ code: 'QUANTITY_EXCEEDS', facts: { lineNo: 1, asked: 3, free: 2 } })
  })

  it('refuses approval of a partly passed case until its amount is adjusted, then approves what passed', async () => {
    const story = given([...arrived, say.inspect(2, 1)])
    expect((await story.when(say.approvals[0] ?? say.close())).said).toBe('AMOUNT_NOT_ADJUSTED')
    const { now, said } = await story.when(say.adjust())
    expect(said).toBe('done')
    expect(now.state.lines).toEqual([{ lineNo: 1, quantity: 1 }])
    expect((await story.when(say.approvals[0] ?? say.close())).said).toBe('done')
  })

  it('lets a concession by the csLead, with its ground, stand in for a failed one', async () => {
    const failed = given([...arrived, say.inspect(2, 0)])
    const concession = { stage: 'afterInspection', outcome: 'accepted', fault: 'none' }
    expect((await failed.when({ by: secondClerk, name: 'review', body: concession })).said).toBe('CONCESSION_BY_LEAD')
    expect((await failed.when({ by: lead, name: 'review', body: concession })).said).toBe('CONCESSION_BY_LEAD')
    expect((await failed.when({ by: lead, name: 'review', body: { ...concession, ground: 'goodwill' } })).said).toBe(
      'done',
    )
    expect((await failed.when(say.approvals[0] ?? say.close())).said).toBe('done')
  })

  it('refuses to find more than was received, and an inspection of nothing', async () => {
    const one = given([...accepted, say.ship(), say.receive(1)])
    expect((await one.when(say.inspect(2))).refusal).toMatchObject({
      code: 'QUANTITY_EXCEEDS',
      facts: { asked: 2, free: 1 },
    })
    expect((await one.when(say.inspectLines([], 0))).said).toBe('LINES_MISSING')
  })

  it('refuses goods that move once a step has approved', async () => {
    const approving = given([...arrived, say.inspect(2), ...say.approvals.slice(0, 1)])
    expect((await approving.when(say.receive(1))).said).toBe('OUT_OF_ORDER')
    expect((await approving.when(say.inspect(2, 0))).said).toBe('OUT_OF_ORDER')
  })
})
