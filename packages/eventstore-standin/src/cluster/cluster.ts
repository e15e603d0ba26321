import { recordSize } from '../log/index.js'
import { decodeEvent } from '../protocol/decode-event.js'
import { StandinNode, type Peers } from '../server/standin-node.js'
import type { StandinOptions } from '../server/standin-options.js'
import type { Standin } from '../server/standin.js'

export interface ClusterOptions extends Omit<StandinOptions, 'port' | 'log'> {
  /** How many nodes. 3 if nothing is said. */
  readonly size?: number
}

/** Several stand-ins that gossip and follow a leader. */
export interface StandinCluster {
  readonly nodes: ReadonlyArray<Standin>
  readonly leader: Standin | undefined
  /** Names all nodes: `esdb://127.0.0.1:1,127.0.0.1:2,127.0.0.1:3?tls=false`. */
  readonly connectionString: string
  /** Makes a node the leader, or leaves the cluster without one. */
  readonly elect: (node: Standin | undefined) => void
  /** Lets a follower fall behind, or catch up: what it is read from is stale meanwhile. */
  readonly lag: (follower: Standin, isBehind: boolean) => void
  readonly close: () => Promise<void>
}

/** Starts a cluster; its first node leads. */
export const startCluster = async ({ size = 3, ...options }: ClusterOptions = {}): Promise<StandinCluster> => {
  const behind = new Set<Standin>()
  let leader: StandinNode | undefined
  let stopFollowing: (() => void) | undefined
  const peers: Peers = {
    members: () => nodes.map(({ member }) => member),
    leader: () => (leader?.isRunning === true ? leader : undefined),
  }
  const nodes = Array.from({ length: size }, () => new StandinNode(options, peers))
  const followAll = (): void =>
    nodes.filter((node) => node !== leader && !behind.has(node)).forEach((node) => follow(leader, node))
  const elect = (elected: Standin | undefined): void => {
    stopFollowing?.()
    const next = nodes.find((node) => node === elected)
    if (next !== undefined) follow(leader, next)
    leader = next
    stopFollowing = leader?.log.listen(followAll)
    followAll()
  }
  await Promise.all(nodes.map((node) => node.start()))
  elect(nodes[0])
  const names = nodes.map(({ endpoint: { host, port } }) => `${host}:${port}`)
  return {
    nodes,
    get leader() {
      return peers.leader()
    },
    connectionString: `esdb://${names.join(',')}?tls=${options.tls !== undefined}`,
    elect,
    lag: (follower, isBehind) => {
      if (isBehind) behind.add(follower)
      else behind.delete(follower)
      followAll()
    },
    close: async () => {
      stopFollowing?.()
      await Promise.all(nodes.map((node) => node.close()))
    },
  }
}

// A follower takes what it does not have yet.
const follow = (leader: StandinNode | undefined, { log }: StandinNode): void => {
  if (leader === undefined) return
  for (const { bytes } of leader.log.all.slice(log.all.length)) {
    const { stored, proposed } = decodeEvent(bytes)
    log.restore(stored, proposed.data, stored.position + recordSize(stored.stream, proposed))
  }
}
