import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { desksOf, digest, head, HOUR, keeper, li, registrar } from '../../../test/service/duty.js'
import { done, said } from '../../../test/service/giving.js'
import { everything } from '../../../test/service/history.js'
import { aWorld, instant, type World } from '../../../test/service/world.js'
import { millisBetween, YearMonth } from '../../calendar/index.js'
import { threeShifts } from '../../desk-plan/index.js'
import type { EventStore } from '../../eventsourcing/index.js'
import { ledgers as ledgersProjection, projectStore } from '../../projections/index.js'
import type { LedgerDepartment } from '../../ledger/index.js'
import type { DeskService } from './api.js'

const worldAt = (start: string): World => {
  const world = aWorld()
  world.clock.advance(millisBetween(world.clock.read(), instant(start)))
  return world
}
const june = <Department extends LedgerDepartment>(department: Department) => ({ department, month: '2026-06' })
const rows = { rows: 2, totals: [{ currency: 'CNY', amount: 21_300 }], digest: digest('d') }

const prepareBoth = async (desks: DeskService) => {
  done(await desks.prepareLedger(li, june('customerService'))())
  done(await desks.prepareLedger(keeper, { ...june('finance'), cashiers: ['chu'] })())
}
const walk = async (desks: DeskService, department: LedgerDepartment) => {
  done(await desks.approveLedger(head, { ...june(department), ...rows })())
  done(await desks.submitLedger(head, { ...june(department), digest: rows.digest })())
  done(await desks.verifyLedger(registrar, { ...june(department), digest: rows.digest })())
  return done(
    await desks.archiveLedger(registrar, {
      ...june(department),
      digest: rows.digest,
      merkleRoot: digest('e'),
      heads: 3,
    })(),
  )
}

/** A store that writes nothing before two have decided what to write. */
const meetingStore = (inner: EventStore): EventStore => {
  let arrived = 0
  let open: (() => void) | undefined
  const both = new Promise<void>((resolve) => {
    open = resolve
  })
  return {
    ...inner,
    append: (stream, expected, events) => async () => {
      arrived += 1
      if (arrived === 2) open?.()
      await both
      return inner.append(stream, expected, events)()
    },
  }
}

// 17:00 on 1 July in Shanghai.
const FIRST_OF_JULY = '2026-07-01T09:00:00.000Z'

describe('the ledgers of a month (S7)', () => {
  it('are prepared, approved, submitted, verified and archived, and then the month is closed', async () => {
    const world = worldAt(FIRST_OF_JULY)
    const desks = desksOf(world)
    await prepareBoth(desks)
    const closed = await walk(desks, 'customerService')
    expect(closed.deadline).toMatchObject({
      submittedAt: FIRST_OF_JULY,
      breached: false,
      due: { lastDay: '2026-07-01' },
    })
    expect(said(await desks.prepareLedger(keeper, { ...june('finance'), cashiers: [] })())).toBe('MONTH_CLOSED')
    const both = await walk(desks, 'finance')
    expect(both.ledgers.customerService.archived?.by).toBe('xing')
    expect(done(await desks.ledger(june('finance'))()).events.map(({ type }) => type)).toEqual([
      'Prepared',
      'HeadApproved',
      'Submitted',
      'Verified',
      'Archived',
    ])
  })

  it('rest on the streams of both departments, and no event holds a place in the store', async () => {
    const world = worldAt(FIRST_OF_JULY)
    const desks = desksOf(world)
    await prepareBoth(desks)
    await walk(desks, 'finance')
    const events = (await everything(world.store)).filter(({ stream }) => stream.startsWith('ledger-'))
    for (const { stream, envelope } of events) {
      const other = stream.includes('finance') ? 'ledger-customerService-2026-06' : 'ledger-finance-2026-06'
      expect(Object.keys(envelope.restedOn)).toEqual(['deskPlan-main', other].toSorted())
    }
    expect(events.find(({ envelope }) => envelope.type === 'HeadApproved')?.envelope.data).toEqual({
      ...rows,
      cut: { customerService: 0, finance: 0 },
    })
  })

  it('a later Prepared of the other department holds up the next step until the head approves again', async () => {
    const world = worldAt(FIRST_OF_JULY)
    const desks = desksOf(world)
    await prepareBoth(desks)
    done(await desks.approveLedger(head, { ...june('finance'), ...rows })())
    done(await desks.prepareLedger(li, june('customerService'))())
    expect(said(await desks.submitLedger(head, { ...june('finance'), digest: rows.digest })())).toBe('CUT_MOVED')
    done(await desks.approveLedger(head, { ...june('finance'), ...rows, digest: digest('f') })())
    done(await desks.submitLedger(head, { ...june('finance'), digest: digest('f') })())
  })

  it('of many calls at once one archive closes the month, whoever else prepares', async () => {
    const world = worldAt(FIRST_OF_JULY)
    const [one, other] = [desksOf(world), desksOf(world)]
    await prepareBoth(one)
    done(await one.approveLedger(head, { ...june('finance'), ...rows })())
    done(await one.submitLedger(head, { ...june('finance'), digest: rows.digest })())
    done(await one.verifyLedger(registrar, { ...june('finance'), digest: rows.digest })())
    const archive = { ...june('finance'), digest: rows.digest, merkleRoot: digest('e'), heads: 3 }
    const answers = await Promise.all([
      one.archiveLedger(registrar, archive)(),
      other.archiveLedger(registrar, archive)(),
    ])
    expect(answers.map(said).toSorted()).toEqual(['LEDGER_STEP_TAKEN', 'done'])
    expect(said(await other.prepareLedger(li, june('customerService'))())).toBe('MONTH_CLOSED')
  })

  it('an archive and a preparation that cross on their way leave the month closed at the cut that was approved', async () => {
    const world = worldAt(FIRST_OF_JULY)
    const one = desksOf(world)
    await prepareBoth(one)
    done(await one.approveLedger(head, { ...june('finance'), ...rows })())
    done(await one.submitLedger(head, { ...june('finance'), digest: rows.digest })())
    done(await one.verifyLedger(registrar, { ...june('finance'), digest: rows.digest })())
    const archive = { ...june('finance'), digest: rows.digest, merkleRoot: digest('e'), heads: 3 }
    const store = meetingStore(world.store)
    const [archived, prepared] = await Promise.all([
      desksOf(world, { store }).archiveLedger(registrar, archive)(),
      desksOf(world, { store }).prepareLedger(li, june('customerService'))(),
    ])
    // Neither saw the other: both were written.
    expect([said(archived), said(prepared)]).toEqual(['done', 'done'])
    const { ledgers } = done(await one.ledger(june('customerService'))())
    expect(ledgers.finance.archived?.digest).toBe(rows.digest)
    const approved = done(await one.approveLedger(head, { ...june('customerService'), ...rows })())
    expect(approved.progress.approved?.cut).toEqual(ledgers.finance.approved?.cut)
    expect(said(await one.prepareLedger(li, june('customerService'))())).toBe('MONTH_CLOSED')
    const view = await projectStore(world.store, ledgersProjection({ sha256: world.sha256 }))
    const month = '2026-06'
    if (isLeft(view) || !YearMonth.is(month)) throw new Error('not read')
    expect(view.right.finance(month).status).toBe('archived')
    expect(view.right.customerService(month).status).toBe('headApproved')
  })

  it('are not made up before the month is over at every desk', async () => {
    const world = worldAt('2026-06-30T17:00:00.000Z')
    const utc = { ...threeShifts('london'), timeZone: 'UTC' as const }
    const desks = desksOf(world, { deskPlans: [threeShifts('main'), utc] })
    expect(said(await desks.prepareLedger(li, june('customerService'))())).toBe('MONTH_NOT_OVER')
    world.clock.advance(7 * HOUR)
    done(await desks.prepareLedger(li, june('customerService'))())
  })

  it('with a key are carried on once', async () => {
    const desks = desksOf(worldAt(FIRST_OF_JULY))
    const prepare = { ...june('finance'), cashiers: ['chu'], key: 'k' }
    const first = done(await desks.prepareLedger(keeper, prepare)())
    expect(done(await desks.prepareLedger(keeper, prepare)())).toMatchObject({
      repeated: true,
      revision: first.revision,
    })
    expect(said(await desks.prepareLedger(keeper, { ...prepare, cashiers: [] })())).toBe('IDEMPOTENCY_MISMATCH')
  })
})

describe('by when a ledger is due (LG1)', () => {
  it('is said by the desk that keeps the ledgers, and is breached from the first instant after it', async () => {
    const world = worldAt(FIRST_OF_JULY)
    const desks = desksOf(world)
    const breachedNow = async () => done(await desks.ledger(june('finance'))()).deadline.breached
    expect(await breachedNow()).toBe(false)
    world.clock.advance(7 * HOUR - 1)
    expect(await breachedNow()).toBe(false)
    world.clock.advance(1)
    expect(await breachedNow()).toBe(true)
  })

  it('moves to a working day where the plan says so', async () => {
    const world = worldAt('2026-05-01T03:00:00.000Z')
    const desks = desksOf(world, {
      deskPlans: [threeShifts('main'), { ...threeShifts('books'), ledgerDue: { rollForward: 'offRestDays' } }],
      ledgerDesk: 'books',
    })
    const april = done(await desks.ledger({ department: 'finance', month: '2026-04' })())
    expect(april.deadline.due).toMatchObject({ lastDay: '2026-05-06', provisional: false })
  })
})
