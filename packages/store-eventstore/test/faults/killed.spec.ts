import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { fileVault } from '@refund-case/node'
import { caseStream } from '@refund-case/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as say from '../../../core/test/service/commands.js'
import { done } from '../../../core/test/service/giving.js'
import { anOrder } from '../../../core/test/service/orders.js'
import { faultsOf } from '../../../core/test/service/soundness.js'
import { aWorld } from '../../../core/test/service/world.js'
import { held } from '../events.js'
import { useServer } from '../server.js'
import { chanceFrom } from './chance.js'

const KILLS = 4
const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'killed-writer-'))
const server = await useServer()

beforeAll(() => {
  const tsc = at('../../../../node_modules/typescript/bin/tsc')
  spawnSync(process.execPath, [tsc, '-b', at('../..'), at('../../../node')], { encoding: 'utf8' })
}, 240_000)
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const steps = [
  say.request(),
  say.accept(),
  say.ship(),
  say.receive(),
  say.inspect(),
  ...say.approvals,
  say.startPayment(),
  say.pay(),
]

it(`a writer that is killed ${KILLS} times and begins again each time has written everything once`, async () => {
  const chance = chanceFrom(20_261_122)
  const orders = Array.from({ length: 8 }, (_, number) => anOrder({ orderId: `killed-${process.pid}-${number}` }))
  const vault = join(directory, 'vault')
  const plan = join(directory, 'plan.json')
  writeFileSync(
    plan,
    JSON.stringify({
      connection: server.connectionString,
      prefix: server.prefix,
      vault,
      orders,
      steps,
      startedAt: Date.now(),
    }),
  )
  const told = new Map<string, string>()

  /** Runs the writer until it is killed, some time after it first said something; answers whether it was done first. */
  const run = async (killAfter: number | undefined): Promise<boolean> => {
    const child = spawn(process.execPath, [at('killed-writer.mjs'), plan], { stdio: ['ignore', 'pipe', 'inherit'] })
    const exited = once(child, 'exit')
    let isDone = false
    let heard = 0
    for await (const line of createInterface({ input: child.stdout })) {
      if (line === 'done') isDone = true
      else {
        const [caseId = '', revision = '', id = ''] = line.split(' ')
        const before = told.get(`${caseId} ${revision}`)
        expect(before ?? id).toBe(id)
        told.set(`${caseId} ${revision}`, id)
      }
      if (heard++ === killAfter) child.kill('SIGKILL')
    }
    await exited
    return isDone
  }

  for (let kill = 0; kill < KILLS; kill++) await run(Math.floor(chance() * (20 + kill * 12)))
  expect(await run(undefined)).toBe(true)

  const store = server.open()
  const { stored } = await readBack(store, told)
  expect(stored).toBe(told.size)
  const world = aWorld(...orders)
  world.clock.advance(3_600_000)
  const service = world.service({
    store,
    vault: held(await fileVault({ directory: vault, wrappingKey: Buffer.alloc(32, 7) })()),
  })
  while (done(await service.settle()()).settled > 0);
  expect(await faultsOf({ ...world, store })).toEqual([])
})

/** How many of the events that were told stand where they were said to. */
const readBack = async (store: ReturnType<typeof server.open>, told: ReadonlyMap<string, string>) => {
  let stored = 0
  const cases = new Set([...told.keys()].map((place) => place.split(' ')[0] ?? ''))
  for (const caseId of cases) {
    const { events } = held(await store.readStream(caseStream(caseId))())
    expect(new Set(events.map(({ envelope }) => envelope.id)).size).toBe(events.length)
    stored += events.filter(({ revision, envelope }) => told.get(`${caseId} ${revision}`) === envelope.id).length
  }
  return { stored }
}
