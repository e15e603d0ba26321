import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import { attendance, desksOf, digest, li, middle, MIDDLE_SHIFT } from '../../../test/service/duty.js'
import { said } from '../../../test/service/giving.js'
import { everything } from '../../../test/service/history.js'
import { aWorld, instant } from '../../../test/service/world.js'
import { millisBetween } from '../../calendar/index.js'
import { ledgerCommandNames } from '../../ledger/index.js'
import { shiftCommandNames } from '../../shift/index.js'

const throwing = Object.defineProperty({}, 'desk', {
  enumerable: true,
  get: () => {
    throw new Error('do not read me')
  },
})
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    '',
    '-',
    '__proto__',
    'constructor',
    '\uD800',
    'a-b',
    '../..',
    'x'.repeat(100_000),
    throwing,
  ),
  fc.constantFrom<unknown>(Symbol('desk'), Number.NaN, 1n, null, undefined, [], () => 1),
  fc.string({ unit: 'binary' }),
  fc.anything(),
)
const ledger = { department: 'finance', month: '2026-05' }
const sound: { readonly [name: string]: { readonly [field: string]: unknown } } = {
  attend: { ...middle, ...attendance },
  noteWork: { ...middle, text: 'done' },
  followUp: { ...middle, cause: 'c', course: 'c', step: 's', nextAction: 'n' },
  recordCleaning: { ...middle, done: true },
  signOver: { ...middle, sheet: digest('a') },
  accept: { ...middle, sheet: digest('a') },
  prepareLedger: { ...ledger, cashiers: [] },
  approveLedger: { ...ledger, rows: 0, totals: [], digest: digest('a') },
  submitLedger: { ...ledger, digest: digest('a') },
  verifyLedger: { ...ledger, digest: digest('a') },
  archiveLedger: { ...ledger, digest: digest('a'), merkleRoot: digest('b'), heads: 0 },
}
const names = [...shiftCommandNames, ...ledgerCommandNames]
const name = fc.constantFrom(...names)
/** A sound command but for one field, which is missing, odd, or one more. */
const spoilt = name.chain((command) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(sound[command] ?? {}), 'key', 'correlationId', 'other'), odd)
    .map(([field, value]) => ({ command, field, body: { ...sound[command], [field]: value } })),
)

const given = async () => {
  const world = aWorld()
  world.clock.advance(millisBetween(world.clock.read(), instant(MIDDLE_SHIFT)))
  const desks = desksOf(world)
  await desks.start()()
  return { world, desks, written: async () => (await everything(world.store)).length }
}

describe('what nobody should hand in to a desk', () => {
  it('is answered with a refusal: nothing is thrown, and nothing is written', async () => {
    const { desks, written } = await given()
    const before = await written()
    await fc.assert(
      fc.asyncProperty(name, odd, async (command, body) => {
        expect(said(await desks.execute(li, command, body)())).toBe('MALFORMED_COMMAND')
        expect(await written()).toBe(before)
      }),
      { numRuns: 300 },
    )
    for (const command of ['', 'toString', '__proto__', 'request', Symbol('x'), 7, null])
      expect(said(await desks.execute(li, command as string, {})())).toBe('COMMAND_UNKNOWN')
  })

  it('in one field of a sound command is named by its path', async () => {
    const { desks } = await given()
    await fc.assert(
      fc.asyncProperty(spoilt, async ({ command, field, body }) => {
        const answer = await desks.execute(li, command, body)()
        if (!isLeft(answer) || answer.left.kind !== 'refusal') return
        const { code, facts } = answer.left
        if (code !== 'MALFORMED_COMMAND') return
        expect(JSON.stringify(facts)).toMatch(new RegExp(`"/${field}[/:"]|"/: `))
        expect(JSON.stringify(facts).length).toBeLessThan(5_000)
      }),
      { numRuns: 300 },
    )
  })

  it('as an actor, a desk, a shift or a ledger is refused by every call', async () => {
    const { desks, written } = await given()
    const before = await written()
    await fc.assert(
      fc.asyncProperty(name, odd, async (command, thing) => {
        const any = thing as never
        expect(said(await desks.execute(any, command, sound[command])())).toBe('MALFORMED_COMMAND')
        expect(said(await desks.publishDeskPlan(li, any)())).toBe('MALFORMED_COMMAND')
        for (const read of [desks.shift(any), desks.ledger(any)]) expect(said(await read())).toBe('MALFORMED_COMMAND')
        for (const read of [desks.onDuty(any), desks.deskPlans(any)]) expect(typeof said(await read())).toBe('string')
        expect(await written()).toBe(before)
      }),
      { numRuns: 200 },
    )
  })

  it('as plans makes every call say so, and start when they are right', async () => {
    const { world } = await given()
    const desks = desksOf(world, { deskPlans: [{ desk: 'main' } as never] })
    expect(said(await desks.start()())).toBe('MALFORMED_COMMAND')
    expect(said(await desks.attend(li, { ...middle, ...attendance })())).toBe('MALFORMED_COMMAND')
    expect(said(await desksOf(world, { deskPlans: [] }).ledger({ department: 'finance', month: '2026-05' })())).toBe(
      'DESK_UNKNOWN',
    )
  })
})
