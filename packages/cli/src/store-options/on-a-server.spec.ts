import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { chinaRetail, refundService } from '@refund-case/core'
import { startStandin, type Standin } from '@refund-case/eventstore-standin'
import { nodePlatform } from '@refund-case/node'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordingTerminal } from '../../test/recording-terminal.js'
import { directoryWith } from '../../test/scenario-directory.js'
import { runCli } from '../cli.js'
import { workedCases } from '../worked-cases.js'
import { openStore } from './index.js'

const PASSWORD = 'hunter2'

const worked = (no: string): string => {
  const name = readdirSync(workedCases).find((file) => file.startsWith(no)) ?? ''
  return readFileSync(join(workedCases, name), 'utf8')
}
// One with races.
const files = directoryWith({ 'a.yaml': worked('s12'), 'b.yaml': worked('s10') })
afterAll(files.remove)
const places = directoryWith({})
afterAll(places.remove)

const environment = { REFUND_CASE_VAULT_KEY: randomBytes(32).toString('base64') }
const vault = places.file('vault')

const run = async (...args: ReadonlyArray<string>) => {
  const { terminal, said } = recordingTerminal({ environment })
  const code = await runCli(args, terminal)
  return { code, ...said }
}

const withoutIds = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')

const order = {
  orderId: 'A-1',
  currency: 'CNY',
  lines: [{ lineNo: 1, sku: 'teapot', quantity: 2, gross: 19_800 }],
  discount: 0,
  freight: 0,
  paid: 19_800,
  channel: 'shop',
  purchasedAt: '2026-03-08T12:15:00.000Z',
  shipment: 'unshipped',
} as const
const orders = () => Promise.resolve(order)

describe('on EventStoreDB', { timeout: 120_000 }, () => {
  let server: Standin
  beforeAll(async () => {
    server = await startStandin()
  })
  afterAll(() => server.close())
  const there = () => ['--store', server.connectionString, '--vault', vault]

  it('the demo prints what it prints in memory, also beside what earlier plays have left', async () => {
    const inMemory = await run('demo', files.path)
    expect(inMemory.code).toBe(0)
    expect(await run('demo', files.path, ...there())).toEqual(inMemory)
    expect(await run('demo', files.path, ...there(), '--prefix', 'shop_')).toEqual(inMemory)
    const categories = new Set(server.stored().map(({ stream }) => stream.slice(0, stream.indexOf('-'))))
    expect([...categories].some((name) => /^play[0-9a-f]{12}_1_refundCase$/.test(name))).toBe(true)
    expect([...categories].some((name) => /^shop_play[0-9a-f]{12}_1_refundCase$/.test(name))).toBe(true)
  })

  it('a play says as JSON what it says in memory, but for ids', async () => {
    const [mem, db] = [
      await run('play', files.file('a.yaml'), '--json'),
      await run('play', files.file('a.yaml'), '--json', ...there()),
    ]
    expect(withoutIds(db.out)).toBe(withoutIds(mem.out))
  })

  it('a play stays, and its papers are printed with the prefix that it tells', async () => {
    const played = await run('play', files.file('a.yaml'), ...there())
    const [, prefix = ''] = /--prefix (\S+)/.exec(played.err) ?? []
    const journal = await run('journal', ...there(), '--prefix', prefix)
    expect(journal).toMatchObject({ code: 0, err: '' })
    expect(journal.out).toContain('56.00')
  })

  it('what one process has stored and sealed, the next one reads and opens', async () => {
    const said = { store: server.connectionString, prefix: 'teapots_', vault }
    const open = async () => {
      const opened = await openStore(said, environment)
      if (isLeft(opened)) throw new Error(opened.left.message)
      const { store, vault: keys, close } = opened.right
      const platform = nodePlatform({ vault: keys })
      return {
        refunds: refundService({ ...platform, store, policies: [chinaRetail], calendars: [], orders }),
        keys,
        close,
      }
    }
    const wish = {
      key: 'web-1',
      orderId: 'A-1',
      route: 'unshippedRefund',
      lines: [{ lineNo: 1, quantity: 1 }],
      reason: 'changeOfMind',
      channel: 'website',
      statement: 'One too many.',
    } as const
    const mia = { id: 'customer-7', role: 'customer' } as const
    const first = await open()
    const asked = await first.refunds.request(mia, wish)()
    await first.close()
    const second = await open()
    const again = await second.refunds.request(mia, wish)()
    if (isLeft(asked) || isLeft(again)) throw new Error('it was refused')
    expect(again.right).toMatchObject({ repeated: true, caseId: asked.right.caseId })
    const [requested] = again.right.events
    if (requested?.type !== 'Requested' || requested.data.statement === undefined) throw new Error('nothing was sealed')
    const place = `refundCase-${asked.right.caseId}#/statement`
    expect(await second.keys.open(requested.data.statement, place)()).toEqual(right('One too many.'))
    await second.close()
  })

  it('is refused with what to do: no vault, a bad prefix, a password in clear, no such address', async () => {
    const play = (address: string) => run('play', files.file('a.yaml'), '--store', address, '--vault', vault)
    const refused = [
      [await run('demo', files.path, '--store', server.connectionString), 'VAULT_NOT_DURABLE'],
      [await run('demo', files.path, ...there(), '--prefix', 'a-b'), 'STORE_MISCONFIGURED'],
      [await play(`esdb://admin:${PASSWORD}@${server.endpoint.host}:1?tls=false`), 'STORE_MISCONFIGURED'],
      [await play(`esdb://admin:${PASSWORD}@:x`), 'STORE_MISCONFIGURED'],
    ] as const
    for (const [{ code, out, err }, reason] of refused) {
      expect([code, out]).toEqual([2, ''])
      expect(err).toContain(`: ${reason}: `)
      expect(err).not.toContain(PASSWORD)
      expect(err).not.toMatch(/^\s+at /m)
    }
  })
})
