import { FOLLOWER } from '@eventstore/db-client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startCluster, type StandinCluster } from '../src/index.js'
import { append, clientOf, collected, errorFrom, events, outcomeOf, there } from './scene.js'

let cluster: StandinCluster | undefined
const nodes = () => there(cluster).nodes
beforeAll(async () => {
  cluster = await startCluster()
})
afterAll(() => cluster?.close())

describe('a cluster of stand-ins', () => {
  it.each(['', 'discover'] as const)('is found by gossip, and its leader written to: esdb+%s', async (scheme) => {
    const stream = `found-${scheme}`
    const { host, port } = there(nodes()[2]).endpoint
    const client = clientOf(
      scheme === '' ? there(cluster).connectionString : `esdb+discover://${host}:${port}?tls=false`,
    )
    expect(await outcomeOf(append(client, stream, 'no_stream', events(3)))).toBe(2n)
    for (const node of nodes()) expect(node.stored(stream)).toHaveLength(3)
    await client.dispose()
  })

  it('takes writes on a follower, and hands them to the leader', async () => {
    const client = clientOf(there(nodes()[1]).connectionString)
    expect(await outcomeOf(append(client, 'forwarded', 'no_stream'))).toBe(0n)
    expect(there(nodes()[0]).stored('forwarded')).toHaveLength(1)
    await client.dispose()
  })

  it('refuses on a follower what requires the leader, and names it', async () => {
    const { address, port } = { address: '127.0.0.1', port: there(nodes()[0]).endpoint.port }
    for (const path of ['batch', 'classic'] as const) {
      const client = clientOf(there(nodes()[1]).connectionString, path)
      const refused = client.appendToStream('led', events(1), { requiresLeader: true })
      expect(await errorFrom(refused)).toMatchObject({ type: 'not-leader', leader: { address, port } })
      const again = client.appendToStream('led', events(1), { requiresLeader: true })
      expect(await outcomeOf(again)).toBe(path === 'batch' ? 0n : 1n)
      await client.dispose()
    }
  })

  it('reads what is old on a follower that lags', async () => {
    const follower = there(nodes()[1])
    const [here, there_] = [clientOf(there(nodes()[0]).connectionString), clientOf(follower.connectionString)]
    await append(here, 'stale', 'no_stream')
    there(cluster).lag(follower, true)
    await append(here, 'stale', 0n)
    expect(await collected(there_.readStream('stale'))).toHaveLength(1)
    const fromLeader = collected(there_.readStream('stale', { requiresLeader: true }))
    expect(await errorFrom(fromLeader)).toMatchObject({ type: 'not-leader' })
    there(cluster).lag(follower, false)
    expect(follower.stored('stale')).toHaveLength(2)
    await Promise.all([here.dispose(), there_.dispose()])
  })

  it('goes on with another leader when the first is gone', async () => {
    const client = clientOf(`${there(cluster).connectionString}&discoveryInterval=20&maxDiscoverAttempts=100`)
    await append(client, 'failed-over', 'no_stream')
    await there(nodes()[0]).stop()
    expect(there(cluster).leader).toBeUndefined()
    expect(await errorFrom(append(client, 'failed-over', 0n))).toMatchObject({ code: 14 })
    there(cluster).elect(nodes()[1])
    expect(await outcomeOf(append(client, 'failed-over', 0n))).toBe(1n)
    await there(nodes()[0]).start()
    expect(there(nodes()[0]).stored('failed-over')).toHaveLength(2)
    await client.dispose()
  })

  it('follows by preference', async () => {
    const client = clientOf(`${there(cluster).connectionString}&nodePreference=${FOLLOWER}`)
    const refused = client.appendToStream('preferred', events(1), { requiresLeader: true })
    expect(await errorFrom(refused)).toMatchObject({ type: 'not-leader' })
    await client.dispose()
  })

  it('writes nothing without a leader', async () => {
    const client = clientOf(there(nodes()[2]).connectionString)
    there(cluster).elect(undefined)
    expect((await errorFrom(append(client, 'leaderless', 'any'))).message).toContain('No leader info')
    expect(await collected(client.readStream('failed-over'))).toHaveLength(2)
    there(cluster).elect(nodes()[0])
    expect(await outcomeOf(append(client, 'leaderless', 'any'))).toBe(0n)
    await client.dispose()
  })
})
