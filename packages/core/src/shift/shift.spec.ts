import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { addMillis, LocalDate, type Instant } from '../calendar/index.js'
import { shiftOn, threeShifts } from '../desk-plan/index.js'
import type { Sealed } from '../sealing/index.js'
import { Role } from '../vocabulary/index.js'
import type { Attendance } from './attendance.js'
import { shiftCommandNames, type ShiftCommandName } from './commands.js'
import { decideShift } from './decider.js'
import { shiftOfStream, shiftStream } from './name.js'
import { shiftKind, type ShiftRecord } from './state.js'

const date = '2026-06-30'
const middle = LocalDate.is(date)
  ? shiftOn({ versions: [{ plan: threeShifts('main'), digest: '' }] }, date, '中班')
  : undefined
if (middle === undefined) throw new Error('no shift')
const duty = middle

const sealed = (text: string): Sealed => ({ subject: 's', keyId: 'k', nonce: 'n', ciphertext: text, commitment: 'c' })
const sheet = 'a'.repeat(64)
const attendance: Attendance = {
  expected: ['li', 'zhao', 'qian'],
  present: ['li', 'zhao'],
  late: ['zhao'],
  leftEarly: [],
  absent: ['qian'],
}

const fields = {
  attend: attendance,
  noteWork: { text: sealed('done') },
  followUp: { cause: sealed('c'), course: sealed('c'), step: sealed('s'), nextAction: sealed('n') },
  recordCleaning: { done: true },
  signOver: { sheet },
  accept: { sheet },
}
const later = (minutes: number) => addMillis(duty.from, minutes * 60_000)
const OVER = 510

interface When {
  readonly by?: string
  readonly role?: Role
  readonly at?: Instant
  readonly itemsLeft?: number
}

const decided = <Name extends ShiftCommandName>(
  record: ShiftRecord,
  name: Name,
  body: (typeof fields)[Name],
  { by = 'li', role = 'customerService', at = later(60), itemsLeft }: When = {},
) => decideShift<ShiftCommandName>(name, body, record, { now: at, actor: { id: by, role }, shift: duty, itemsLeft })

/** The record after these commands, each of which must be taken. */
const given = (
  ...commands: ReadonlyArray<readonly [name: ShiftCommandName, when?: When, body?: (typeof fields)[ShiftCommandName]]>
): ShiftRecord =>
  commands.reduce((record, [name, when, body]) => {
    const answer = decided(record, name, body ?? fields[name], when)
    if (isLeft(answer)) throw new Error(`${name}: ${answer.left.code}`)
    const actor = { id: when?.by ?? 'li', role: when?.role ?? 'customerService' }
    const meta = { id: 'e', revision: 0, occurredAt: when?.at ?? later(60), actor }
    return answer.right.reduce((so, event) => shiftKind.evolve(so, { ...event, meta }), record)
  }, shiftKind.initial)

const answerTo = (
  record: ShiftRecord,
  name: ShiftCommandName,
  when?: When,
  body?: (typeof fields)[ShiftCommandName],
) => {
  const answer = decided(record, name, body ?? fields[name], when)
  return isLeft(answer) ? answer.left.code : answer.right.map(({ type }) => type)
}

const filled = given(['attend'], ['recordCleaning'])
const signed = given(['attend'], ['recordCleaning'], ['signOver'])
const accepted = given(['attend'], ['recordCleaning'], ['signOver'], ['accept', { by: 'wang', at: duty.to }])

describe('the sheet of a shift', () => {
  it('is signed over, then accepted by another person, once the shift is over', () => {
    expect(answerTo(filled, 'signOver')).toEqual(['SignedOver'])
    expect(answerTo(filled, 'accept', { by: 'wang', at: duty.to })).toBe('NOT_SIGNED_OVER')
    expect(answerTo(signed, 'accept', { by: 'li', at: duty.to })).toBe('SEPARATION_OF_DUTIES')
    expect(answerTo(signed, 'accept', { by: 'wang', at: addMillis(duty.to, -1) })).toBe('SHIFT_NOT_OVER')
    expect(answerTo(signed, 'accept', { by: 'wang', at: duty.to })).toEqual(['Accepted'])
    expect(accepted.signedOver).toEqual({ by: 'li', at: later(60), sheet })
    expect(accepted.accepted).toEqual({ by: 'wang', at: duty.to, sheet, remarks: undefined })
  })

  it('is signed once and accepted once', () => {
    expect(answerTo(signed, 'signOver', { by: 'zhao' })).toBe('ALREADY_SIGNED_OVER')
    expect(answerTo(accepted, 'accept', { by: 'sun', at: duty.to })).toBe('ALREADY_ACCEPTED')
  })

  it('is not signed while it lacks what cannot be 无 (HS1)', () => {
    expect(answerTo(shiftKind.initial, 'signOver')).toBe('SHEET_INCOMPLETE')
    expect(answerTo(given(['attend']), 'signOver')).toBe('SHEET_INCOMPLETE')
    expect(answerTo(given(['recordCleaning']), 'signOver')).toBe('SHEET_INCOMPLETE')
  })

  it('takes nothing more once it is signed over', () => {
    for (const name of ['attend', 'noteWork', 'followUp', 'recordCleaning'] as const) {
      expect(answerTo(signed, name)).toBe('ALREADY_SIGNED_OVER')
      expect(answerTo(accepted, name)).toBe('ALREADY_SIGNED_OVER')
    }
  })

  it('takes nothing before the shift begins', () => {
    for (const name of shiftCommandNames) {
      const answer = answerTo(filled, name, { at: addMillis(duty.from, -1) })
      expect(answer).toBe(name === 'accept' ? 'NOT_SIGNED_OVER' : 'SHIFT_NOT_BEGUN')
    }
    expect(answerTo(shiftKind.initial, 'attend', { at: duty.from })).toEqual(['AttendanceRecorded'])
  })

  it('is kept and signed by customer service alone, each in their own name', () => {
    for (const role of Object.keys(Role.keys).filter(Role.is)) {
      const isTheirs = role === 'customerService' || role === 'csLead'
      for (const [record, name] of [
        [shiftKind.initial, 'attend'],
        [filled, 'noteWork'],
        [filled, 'followUp'],
        [shiftKind.initial, 'recordCleaning'],
        [filled, 'signOver'],
        [signed, 'accept'],
      ] as const) {
        const answer = answerTo(record, name, { role, by: 'wang', at: later(OVER) })
        expect(Array.isArray(answer)).toBe(isTheirs)
        if (!isTheirs) expect(answer).toBe('ROLE_NOT_ALLOWED')
      }
    }
    const forOther = decideShift('signOver', { sheet }, filled, {
      now: later(60),
      actor: { id: 'li', role: 'customerService', onBehalfOf: { id: 'zhao', role: 'customer' } },
      shift: duty,
      itemsLeft: undefined,
    })
    expect(isLeft(forOther) && forOther.left.code).toBe('RECORDING_FOR_OTHERS')
  })

  it('numbers its items 1, 2, 3 (HS2, HS3)', () => {
    const record = given(['noteWork'], ['followUp'], ['noteWork'], ['followUp'], ['noteWork'])
    expect(record.workNotes.map(({ item }) => item)).toEqual([1, 2, 3])
    expect(record.followUps.map(({ item }) => item)).toEqual([1, 2])
  })

  it('finishes only an item that a shift really left', () => {
    const completes = { text: sealed('done'), completes: { date: duty.date, shift: '白班', item: 2 } }
    expect(answerTo(filled, 'noteWork', { itemsLeft: 2 }, completes)).toEqual(['WorkNoted'])
    expect(answerTo(filled, 'noteWork', { itemsLeft: 1 }, completes)).toBe('FOLLOW_UP_UNKNOWN')
    expect(answerTo(filled, 'noteWork', {}, completes)).toBe('FOLLOW_UP_UNKNOWN')
  })

  it('says the same again without an event', () => {
    expect(answerTo(filled, 'attend')).toEqual([])
    expect(answerTo(filled, 'recordCleaning')).toEqual([])
    expect(answerTo(filled, 'recordCleaning', {}, { done: false })).toEqual(['CleaningRecorded'])
  })
})

const problemOf = (lists: Partial<typeof attendance>) => {
  const answer = decided(shiftKind.initial, 'attend', { ...attendance, ...lists })
  return isLeft(answer) ? answer.left.facts : 'sound'
}

describe('attendance (考勤)', () => {
  it('fits together, or says who stands in which list wrongly', () => {
    expect(problemOf({})).toBe('sound')
    expect(problemOf({ expected: [], present: [], late: [], absent: [] })).toBe('sound')
    expect(problemOf({ late: ['li', 'li'] })).toEqual({ problem: 'repeated', list: 'late', person: 'li' })
    expect(problemOf({ absent: ['qian', 'li'] })).toEqual({ problem: 'presentAndAbsent', list: 'absent', person: 'li' })
    expect(problemOf({ present: ['li', 'zhao', 'sun'] })).toEqual({
      problem: 'notExpected',
      list: 'present',
      person: 'sun',
    })
    expect(problemOf({ absent: [] })).toEqual({ problem: 'unaccounted', list: 'expected', person: 'qian' })
    expect(problemOf({ late: ['qian'] })).toEqual({ problem: 'notPresent', list: 'late', person: 'qian' })
    expect(problemOf({ leftEarly: ['qian'] })).toEqual({ problem: 'notPresent', list: 'leftEarly', person: 'qian' })
  })

  it('is taken exactly where everybody expected is present or absent, and only who is present was late or early', () => {
    const some = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c'), { maxLength: 3 })
    const lists = fc.record({ expected: some, present: some, late: some, leftEarly: some, absent: some })
    fc.assert(
      fc.property(lists, ({ expected, present, late, leftEarly, absent }) => {
        const accountedFor = ['a', 'b', 'c'].every((person) => {
          const times = [present, absent].filter((list) => list.includes(person)).length
          return times === (expected.includes(person) ? 1 : 0)
        })
        const came = [...late, ...leftEarly].every((person) => present.includes(person))
        const sound = problemOf({ expected, present, late, leftEarly, absent }) === 'sound'
        expect(sound).toBe(accountedFor && came)
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the name of a shift stream', () => {
  it('leads back to desk, date and shift, whatever the desk is called', () => {
    const desk = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,20}$/)
    const name = fc.constantFrom('白班', '中班', 'day', 'late.2')
    fc.assert(
      fc.property(desk, name, (desk_, shift) => {
        const id = { desk: desk_, date: duty.date, shift }
        expect(shiftOfStream(shiftStream(id))).toEqual(id)
      }),
    )
    expect(shiftOfStream('shift-main-2026-06-31-中班')).toBeUndefined()
    expect(shiftOfStream('ledger-finance-2026-06')).toBeUndefined()
  })
})
