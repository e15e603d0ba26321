import { china2026 } from '../../src/calendar/china-2026.js'
import { threeShifts } from '../../src/desk-plan/index.js'
import { deskService, type DeskService, type DeskServiceOptions } from '../../src/service/index.js'
import type { StaffActor } from '../../src/staff/index.js'
import type { World } from './world.js'

/** The service of the duty desks in the same world. */
export const desksOf = (world: World, options: Partial<DeskServiceOptions> = {}): DeskService =>
  deskService({
    clock: world.clock.read,
    ids: world.ids,
    sha256: world.sha256,
    vault: world.vault,
    store: world.store,
    deskPlans: [threeShifts('main')],
    calendars: [china2026],
    ...options,
  })

export const li: StaffActor = { id: 'li', role: 'customerService' }
export const wang: StaffActor = { id: 'wang', role: 'customerService' }
export const keeper: StaffActor = { id: 'kuai', role: 'accountant' }
export const head: StaffActor = { id: 'head', role: 'departmentHead' }
export const registrar: StaffActor = { id: 'xing', role: 'administration' }

/** 16:00 on 30 June in Shanghai: 中班 begins. */
export const MIDDLE_SHIFT = '2026-06-30T08:00:00.000Z'
export const middle = { desk: 'main', date: '2026-06-30', shift: '中班' }
export const night = { desk: 'main', date: '2026-07-01', shift: '夜班' }
export const attendance = {
  expected: ['li', 'zhao', 'qian'],
  present: ['li', 'zhao'],
  late: ['zhao'],
  leftEarly: [],
  absent: ['qian'],
}
export const digest = (letter: string): string => letter.repeat(64)
export const HOUR = 3_600_000
