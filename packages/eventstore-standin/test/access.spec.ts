import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { EventStoreDBClient } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startStandin, type Standin } from '../src/index.js'
import { append, collected, errorFrom, forced, outcomeOf, paths, there } from './scene.js'

const at = (name: string) => fileURLToPath(new URL(`../certificates/${name}`, import.meta.url))
const tls = { cert: readFileSync(at('server.crt')), key: readFileSync(at('server.key')) }
const users = [
  { name: 'admin', password: 'changeit', groups: ['$admins'] },
  { name: 'shop', password: 'p@ss:word/ü' },
  { name: 'auditor', password: 'reads', groups: ['readers'] },
]

let server: Standin | undefined
beforeAll(async () => {
  server = await startStandin({ tls, auth: { users } })
})
afterAll(() => server?.close())

const clients: Array<EventStoreDBClient> = []
afterAll(() => Promise.all(clients.map((client) => client.dispose())))
const as = (name?: string, password?: string, ca = 'ca.crt') => {
  const { host, port } = there(server).endpoint
  const user = name === undefined ? '' : `${encodeURIComponent(name)}:${encodeURIComponent(password ?? '')}@`
  const client = EventStoreDBClient.connectionString(`esdb://${user}${host}:${port}?tls=true&tlsCAFile=${at(ca)}`)
  clients.push(client)
  return client
}
const admin = () => as('admin', 'changeit')
const shop = () => as('shop', 'p@ss:word/ü')
const auditor = () => as('auditor', 'reads')

describe('a stand-in with TLS and users', () => {
  it('takes whoever has the password, over a connection that its CA signed', async () => {
    expect(await outcomeOf(append(shop(), 'open', 'no_stream'))).toBe(0n)
    expect(await collected(shop().readStream('open'))).toHaveLength(1)
  })

  it('is not believed by who trusts another CA', async () => {
    const error = await errorFrom(append(as('shop', 'p@ss:word/ü', 'other-ca.crt'), 'open', 'any'))
    expect([error.code, error.type]).toEqual([14, undefined])
  })

  it('refuses nobody, and who names a wrong password', async () => {
    for (const client of [as(), as('shop', 'wrong'), as('nobody', 'p@ss:word/ü')]) {
      expect(await outcomeOf(append(client, 'open', 'any'))).toBe('access-denied')
      expect(await errorFrom(collected(client.readStream('open')))).toMatchObject({ type: 'access-denied' })
    }
  })

  it('leaves system streams and the reading of everything to administrators', async () => {
    for (const found of [shop().readAll(), shop().subscribeToAll(), shop().readStream('$settings')])
      expect(await errorFrom(collected(found))).toMatchObject({ type: 'access-denied' })
    expect((await collected(admin().readAll({ maxCount: 1 }))).length).toBe(1)
  })

  it.each(paths)('keeps to the access list of a stream: %s', async (path) => {
    const stream = `listed-${path}`
    const acl = {
      readRoles: ['readers', 'shop'],
      writeRoles: ['shop'],
      deleteRoles: ['$admins'],
      metaReadRoles: ['$admins'],
      metaWriteRoles: ['$admins'],
    }
    await admin().setStreamMetadata(stream, { acl })
    const write = (client: EventStoreDBClient) => outcomeOf(append(forced(client, path), stream, 'any'))
    expect(await write(shop())).toBe(0n)
    expect(await write(auditor())).toBe('access-denied')
    expect(await collected(auditor().readStream(stream))).toHaveLength(1)
    expect(await errorFrom(shop().deleteStream(stream))).toMatchObject({ type: 'access-denied' })
    expect(await errorFrom(shop().setStreamMetadata(stream, {}))).toMatchObject({ type: 'access-denied' })
    expect(await errorFrom(shop().getStreamMetadata(stream))).toMatchObject({ type: 'access-denied' })
  })

  it('takes the lists of $settings for streams that have none', async () => {
    await admin().appendToStream('$settings', {
      id: '33333333-3333-4333-8333-333333333333',
      type: 'update-default-acl',
      contentType: 'application/json',
      data: { $userStreamAcl: { $r: '$all', $w: '$admins' }, $systemStreamAcl: { $r: ['$admins', 'readers'] } },
      metadata: undefined,
    })
    expect(await outcomeOf(append(shop(), 'unlisted', 'any'))).toBe('access-denied')
    expect((await collected(auditor().readAll({ maxCount: 1 }))).length).toBe(1)
  })
})
