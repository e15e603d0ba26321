import { beforeAll, describe, expect, it } from 'vitest'
import * as say from '../../test/service/commands.js'
import { eachCommand } from '../../test/service/each-command.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything, faultsOfRecord } from '../../test/service/history.js'
import { journeys, type Journey } from '../../test/service/journeys.js'
import { anOrder } from '../../test/service/orders.js'
import { aWorld, forked, type World } from '../../test/service/world.js'
import type { Stored } from '../eventsourcing/index.js'
import type { CaseEvent } from '../refund-case/index.js'

const key = 'one-key'
const idsOf = (events: ReadonlyArray<Stored<CaseEvent>>) => events.map(({ meta: { id } }) => id)
const written = async ({ store }: World) => (await everything(store)).length

/** Given by somebody else's customer, every command of a case is refused. */
const stranger = { id: 'customer-bob', role: 'customer' } as const

for (const [name, { order, before, command, other }] of Object.entries(eachCommand))
  describe(`${name} under a key`, () => {
    let stage: World
    let caseId: string
    beforeAll(async () => {
      stage = aWorld(order)
      caseId = await play(stage.service(), before, stage)
      stage.clock.advance(60_000)
    })

    const carriedOut = async () => {
      const world = await forked(stage)
      const first = done(await give(world.service(), command, { caseId, key }))
      expect(first).toMatchObject({ repeated: false, key })
      expect(first.events.length).toBeGreaterThan(0)
      return { world, first }
    }

    it('is carried out once, however often, wherever and how late it is repeated', async () => {
      const { world, first } = await carriedOut()
      const service = world.service()
      const length = await written(world)
      const again = done(await give(service, command, { caseId, key }))
      expect(again.events).toEqual(first.events)
      expect(again).toMatchObject({ repeated: true, key, revision: first.revision })
      expect(await written(world)).toBe(length)

      world.clock.advance(3_600_000)
      done(await give(service, say.note(), { caseId }))
      const late = done(await give(service, command, { caseId, key }))
      expect(late.events).toEqual(first.events)
      expect(late).toMatchObject({ repeated: true, revision: first.revision + 1 })
      expect(await written(world)).toBe(length + 1)
      expect(faultsOfRecord(world, await everything(world.store))).toEqual([])
    })

    it('is refused IDEMPOTENCY_MISMATCH with another body, and as another command, and nothing is written', async () => {
      const { world } = await carriedOut()
      const length = await written(world)
      const different = command.name === 'note' ? say.addEvidence() : say.note()
      for (const step of other === undefined ? [different] : [other, different])
        expect(said(await give(world.service(), step, { caseId, key }))).toBe('IDEMPOTENCY_MISMATCH')
      expect(await written(world)).toBe(length)
    })

    it('is known again after the shop got a new key for its fingerprints', async () => {
      const { world, first } = await carriedOut()
      world.vault.rotateMacKey('fingerprint')
      const again = done(await give(world.service(), command, { caseId, key }))
      expect([again.repeated, idsOf(again.events)]).toEqual([true, idsOf(first.events)])
      if (other !== undefined)
        expect(said(await give(world.service(), other, { caseId, key }))).toBe('IDEMPOTENCY_MISMATCH')
    })

    it('does not use the key up by a refusal', async () => {
      const world = await forked(stage)
      const length = await written(world)
      const refused = await give(world.service(), { ...command, by: stranger }, { caseId, key })
      expect(['NOT_THE_CUSTOMER', 'ROLE_NOT_ALLOWED']).toContain(said(refused))
      expect(await written(world)).toBe(length)
      const answer = done(await give(world.service(), command, { caseId, key }))
      expect(answer.repeated).toBe(false)
    })

    it('may have the key of the request', async () => {
      const world = await forked(stage)
      const answer = done(await give(world.service(), command, { caseId, key: 'step-0' }))
      expect(answer.repeated).toBe(false)
      const again = done(await give(world.service(), command, { caseId, key: 'step-0' }))
      expect([again.repeated, idsOf(again.events)]).toEqual([true, idsOf(answer.events)])
    })

    it('leaves envelopes that say who, why and on what', async () => {
      const world = await forked(stage)
      const correlationId = '0199aaaa-0000-7000-8000-000000000000'
      const body = { ...command.body, correlationId }
      const answer = done(await give(world.service(), { ...command, body }, { caseId, key }))
      const ids = new Set(idsOf(answer.events))
      const envelopes = (await everything(world.store)).filter(({ envelope }) => ids.has(envelope.id))
      expect(envelopes.length).toBe(ids.size)
      for (const { envelope } of envelopes) {
        const { actor, causationId, restedOn, occurredAt } = envelope
        expect(actor).toEqual(command.by)
        expect({ correlationId: envelope.correlationId, causationId }).toEqual({ correlationId, causationId: caseId })
        expect(envelope.command?.key).toBe(key)
        expect(occurredAt).toBe(world.clock.read())
        expect(Object.keys(restedOn).some((stream) => stream.startsWith('orderAccount-'))).toBe(true)
      }
      // The same command under the same key has the same ids, wherever it is carried out.
      const elsewhere = done(await give((await forked(stage)).service(), command, { caseId, key }))
      expect(idsOf(elsewhere.events)).toEqual([...ids])
    })
  })

const opened = async () => {
  const world = aWorld(anOrder())
  const first = done(await give(world.service(), say.request(), { key }))
  return { world, first }
}

describe('a request under a key', () => {
  it('opens one case, and answers with it again', async () => {
    const { world, first } = await opened()
    const length = await written(world)
    world.clock.advance(180)
    const again = done(await give(world.service(), say.request(), { key }))
    expect(again).toMatchObject({ caseId: first.caseId, repeated: true, caseNo: first.caseNo, events: first.events })
    expect(await written(world)).toBe(length)
  })

  it('is refused with another body, and neither opens a case nor touches another order', async () => {
    const { world } = await opened()
    const length = await written(world)
    for (const body of [{ lines: [{ lineNo: 1, quantity: 1 }] }, { orderId: 'order-2' }, { statement: 'please' }])
      expect(said(await give(world.service(), say.request(body), { key }))).toBe('IDEMPOTENCY_MISMATCH')
    expect(await written(world)).toBe(length)
  })

  it('does not use the key up by a refusal', async () => {
    const world = aWorld(anOrder())
    for (const lines of [[], [{ lineNo: 9, quantity: 1 }], [{ lineNo: 1, quantity: 4 }]])
      expect(said(await give(world.service(), say.request({ lines }), { key }))).not.toBe('done')
    expect((await everything(world.store)).filter(({ stream }) => stream.startsWith('orderAccount-'))).toEqual([])
    expect(done(await give(world.service(), say.request(), { key })).repeated).toBe(false)
  })

  it('gets a fresh key where it has none, and can be repeated with that', async () => {
    const world = aWorld(anOrder())
    const first = done(await give(world.service(), say.request(), {}))
    const again = done(await give(world.service(), say.request(), { key: first.key ?? '' }))
    expect(again).toMatchObject({ caseId: first.caseId, repeated: true })
  })
})

describe('a command that finds nothing left to do', () => {
  it('answers without events, writes nothing and does not use its key up', async () => {
    for (const name of ['verifyDestination', 'markPaymentUnknown', 'matchBankLine', 'erasePersonalData'] as const) {
      const { order, before, command } = eachCommand[name]
      const world = aWorld(order)
      const service = world.service()
      const caseId = await play(service, [...before, command], world)
      const length = await written(world)
      const empty = done(await give(service, command, { caseId, key }))
      expect({ name, events: empty.events, repeated: empty.repeated }).toEqual({ name, events: [], repeated: false })
      expect(await written(world)).toBe(length)
      expect(said(await give(service, say.note(), { caseId, key })), name).toBe('done')
    }
  })
})

const idsOfAccounts = async ({ order, before, command }: Journey) => {
  const world = aWorld(order)
  await play(world.service(), [...before, command], world)
  const accounts = (await everything(world.store)).filter(({ stream }) => stream.startsWith('orderAccount-'))
  return accounts.map(({ envelope }) => [envelope.type, envelope.id])
}

describe('the events of an order account', () => {
  it('have the ids that belong to their place: whoever writes them again writes the same', async () => {
    for (const journey of Object.values(journeys)) {
      const ids = await idsOfAccounts(journey)
      expect(ids.length).toBeGreaterThan(0)
      expect(await idsOfAccounts(journey)).toEqual(ids)
    }
  })
})
