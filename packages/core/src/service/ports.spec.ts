import { left } from 'fp-ts/lib/Either.js'
import { describe, expect, it } from 'vitest'
import * as say from '../../test/service/commands.js'
import { done, give, play, said } from '../../test/service/giving.js'
import { everything } from '../../test/service/history.js'
import { anOrder } from '../../test/service/orders.js'
import { aWorld, type World } from '../../test/service/world.js'
import { Sealed, type Vault, type VaultError } from '../sealing/index.js'
import type { ServiceOptions } from './index.js'

const written = async ({ store }: World) => (await everything(store)).length

const down: VaultError = { kind: 'vaultError', code: 'VAULT_UNAVAILABLE', message: 'The vault is down.', facts: {} }
const started = async (): Promise<World> => {
  const world = aWorld(anOrder())
  done(await world.service().start()())
  return world
}

describe('a vault that is down', () => {
  it('stops a command before anything is written, and its key stays good', async () => {
    const world = await started()
    const caseId = await play(world.service(), [say.request()], world)
    const broken: ReadonlyArray<Partial<Vault>> = [
      { sealer: () => () => Promise.resolve(left(down)) },
      { mac: () => left(down) },
    ]
    for (const part of broken) {
      const service = world.service({ vault: { ...world.vault, ...part } })
      const length = await written(world)
      const request = say.request({ orderId: 'order-1', lines: [{ lineNo: 2, quantity: 1 }], statement: 'please' })
      expect(said(await give(service, request, { key: 'k' }))).toBe('VAULT_UNAVAILABLE')
      expect(said(await give(service, say.note(), { caseId, key: 'k' }))).toBe('VAULT_UNAVAILABLE')
      expect(await written(world)).toBe(length)
    }
    expect(done(await give(world.service(), say.note(), { caseId, key: 'k' })).repeated).toBe(false)
  })

  it('leaves an erasure that whoever repeats it finishes', async () => {
    const world = await started()
    const caseId = await play(world.service(), [say.request({ statement: 'a secret' })], world)
    const { statement } = done(await world.service().case(caseId)()).state.requested
    if (!Sealed.is(statement)) throw new Error('not sealed')
    const opened = async () => said(await world.vault.open(statement, `refundCase-${caseId}/statement`)())
    const vault: Vault = { ...world.vault, erase: () => () => Promise.resolve(left(down)) }
    expect(said(await give(world.service({ vault }), say.erase(), { caseId, key: 'k' }))).toBe('VAULT_UNAVAILABLE')
    expect(await opened()).not.toBe('KEY_DESTROYED')
    expect(done(await give(world.service(), say.erase(), { caseId, key: 'k' })).repeated).toBe(true)
    expect(await opened()).toBe('KEY_DESTROYED')
  })
})

const odd = (answer: () => unknown): NonNullable<ServiceOptions['orders']> =>
  // What a shop hands in may be anything; here it is not what its type says.
  answer as NonNullable<ServiceOptions['orders']>

describe('an orders port that fails', () => {
  for (const [what, orders, code] of [
    ['throws', odd(() => JSON.parse('{')), 'STORE_UNAVAILABLE'],
    ['rejects', odd(() => Promise.reject(new Error('no connection'))), 'STORE_UNAVAILABLE'],
    ['knows no such order', odd(() => Promise.resolve()), 'ORDER_UNKNOWN'],
    ['answers with another order', odd(() => Promise.resolve(anOrder({ orderId: 'order-2' }))), 'ORDER_DIFFERS'],
    ['answers with something else', odd(() => Promise.resolve({ orderId: 'order-1' })), 'MALFORMED_COMMAND'],
    [
      'answers with amounts that do not add up',
      odd(() => Promise.resolve({ ...anOrder(), paid: 1 })),
      'ORDER_INCONSISTENT',
    ],
  ] as const)
    it(`${what}: nothing is written, and the key stays good`, async () => {
      const world = await started()
      const length = await written(world)
      expect(said(await give(world.service({ orders }), say.request(), { key: 'k' }))).toBe(code)
      expect(await written(world)).toBe(length)
      expect(said(await give(world.service(), say.request(), { key: 'k' }))).toBe('done')
    })

  it('an order that differs from what was recorded is refused, and one whose delivery went on is taken over', async () => {
    const world = await started()
    const of = (facts: ReturnType<typeof anOrder>) => world.service({ orders: () => Promise.resolve(facts) })
    const one = say.request({ lines: [{ lineNo: 1, quantity: 1 }], route: 'compensation', claimed: 1 })
    const ask = { ...one, body: { ...one.body, lines: [] } }
    expect(said(await give(of(anOrder({ shipment: 'unshipped' })), ask, { key: 'a' }))).toBe('done')
    const length = await written(world)
    expect(said(await give(of(anOrder({ freight: 0 })), say.request(), { key: 'b' }))).toBe('ORDER_DIFFERS')
    expect(await written(world)).toBe(length)
    expect(said(await give(of(anOrder()), say.request(), { key: 'b' }))).toBe('done')
  })
})
