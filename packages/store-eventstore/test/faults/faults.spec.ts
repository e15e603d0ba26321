import { startForwarder } from '@refund-case/eventstore-standin'
import { caseStream, situationOf } from '@refund-case/core'
import { isRight } from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { done } from '../../../core/test/service/giving.js'
import { anOrder } from '../../../core/test/service/orders.js'
import { faultsOf } from '../../../core/test/service/soundness.js'
import { aWorld } from '../../../core/test/service/world.js'
import { eventStore } from '../../src/index.js'
import { held } from '../events.js'
import { useServer } from '../server.js'
import { chanceFrom, oneOf } from './chance.js'
import { Desk } from './desk.js'
import { troubleFor } from './trouble.js'

const SEED = Number(process.env['FAULTS_SEED'] ?? 20_261_122)
const FAULTS = Number(process.env['FAULTS'] ?? 1_000)
const WORKERS = 6

const server = await useServer()

/** A line to the node of a connection string that can be broken, and the connection string that goes over it. */
const lineTo = async (node: string) => {
  const address = new URL(node)
  const line = await startForwarder({ to: { host: address.hostname, port: Number(address.port || 2113) } })
  address.hostname = line.endpoint.host
  address.port = String(line.endpoint.port)
  return { line, connection: address.href }
}

const unhandled: Array<unknown> = []
const remember = (reason: unknown): void => void unhandled.push(reason)
beforeAll(() => void process.on('unhandledRejection', remember))
afterAll(() => void process.off('unhandledRejection', remember))

describe(`a desk with ${FAULTS} faults between it and its server (seed ${SEED})`, () => {
  it('loses nothing that it was told, writes nothing twice, and leaves nothing reserved', async () => {
    const chance = chanceFrom(SEED)
    const { line, connection } = await lineTo(server.connectionString)
    const options = { prefix: server.prefix, attemptMs: 150, backoff: { firstMs: 2, mostMs: 25 } }
    // One outlasts most troubles; the other gives up soon, and leaves it to those who asked to ask again.
    const stores = [
      held(eventStore(connection, { ...options, appends: 'batch', deadlineMs: 8_000 })),
      held(eventStore(connection, { ...options, appends: 'classic', deadlineMs: 250 })),
    ]
    const orders = Array.from({ length: 2_000 }, (_, number) => anOrder({ orderId: `order-${number}` }))
    const world = aWorld(...orders)
    const [a, b] = stores.map((store) => world.service({ store }))
    if (a === undefined || b === undefined) return
    const desk = new Desk(
      () => oneOf(chance, [a, b]),
      () => world.clock.advance(1_000),
    )
    held(await a.start()())

    const trouble = troubleFor(line, server.standin, chance)
    const enough = new AbortController()
    let next = 0
    const cases: Array<string> = []
    const worker = async (): Promise<void> => {
      while (!enough.signal.aborted) cases.push(await desk.refund(`order-${next++}`))
    }
    const troubling = async (): Promise<void> => {
      while (trouble.count() < FAULTS) await trouble.strike()
      enough.abort()
      await trouble.calm()
    }
    await Promise.all([troubling(), ...Array.from({ length: WORKERS }, worker)])

    world.clock.advance(61_000)
    const [store] = stores
    if (store === undefined) return
    const fresh = world.service({ store })
    while (done(await fresh.settle()()).settled > 0);
    expect(await faultsOf({ ...world, store })).toEqual([])
    for (const caseId of cases) {
      const { events } = held(await store.readStream(caseStream(caseId))())
      const told = desk.acknowledged.filter((each) => each.caseId === caseId)
      expect(told.map(({ id, revision }) => [revision, id])).toEqual(
        told.map(({ revision }) => [revision, events[revision]?.envelope.id]),
      )
      const view = await fresh.case(caseId)()
      expect(isRight(view) && situationOf(view.right.state)).toBe('paid')
    }
    expect(trouble.count()).toBeGreaterThanOrEqual(FAULTS)
    expect(cases.length).toBeGreaterThanOrEqual(WORKERS)
    expect(unhandled).toEqual([])
    await Promise.all(stores.map((each) => each.close()))
    await line.close()
  })
})
