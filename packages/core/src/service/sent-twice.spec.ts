import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { eachCommand } from '../../test/service/each-command.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { journeys, type Journey } from '../../test/service/journeys.js'
import * as people from '../../test/service/people.js'
import * as say from '../../test/service/commands.js'
import { faultsOf } from '../../test/service/soundness.js'
import { interleavings } from '../../test/service/interleavings.js'
import { turns } from '../../test/service/turns.js'
import { aWorld, forked, type World } from '../../test/service/world.js'

// On a machine that does other things too.
vi.setConfig({ testTimeout: 60_000 })

/** The same command at two servers at once, whose calls to the store interleave. */
const sentTwice = async (stage: World, { command }: Journey, target: object, turn: ReadonlyArray<number>) => {
  const world = await forked(stage)
  const { store, run } = turns(world.store)
  const servers = [world.service({ store }), world.service({ store })]
  await run(
    servers.map((server) => server.start()),
    [],
  )
  const answers = await run(
    servers.map((server) => () => give(server, command, { ...target, key: 'the-key' })),
    turn,
  )
  return { world, answers }
}

describe('a keyed command that reaches two servers at once', () => {
  for (const [name, journey] of Object.entries({ ...journeys, ...eachCommand }))
    it(`${name}: is carried out once, and one of the answers says that it was repeated`, async () => {
      const stage = aWorld(journey.order)
      const service = stage.service()
      await service.start()()
      const opened = journey.before.length === 0 ? {} : { caseId: await play(service, journey.before, stage) }
      stage.clock.advance(60_000)
      const once = await forked(stage)
      const alone = done(await give(once.service(), journey.command, { ...opened, key: 'the-key' }))
      await fc.assert(
        fc.asyncProperty(interleavings, async (turn) => {
          const { world, answers } = await sentTwice(stage, journey, opened, turn)
          expect(answers.map(said)).toEqual(['done', 'done'])
          const [one, other] = answers.map(done)
          expect(one?.events).toEqual(other?.events)
          expect(one?.events.map(({ type, meta: { id } }) => [type, id])).toEqual(
            alone.events.map(({ type, meta: { id } }) => [type, id]),
          )
          expect(new Set([one?.repeated, other?.repeated])).toEqual(new Set([false, true]))
          expect(await faultsOf(world)).toEqual([])
        }),
        { numRuns: 6, seed: 20_260_314 },
      )
    })

  it('the last approval by two directors at once: one appends, the other is told ALREADY_APPROVED', async () => {
    const stage = aWorld(journeys['a payment started']?.order ?? never())
    const steps = (journeys['a payment started']?.before ?? never()).slice(0, -1)
    const caseId = await play(stage.service(), steps, stage)
    await fc.assert(
      fc.asyncProperty(interleavings, fc.constantFrom('same', 'other'), async (turn, servers) => {
        const world = await forked(stage)
        const { store, run } = turns(world.store)
        const first = world.service({ store })
        const second = servers === 'same' ? first : world.service({ store })
        await run([first.start(), second.start()], [])
        const before = (await everything(world.store)).length
        const answers = await run(
          [
            () => give(first, say.approveAs(people.director), { caseId, key: 'a' }),
            () => give(second, say.approveAs(people.secondDirector), { caseId, key: 'b' }),
          ],
          turn,
        )
        expect(answers.map(said).toSorted()).toEqual(['ALREADY_APPROVED', 'done'])
        expect((await everything(world.store)).length).toBe(before + 1)
        expect(await faultsOf(world)).toEqual([])
      }),
      { numRuns: 40, seed: 20_260_315 },
    )
  })
})

const never = (): never => {
  throw new Error('no such journey')
}
