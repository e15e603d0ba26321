import { describe, expect, it } from 'vitest'
import * as say from '../../../test/service/commands.js'
import { attendance, desksOf, digest, HOUR, li, middle, MIDDLE_SHIFT, night, wang } from '../../../test/service/duty.js'
import { done, play, said } from '../../../test/service/giving.js'
import { everything } from '../../../test/service/history.js'
import { anOrder } from '../../../test/service/orders.js'
import * as people from '../../../test/service/people.js'
import { aWorld, instant, type World } from '../../../test/service/world.js'
import { millisBetween } from '../../calendar/index.js'
import { associatedDataOf } from '../../sealing/index.js'
import { shiftStream } from '../../shift/index.js'

const worldAt = (start: string): World => {
  const world = aWorld(anOrder())
  world.clock.advance(millisBetween(world.clock.read(), instant(start)))
  return world
}
const left = { cause: 'the bank is down', course: 'called twice', step: 'waiting', nextAction: 'call at nine' }

describe('a shift over midnight (S6)', () => {
  it('is kept, signed over by one person and accepted by another, once it is over', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const desks = desksOf(world)
    done(await desks.attend(li, { ...middle, ...attendance, key: 'a' })())
    done(await desks.noteWork(li, { ...middle, text: 'rang every customer' })())
    done(await desks.followUp(li, { ...middle, ...left })())
    done(await desks.recordCleaning(li, { ...middle, done: true })())
    world.clock.advance(8 * HOUR + 25 * 60_000)
    done(await desks.signOver(li, { ...middle, sheet: digest('a') })())
    expect(said(await desks.accept(wang, { ...middle, sheet: digest('b') })())).toBe('SHIFT_NOT_OVER')
    world.clock.advance(5 * 60_000)
    expect(said(await desks.accept(li, { ...middle, sheet: digest('b') })())).toBe('SEPARATION_OF_DUTIES')
    const accepted = done(await desks.accept(wang, { ...middle, sheet: digest('b'), remarks: 'one call is due' })())
    expect(accepted.events.map(({ type }) => type)).toEqual(['Accepted'])
    expect(accepted.record.signedOver).toEqual({ by: 'li', at: '2026-06-30T16:25:00.000Z', sheet: digest('a') })
    expect(accepted.record.accepted).toMatchObject({ by: 'wang', at: '2026-06-30T16:30:00.000Z', sheet: digest('b') })
    expect(done(await desks.shift(middle)()).events.map(({ type }) => type)).toEqual([
      'AttendanceRecorded',
      'WorkNoted',
      'FollowUpNoted',
      'CleaningRecorded',
      'SignedOver',
      'Accepted',
    ])
    expect(done(await desks.onDuty('main')()).shift).toMatchObject(night)
  })

  it('the next shift finishes what it left, and nothing that it did not leave', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const desks = desksOf(world)
    done(await desks.followUp(li, { ...middle, ...left })())
    world.clock.advance(9 * HOUR)
    const completes = { date: middle.date, shift: middle.shift, item: 1 }
    const noted = await desks.noteWork(wang, { ...night, text: 'called', completes })()
    expect(done(noted).record.workNotes).toMatchObject([{ item: 1, completes }])
    const other = { ...completes, item: 2 }
    expect(said(await desks.noteWork(wang, { ...night, text: 'called', completes: other })())).toBe('FOLLOW_UP_UNKNOWN')
    const elsewhere = { ...completes, date: '2026-06-29' }
    expect(said(await desks.noteWork(wang, { ...night, text: 'called', completes: elsewhere })())).toBe(
      'FOLLOW_UP_UNKNOWN',
    )
    const written = await everything(world.store)
    const last = written.find(({ stream }) => stream === 'shift-main-2026-07-01-夜班')
    expect(Object.keys(last?.envelope.restedOn ?? {})).toEqual(['deskPlan-main', 'shift-main-2026-06-30-中班'])
  })

  it('is no shift where the roster has none of that name, or the desk has no plan', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const desks = desksOf(world)
    expect(said(await desks.attend(li, { ...middle, shift: '早班', ...attendance })())).toBe('SHIFT_UNKNOWN')
    expect(said(await desks.attend(li, { ...middle, desk: 'other', ...attendance })())).toBe('DESK_UNKNOWN')
    expect(said(await desks.onDuty('other')())).toBe('DESK_UNKNOWN')
  })
})

describe('a command on a shift', () => {
  it('with a key is carried out once, by whichever process, and refused with another body', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const [one, other] = [desksOf(world), desksOf(world)]
    const note = { ...middle, text: 'once', key: 'k' }
    const answers = await Promise.all([one.noteWork(li, note)(), other.noteWork(li, note)(), one.noteWork(li, note)()])
    expect(answers.filter((answer) => done(answer).repeated)).toHaveLength(2)
    expect(new Set(answers.map((answer) => done(answer).events[0]?.meta.id)).size).toBe(1)
    expect(done(await one.shift(middle)()).record.workNotes).toHaveLength(1)
    expect(said(await one.noteWork(li, { ...note, text: 'twice' })())).toBe('IDEMPOTENCY_MISMATCH')
    expect(said(await one.recordCleaning(li, { ...middle, done: true, key: 'k' })())).toBe('IDEMPOTENCY_MISMATCH')
  })

  it('answers the key also when the sheet has moved on, and without one is another command', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const desks = desksOf(world)
    done(await desks.attend(li, { ...middle, ...attendance, key: 'a' })())
    done(await desks.recordCleaning(li, { ...middle, done: true })())
    done(await desks.signOver(li, { ...middle, sheet: digest('a') })())
    expect(done(await desks.attend(li, { ...middle, ...attendance, key: 'a' })())).toMatchObject({ repeated: true })
    expect(said(await desks.attend(li, { ...middle, ...attendance })())).toBe('ALREADY_SIGNED_OVER')
  })

  it('of many at once numbers every item once', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const desks = [desksOf(world), desksOf(world)]
    await Promise.all(
      Array.from({ length: 6 }, async (_, index) =>
        done(await (desks[index % 2] ?? desksOf(world)).noteWork(li, { ...middle, text: `item ${index}` })()),
      ),
    )
    const { record } = done(await desksOf(world).shift(middle)())
    expect(record.workNotes.map(({ item }) => item)).toEqual([1, 2, 3, 4, 5, 6])
  })
})

describe('texts of a shift', () => {
  it('are sealed, under the key of the customer where they are about a case', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const caseId = await play(world.service(), [say.request()], world)
    const desks = desksOf(world)
    const about = done(await desks.followUp(li, { ...middle, ...left, caseId })()).record.followUps[0]
    const own = done(await desks.noteWork(li, { ...middle, text: 'Ann Smith rang' })()).record.workNotes[0]
    const stored = JSON.stringify(await everything(world.store))
    for (const text of [...Object.values(left), 'Ann Smith']) expect(stored).not.toContain(text)
    if (about === undefined || own === undefined) throw new Error('nothing noted')
    const stream = shiftStream(done(await desks.shift(middle)()).shift)
    expect(about.cause.subject).toBe(people.customer.id)
    expect(own.text.subject).toBe(stream)
    expect(done(await world.vault.open(about.nextAction, associatedDataOf(stream, '/nextAction'))())).toBe(
      left.nextAction,
    )
    done(await world.service().erasePersonalData(people.administrator, { caseId })())
    expect(said(await world.vault.open(about.nextAction, associatedDataOf(stream, '/nextAction'))())).toBe(
      'KEY_DESTROYED',
    )
    expect(done(await world.vault.open(own.text, associatedDataOf(stream, '/text'))())).toBe('Ann Smith rang')
  })

  it('are about cases that are there', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const caseId = '11111111-1111-4111-8111-111111111111'
    expect(said(await desksOf(world).followUp(li, { ...middle, ...left, caseId })())).toBe('CASE_UNKNOWN')
  })
})

describe('the plan of a desk', () => {
  it('is published once at the start, and from then on from a boundary to come', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const desks = desksOf(world)
    const { versions } = done(await desks.deskPlans('main')())
    const plan = versions[0]?.plan
    if (plan === undefined) throw new Error('no plan')
    done(await desksOf(world).start()())
    expect(done(await desks.deskPlans('main')()).versions).toHaveLength(1)
    const lead = { id: 'chen', role: 'csLead' } as const
    const next = {
      ...plan,
      version: 2,
      inForceFrom: '2026-07-01T00:00:00.000Z',
      roster: [{ name: '全天', from: '08:00' as const, to: '08:00' as const }],
    }
    expect(said(await desks.publishDeskPlan(li, next)())).toBe('ROLE_NOT_ALLOWED')
    expect(said(await desks.publishDeskPlan(lead, { ...next, inForceFrom: '2026-07-01T00:00:01.000Z' })())).toBe(
      'NOT_A_SHIFT_BOUNDARY',
    )
    done(await desks.publishDeskPlan(lead, next)())
    world.clock.advance(24 * HOUR)
    expect(done(await desksOf(world).onDuty('main')()).shift).toMatchObject({ date: '2026-07-01', shift: '全天' })
  })

  it('handed in with earlier ones is there from the first start on, whenever that is', async () => {
    const world = worldAt(MIDDLE_SHIFT)
    const [first] = done(await desksOf(world).deskPlans('main')()).versions
    if (first === undefined) throw new Error('no plan')
    const second = {
      ...first.plan,
      version: 2,
      inForceFrom: '2026-05-31T00:00:00.000Z',
      ledgerDue: { rollForward: 'offRestDays' as const },
    }
    const fresh = worldAt(MIDDLE_SHIFT)
    const both = desksOf(fresh, { deskPlans: [first.plan, second] })
    expect(done(await both.deskPlans('main')()).versions).toHaveLength(2)
    // Where a plan stood before, the past stays as it was.
    expect(said(await desksOf(world, { deskPlans: [first.plan, second] }).start()())).toBe('DESK_PLAN_NOT_LATER')
  })
})
