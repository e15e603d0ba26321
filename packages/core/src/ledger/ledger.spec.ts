import fc from 'fast-check'
import { isLeft, type Either } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { addMillis, Instant, YearMonth } from '../calendar/index.js'
import type { Refusal } from '../eventsourcing/index.js'
import { Role } from '../vocabulary/index.js'
import { decideLedger, ledgerCommandNames, type LedgerCommandName } from './commands.js'
import type { LedgerEvent } from './events.js'
import { merkleRoot } from './merkle-root.js'
import { cutOf, type MonthLedgers } from './month.js'
import { ledgerOfStream, ledgerStream, otherDepartment, type LedgerDepartment } from './name.js'
import { ledgerKind, type LedgerProgress } from './state.js'

const instant = (text: string): Instant => {
  if (!Instant.is(text)) throw new Error(text)
  return text
}
const monthEnd = instant('2026-06-30T16:00:00.000Z')
const digest = 'd'.repeat(64)
const root = 'e'.repeat(64)
const none: MonthLedgers = { customerService: ledgerKind.initial, finance: ledgerKind.initial }

interface Actor {
  readonly id: string
  readonly role: Role
}
/** Who does what, where nothing else is said. */
const who: { readonly [Name in LedgerCommandName]: (department: LedgerDepartment) => Actor } = {
  prepareLedger: (department) =>
    department === 'finance' ? { id: 'kuai', role: 'accountant' } : { id: 'li', role: 'customerService' },
  approveLedger: () => ({ id: 'head', role: 'departmentHead' }),
  submitLedger: () => ({ id: 'head', role: 'departmentHead' }),
  verifyLedger: () => ({ id: 'xing', role: 'administration' }),
  archiveLedger: () => ({ id: 'xing', role: 'administration' }),
}
interface Body {
  readonly rows?: number
  readonly digest?: string
  readonly cashiers?: ReadonlyArray<string>
}

const decided = (
  name: LedgerCommandName,
  department: LedgerDepartment,
  ledgers: MonthLedgers,
  actor: Actor = who[name](department),
  body: Body = {},
  now: Instant = monthEnd,
): Either<Refusal, ReadonlyArray<LedgerEvent>> => {
  const facts = { now, actor, department, ledgers, monthEnd }
  const named = body.digest ?? digest
  const rows = body.rows ?? 2
  if (name === 'prepareLedger')
    return decideLedger(
      name,
      department === 'finance' ? { department, cashiers: body.cashiers ?? ['chu'] } : { department },
      facts,
    )
  if (name === 'approveLedger')
    return decideLedger(name, { rows, totals: [{ currency: 'CNY', amount: rows * 100 }], digest: named }, facts)
  if (name === 'archiveLedger') return decideLedger(name, { digest: named, merkleRoot: root, heads: 3 }, facts)
  return decideLedger(name, { digest: named }, facts)
}

type Step = readonly [LedgerCommandName, LedgerDepartment, (Actor | undefined)?, Body?]

/** Events of one ledger at the revisions that follow. */
const withEvents = (
  ledgers: MonthLedgers,
  department: LedgerDepartment,
  events: ReadonlyArray<LedgerEvent>,
  actor: Actor,
  revision: number,
): MonthLedgers => ({
  ...ledgers,
  [department]: events.reduce(
    (so, event, index) =>
      ledgerKind.evolve(so, {
        ...event,
        meta: { id: 'e', revision: revision + index, occurredAt: monthEnd, actor },
      }),
    ledgers[department],
  ),
})

/** Both ledgers after these steps, each of which must be taken. */
const given = (...steps: ReadonlyArray<Step>): MonthLedgers => {
  let ledgers = none
  for (const [revision, [name, department, actor, body]] of steps.entries()) {
    const answer = decided(name, department, ledgers, actor, body)
    if (isLeft(answer)) throw new Error(`${name}: ${answer.left.code}`)
    ledgers = withEvents(ledgers, department, answer.right, actor ?? who[name](department), revision)
  }
  return ledgers
}
const answerTo = (ledgers: MonthLedgers, [name, department, actor, body]: Step) => {
  const answer = decided(name, department, ledgers, actor, body)
  return isLeft(answer) ? answer.left.code : answer.right.map(({ type }) => type)
}

const bothPrepared: ReadonlyArray<Step> = [
  ['prepareLedger', 'customerService'],
  ['prepareLedger', 'finance'],
]
const wayOf = (department: LedgerDepartment): ReadonlyArray<Step> => [
  ['approveLedger', department],
  ['submitLedger', department],
  ['verifyLedger', department],
  ['archiveLedger', department],
]
const departments = ['customerService', 'finance'] as const

/** The step that is open. */
const nextOf = ({ prepared, approved, submitted, verified }: LedgerProgress): LedgerCommandName => {
  if (prepared === undefined) return 'prepareLedger'
  if (approved === undefined) return 'approveLedger'
  if (submitted === undefined) return 'submitLedger'
  return verified === undefined ? 'verifyLedger' : 'archiveLedger'
}

/** Who may take a step (model §8), said again. */
const may = (name: LedgerCommandName, department: LedgerDepartment): ReadonlyArray<Role> => {
  const own: ReadonlyArray<Role> = department === 'finance' ? ['accountant'] : ['customerService', 'csLead']
  if (name === 'prepareLedger') return own
  if (name === 'approveLedger') return ['departmentHead']
  return name === 'submitLedger' ? [...own, 'departmentHead'] : ['administration']
}

describe('the way of a ledger (S7)', () => {
  it('leads from preparing over the head and administration to the archive, one department after the other', () => {
    const closed = given(...bothPrepared, ...wayOf('customerService'), ...wayOf('finance'))
    for (const department of departments) expect(closed[department].archived).toMatchObject({ by: 'xing', digest })
  })

  it('goes on only with the step that comes next', () => {
    for (const department of departments) {
      const way = wayOf(department)
      for (let taken = 0; taken <= way.length; taken++) {
        const ledgers = given(...bothPrepared, ...way.slice(0, taken))
        for (const [index, step] of way.entries()) {
          const answer = answerTo(ledgers, step)
          if (index === taken) expect(answer).toHaveLength(1)
          else if (taken === way.length && index === 0) expect(answer).toBe('MONTH_CLOSED')
          else expect(answer).toBe(index < taken ? 'LEDGER_STEP_TAKEN' : 'LEDGER_OUT_OF_ORDER')
        }
      }
    }
    for (const step of wayOf('finance')) expect(answerTo(none, step)).toBe('LEDGER_OUT_OF_ORDER')
  })

  it('is walked by these roles and no others', () => {
    for (const department of departments) {
      const steps: ReadonlyArray<Step> = [['prepareLedger', department], ...wayOf(department)]
      for (const [taken, [name]] of steps.entries()) {
        const ledgers = given(...bothPrepared, ...wayOf(department).slice(0, Math.max(0, taken - 1)))
        for (const role of Object.keys(Role.keys).filter(Role.is)) {
          const answer = answerTo(ledgers, [name, department, { id: 'somebody', role }])
          if (may(name, department).includes(role)) expect(answer).toHaveLength(1)
          else expect(answer).toBe('ROLE_NOT_ALLOWED')
        }
      }
    }
  })

  it('keeps duties apart: the preparer approves nothing, administration checks only what others made', () => {
    const prepared = given(...bothPrepared)
    expect(answerTo(prepared, ['approveLedger', 'customerService', { id: 'li', role: 'departmentHead' }])).toBe(
      'SEPARATION_OF_DUTIES',
    )
    const submitted = given(...bothPrepared, ...wayOf('customerService').slice(0, 2))
    for (const id of ['li', 'head'])
      expect(answerTo(submitted, ['verifyLedger', 'customerService', { id, role: 'administration' }])).toBe(
        'SEPARATION_OF_DUTIES',
      )
    const verified = given(...bothPrepared, ...wayOf('customerService').slice(0, 3))
    for (const id of ['li', 'head'])
      expect(answerTo(verified, ['archiveLedger', 'customerService', { id, role: 'administration' }])).toBe(
        'SEPARATION_OF_DUTIES',
      )
  })

  it('whoever paid in the month does not prepare the finance ledger, in whatever role', () => {
    const kuai: Actor = { id: 'kuai', role: 'accountant' }
    expect(answerTo(none, ['prepareLedger', 'finance', kuai, { cashiers: ['chu', 'kuai'] }])).toBe(
      'SEPARATION_OF_DUTIES',
    )
    expect(answerTo(none, ['prepareLedger', 'finance', { id: 'chu', role: 'cashier' }])).toBe('ROLE_NOT_ALLOWED')
    expect(answerTo(none, ['prepareLedger', 'finance', kuai, { cashiers: [] }])).toEqual(['Prepared'])
  })

  it('begins when the month is over', () => {
    const early = decided('prepareLedger', 'finance', none, undefined, {}, addMillis(monthEnd, -1))
    expect(isLeft(early) && early.left).toMatchObject({ code: 'MONTH_NOT_OVER', facts: { to: monthEnd } })
  })

  it('is the way of one digest', () => {
    const approved = given(...bothPrepared, ['approveLedger', 'finance'])
    expect(answerTo(approved, ['submitLedger', 'finance', undefined, { digest: 'f'.repeat(64) }])).toBe(
      'LEDGER_DIGEST_DIFFERS',
    )
  })
})

describe('both ledgers of a month', () => {
  it('are cut at one place: preparing either again takes back what was approved of both', () => {
    for (const department of departments) {
      for (let taken = 1; taken < 4; taken++) {
        const before = given(...bothPrepared, ...wayOf(department).slice(0, taken))
        const again = otherDepartment(department)
        const prepared = decided('prepareLedger', again, before)
        const after = withEvents(before, again, isLeft(prepared) ? [] : prepared.right, who.prepareLedger(again), 9)
        const next = wayOf(department)[taken]
        if (next !== undefined) expect(answerTo(after, next)).toBe('CUT_MOVED')
        expect(answerTo(after, ['approveLedger', department])).toEqual(['HeadApproved'])
      }
    }
  })

  it('list the same cases and amounts (rule 15)', () => {
    const approved = given(...bothPrepared, ['approveLedger', 'customerService'])
    expect(answerTo(approved, ['approveLedger', 'finance', undefined, { rows: 3 }])).toBe('LEDGERS_DIFFER')
    expect(answerTo(approved, ['approveLedger', 'finance', undefined, { rows: 2 }])).toEqual(['HeadApproved'])
  })

  it('close together: nothing is prepared afterwards, and not before both are', () => {
    const alone = given(['prepareLedger', 'finance'], ...wayOf('finance').slice(0, 3))
    expect(answerTo(alone, ['archiveLedger', 'finance'])).toBe('OTHER_LEDGER_MISSING')
    const closed = given(...bothPrepared, ...wayOf('finance'))
    for (const department of departments) expect(answerTo(closed, ['prepareLedger', department])).toBe('MONTH_CLOSED')
  })

  it('a Prepared that crossed with the closing moves nothing', () => {
    const closed = given(...bothPrepared, ...wayOf('finance'))
    const prepared: ReadonlyArray<LedgerEvent> = [{ type: 'Prepared', data: {} }]
    const crossed = withEvents(closed, 'customerService', prepared, who.prepareLedger('customerService'), 40)
    expect(cutOf(crossed)).toEqual(cutOf(closed))
    const approve: Step = ['approveLedger', 'customerService']
    expect(answerTo(crossed, approve)).toEqual(['HeadApproved'])
  })

  it('walk their ways in any interleaving, and are closed at one cut whatever is tried', () => {
    const department = fc.constantFrom(...departments)
    const tried = fc.oneof(
      { weight: 5, arbitrary: fc.record({ department }) },
      {
        weight: 1,
        arbitrary: fc.record({
          department,
          name: fc.constantFrom(...ledgerCommandNames),
          id: fc.constantFrom('li', 'kuai', 'head', 'xing'),
        }),
      },
    )
    let closed = 0
    fc.assert(
      fc.property(fc.array(tried, { minLength: 10, maxLength: 40 }), (steps) => {
        let ledgers = none
        const taken: Array<LedgerCommandName> = []
        for (const step of steps) {
          const name = 'name' in step ? step.name : nextOf(ledgers[step.department])
          const usual = who[name](step.department)
          const actor = 'id' in step ? { ...usual, id: step.id } : usual
          const answer = decided(name, step.department, ledgers, actor)
          if (isLeft(answer)) continue
          taken.push(name)
          ledgers = withEvents(ledgers, step.department, answer.right, actor, taken.length)
        }
        for (const { prepared, approved, submitted, verified, archived } of Object.values(ledgers)) {
          if (archived === undefined) continue
          closed++
          const made = [prepared?.by, approved?.by, submitted?.by]
          expect(made).not.toContain(undefined)
          expect(prepared?.by).not.toBe(approved?.by)
          expect(made).not.toContain(verified?.by)
          expect(made).not.toContain(archived.by)
          expect(approved?.cut).toEqual(cutOf(ledgers))
          expect(archived.digest).toBe(approved?.digest)
        }
        const end = taken.indexOf('archiveLedger')
        expect(end !== -1 && taken.includes('prepareLedger', end)).toBe(false)
      }),
      { numRuns: 400 },
    )
    expect(closed).toBeGreaterThan(100)
  })
})

describe('the name of a ledger stream', () => {
  it('leads back to department and month', () => {
    const month = '2026-06'
    if (!YearMonth.is(month)) throw new Error(month)
    for (const department of departments)
      expect(ledgerOfStream(ledgerStream({ department, month }))).toEqual({ department, month })
    expect(ledgerOfStream('ledger-warehouse-2026-06')).toBeUndefined()
    expect(ledgerOfStream('ledger-finance-2026-13')).toBeUndefined()
  })
})

// Any function that keeps texts apart shows the shape.
const shown = (text: string) => `<${text.replaceAll('\n', ' ')}>`
const head = (id: string, revision = 0) => ({ stream: `refundCase-${id}` as const, revision, hash: `h${id}` })

describe('the Merkle root of heads', () => {
  it('is made of leaves in the order of their streams, an odd one going up as it is', () => {
    expect(merkleRoot(shown, [head('c'), head('a'), head('b')])).toBe(
      '<node <node <leaf refundCase-a 0 ha> <leaf refundCase-b 0 hb>> <leaf refundCase-c 0 hc>>',
    )
    expect(merkleRoot(shown, [])).toBe('<>')
  })

  it('is another for any other heads, and the same in any order', () => {
    const heads = fc.uniqueArray(fc.record({ id: fc.string({ maxLength: 3 }), revision: fc.nat(3) }), {
      selector: ({ id }) => id,
      maxLength: 9,
    })
    fc.assert(
      fc.property(heads, heads, (some, others) => {
        const rootOf = (list: typeof some) =>
          merkleRoot(
            shown,
            list.map(({ id, revision }) => head(id, revision)),
          )
        expect(rootOf(some.toReversed())).toBe(rootOf(some))
        const sorted = (list: typeof some) => list.map(({ id, revision }) => `${id} ${revision}`).toSorted()
        const isSame = JSON.stringify(sorted(some)) === JSON.stringify(sorted(others))
        expect(rootOf(some) === rootOf(others)).toBe(isSame)
      }),
      { numRuns: 300 },
    )
  })
})
