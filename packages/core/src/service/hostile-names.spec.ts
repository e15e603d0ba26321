import * as fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as say from '../../test/service/commands.js'
import { play, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { anOrder } from '../../test/service/orders.js'
import * as people from '../../test/service/people.js'
import { aWorld } from '../../test/service/world.js'

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '-',
    '__proto__',
    'constructor',
    '\uD800',
    '\n',
    ' ',
    '$all',
    'refundCase-x',
    '../..',
    'a'.repeat(100_000),
  ),
  fc.string({ unit: 'binary' }),
  fc.anything(),
  fc.constantFrom(Symbol('case'), Number.NaN, 1n),
)

describe('names that no case, order or number has', () => {
  it('are refused by every read, whatever they are: nothing is thrown, nothing is written', async () => {
    const world = aWorld(anOrder())
    const service = world.service()
    await play(service, [say.request()], world)
    const { length } = await everything(world.store)
    await fc.assert(
      fc.asyncProperty(odd, async (name) => {
        // Callers of JavaScript hand in anything.
        const text = name as string
        for (const read of [service.case(text), service.byNumber(text), service.actions(text, people.clerk)]) {
          const answer = await read()
          expect(isLeft(answer)).toBe(true)
        }
        for (const read of [service.casesOf(text), service.settle(text)])
          expect(typeof said(await read())).toBe('string')
        expect((await everything(world.store)).length).toBe(length)
      }),
      { numRuns: 200, seed: 20_260_324 },
    )
  })

  it('are no command: COMMAND_UNKNOWN', async () => {
    const service = aWorld(anOrder()).service()
    await fc.assert(
      fc.asyncProperty(odd, fc.anything(), async (name, body) => {
        expect(said(await service.execute(people.clerk, name as string, body)())).toBe('COMMAND_UNKNOWN')
      }),
      { numRuns: 200, seed: 20_260_325 },
    )
  })

  it('are no actor', async () => {
    const world = aWorld(anOrder())
    const service = world.service()
    const caseId = await play(service, [say.request()], world)
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.anything(), fc.record({ id: odd, role: odd })), async (actor) => {
        const who = actor as typeof people.clerk
        expect(said(await service.execute(who, 'note', { ...say.note().body, caseId })())).toBe('MALFORMED_COMMAND')
        expect(said(await service.actions(caseId, who)())).toBe('MALFORMED_COMMAND')
      }),
      { numRuns: 200, seed: 20_260_326 },
    )
  })
})
