import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything, typesOf } from '../../test/service/history.js'
import { interleavings } from '../../test/service/interleavings.js'
import { anOrder } from '../../test/service/orders.js'
import * as people from '../../test/service/people.js'
import { turns } from '../../test/service/turns.js'
import { aWorld, type World } from '../../test/service/world.js'
import { china2026, LocalDate } from '../calendar/index.js'
import { chinaRetail, presidentAbove, reviewWithinThreeWorkingDays, type Policy } from '../policy/index.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

const secondVersion: Policy = { ...reviewWithinThreeWorkingDays(chinaRetail), version: 2 }
const publisher = { id: 'staff-administrator', role: 'administration' } as const

const inStream = async ({ store }: World, category: string) =>
  (await everything(store)).filter(({ stream }) => stream.startsWith(`${category}-`))

const reviewDue = async (world: World, caseId: string) =>
  done(await world.service().case(caseId)()).deadlines.find(({ rule }) => rule === 'review')?.limit

const toApprove = (orderId: string) => [
  say.request({ orderId }),
  say.accept(),
  say.ship(),
  say.receive(),
  say.inspect(),
]

describe('policies', () => {
  it('are published once, however often and by however many services that start at once', async () => {
    await fc.assert(
      fc.asyncProperty(interleavings, fc.integer({ min: 2, max: 4 }), async (turn, count) => {
        const world = aWorld(anOrder())
        const { store, run } = turns(world.store)
        const services = Array.from({ length: count }, () =>
          world.service({ store, policies: [chinaRetail, secondVersion], calendars: [china2026] }),
        )
        const answers = await run(
          services.map(
            (service, index) => async () => said(await (index % 2 === 0 ? service.start() : service.settle())()),
          ),
          turn,
        )
        expect(answers).toEqual(services.map(() => 'done'))
        const published = await everything(world.store)
        expect(typesOf(published).toSorted()).toEqual(['CalendarPublished', 'PolicyPublished', 'PolicyPublished'])
        for (const { revision, envelope } of published)
          if (revision === 0) expect(envelope.data['knownFrom']).toBe('beginning')
      }),
      { numRuns: 20, seed: 20_260_320 },
    )
  })

  it('a version with other contents is refused POLICY_VERSION_REUSED, and so is every call of that service', async () => {
    const world = aWorld(anOrder())
    const caseId = await play(world.service(), [say.request()], world)
    const changed = { ...chinaRetail, compensation: { percentOfPaid: 50, source: 'CP1' } }
    const service = world.service({ policies: [changed] })
    const { length } = await everything(world.store)
    expect(said(await service.start()())).toBe('POLICY_VERSION_REUSED')
    expect(said(await service.case(caseId)())).toBe('POLICY_VERSION_REUSED')
    expect(said(await world.service().publishPolicy(publisher, changed)())).toBe('POLICY_VERSION_REUSED')
    expect((await everything(world.store)).length).toBe(length)
  })

  it('the newest version is for new cases; those that are there keep theirs (rule 24)', async () => {
    const world = aWorld(anOrder(), anOrder({ orderId: 'order-2' }), anOrder({ orderId: 'order-3' }))
    const service = world.service()
    const old = await play(service, [say.request()], { ...world, prefix: 'old' })
    const due = await reviewDue(world, old)
    done(await service.publishPolicy(publisher, secondVersion)())
    const fresh = await play(service, [say.request({ orderId: 'order-2' })], { ...world, prefix: 'new' })
    expect(done(await service.case(fresh)()).state.requested.policy.version).toBe(2)
    expect(done(await service.case(old)()).state.requested.policy.version).toBe(1)
    expect(await reviewDue(world, old)).toBe(due)
    expect(await reviewDue(world, fresh)).not.toBe(due)
    // Also for a service that was started before, and for one that knows only the first version, or the second.
    const asIfOld = world.service({ policies: [chinaRetail] })
    const third = await play(asIfOld, [say.request({ orderId: 'order-3' })], { ...world, prefix: 'third' })
    expect(done(await asIfOld.case(third)()).state.requested.policy.version).toBe(2)
    const asIfNew = world.service({ policies: [secondVersion] })
    expect(done(await asIfNew.case(old)()).deadlines).toEqual(done(await service.case(old)()).deadlines)
  })

  it('the chain of a case is that of its version, whatever was published meanwhile', async () => {
    const world = aWorld(anOrder(), anOrder({ orderId: 'order-2' }))
    const service = world.service()
    const old = await play(service, toApprove('order-1'), { ...world, prefix: 'old' })
    done(await service.publishPolicy(publisher, presidentAbove(100)({ ...chinaRetail, version: 2 }))())
    const fresh = await play(service, toApprove('order-2'), { ...world, prefix: 'new' })
    for (const [caseId, situation] of [
      [old, 'approved'],
      [fresh, 'inApproval'],
    ] as const) {
      for (const step of say.approvals) done(await give(world.service(), step, { caseId }))
      expect(done(await world.service().case(caseId)()).situation).toBe(situation)
    }
    expect(
      said(await give(service, say.approveAs({ id: 'staff-president', role: 'president' }), { caseId: fresh })),
    ).toBe('done')
  })

  it('POLICY_UNKNOWN where nobody ever published what is named, POLICY_AMBIGUOUS where several may be meant', async () => {
    const world = aWorld(anOrder())
    const other = { ...chinaRetail, id: 'other-shop' }
    const service = world.service({ policies: [chinaRetail, other] })
    expect(said(await give(service, say.request({ policy: 'no-such' }), { key: 'k' }))).toBe('POLICY_UNKNOWN')
    expect(said(await give(service, say.request(), { key: 'k' }))).toBe('POLICY_AMBIGUOUS')
    expect(await inStream(world, 'orderAccount')).toEqual([])
    const { state } = done(await give(service, say.request({ policy: 'other-shop' }), { key: 'k' }))
    expect(state.requested.policy.id).toBe('other-shop')
  })
})

const payDue = async (world: World, caseId: string) =>
  done(await world.service().case(caseId)()).deadlines.find(({ rule }) => rule === 'payment')

describe('working days', () => {
  // The Monday and Tuesday after Friday 13 March become days of rest; the payment was due in three working days.
  const rest = ['2026-03-16', '2026-03-17'].filter(LocalDate.is).map((date) => ({ date, name: 'storm' }))
  const corrected = {
    ...china2026,
    version: china2026.version + 1,
    holidays: [...china2026.holidays, ...rest].toSorted((a, b) => a.date.localeCompare(b.date)),
  }
  const inspected = [say.request(), say.accept(), say.ship(), say.receive(), say.inspect()]

  it('published later change what is due from then on, of open cases too', async () => {
    const world = aWorld(anOrder(), anOrder({ orderId: 'order-2' }))
    world.clock.advance(Date.parse('2026-03-13T02:00:00.000Z') - Date.parse(world.clock.read()))
    const caseId = await play(world.service(), inspected, world)
    const before = await payDue(world, caseId)
    const running = world.service()
    await running.case(caseId)()
    done(await world.service().publishCalendar(publisher, corrected)())
    const after = await payDue(world, caseId)
    expect([before?.limit, after?.limit]).toEqual(['2026-03-18T16:00:00.000Z', '2026-03-20T16:00:00.000Z'])
    expect(done(await running.case(caseId)()).deadlines.find(({ rule }) => rule === 'payment')?.limit).toBe(
      after?.limit,
    )
    const [, late] = await inStream(world, 'workCalendar')
    expect(late?.envelope.data['knownFrom']).toBe(late?.envelope.occurredAt)
  })

  it('handed in at a later start are known from then, not from the beginning', async () => {
    const world = aWorld(anOrder())
    await world.service().start()()
    world.clock.advance(1_000)
    done(await world.service({ calendars: [china2026, corrected] }).start()())
    const known = (await inStream(world, 'workCalendar')).map(({ envelope }) => envelope.data['knownFrom'])
    expect(known).toEqual(['beginning', world.clock.read()])
  })

  it('that contradict what was published are refused, and nothing is written', async () => {
    const world = aWorld(anOrder())
    const service = world.service()
    const caseId = await play(service, [say.request()], world)
    const { length } = await everything(world.store)
    const reused = { ...corrected, version: china2026.version }
    expect(said(await service.publishCalendar(publisher, reused)())).toBe('CALENDAR_VERSION_REUSED')
    expect(said(await service.publishCalendar(publisher, { ...corrected, region: 'US' })())).toBe('CALENDAR_INVALID')
    expect((await everything(world.store)).length).toBe(length)
    expect(said(await give(service, say.approveAs(people.cashier), { caseId }))).not.toBe('CALENDAR_INVALID')
  })
})
