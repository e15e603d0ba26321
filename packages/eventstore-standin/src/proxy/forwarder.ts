import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import type { Endpoint } from '../protocol/failure.js'
import { Hop } from './hop.js'
import { Passage, type Way } from './passage.js'

/** A hop between a client and a server, stand-in or real, that breaks at any byte. */
export interface Forwarder {
  readonly endpoint: Endpoint
  /** What has gone through since it was started. */
  readonly bytes: Readonly<Record<Way, number>>
  /** Lets so many more bytes through that way, and cuts the connection on which the next one comes. */
  readonly cutAfter: (way: Way, bytes: number) => void
  /** Cuts every connection now. */
  readonly cut: () => void
  /** Lets nothing through, one way or both: connections stay open, and what is sent waits. */
  readonly freeze: (way?: Way) => void
  readonly resume: () => void
  /** Takes no more connections, and cuts those there are. */
  readonly refuse: () => Promise<void>
  /** Takes connections again. */
  readonly accept: () => Promise<void>
  readonly close: () => Promise<void>
}

export interface ForwarderOptions {
  /** Where the server listens. */
  readonly to: Endpoint
  readonly host?: string
  /** A free one if nothing is said. */
  readonly port?: number
}

/** Starts a forwarder: a client that is given its endpoint reaches the server through it. */
export const startForwarder = async ({ to, host = '127.0.0.1', port = 0 }: ForwarderOptions): Promise<Forwarder> => {
  const passages = { 'to-server': new Passage(), 'to-client': new Passage() }
  const hops = new Set<Hop>()
  const take = (client: Socket): void => {
    const server = connect({ ...to, noDelay: true })
    const hop = new Hop(client, server, passages)
    hops.add(hop)
    hop.onClose(() => hops.delete(hop))
  }
  const cut = (): void => hops.forEach((hop) => hop.cut())
  let listening: Server | undefined = await listen(take, host, port)
  const endpoint = { host, port: portOf(listening, port) }
  const refuse = async (): Promise<void> => {
    const closing = listening
    listening = undefined
    cut()
    if (closing === undefined) return
    closing.close()
    await once(closing, 'close')
  }
  return {
    endpoint,
    get bytes() {
      return { 'to-server': passages['to-server'].bytes, 'to-client': passages['to-client'].bytes }
    },
    cutAfter: (way, bytes) => passages[way].allow(bytes),
    cut,
    freeze: (way) => {
      for (const frozen of way === undefined ? (['to-server', 'to-client'] as const) : [way]) passages[frozen].freeze()
      hops.forEach((hop) => hop.update())
    },
    resume: () => {
      for (const passage of Object.values(passages)) passage.thaw()
      hops.forEach((hop) => hop.update())
    },
    refuse,
    accept: async () => {
      listening ??= await listen(take, endpoint.host, endpoint.port)
    },
    close: refuse,
  }
}

const listen = async (take: (client: Socket) => void, host: string, port: number): Promise<Server> => {
  const server = createServer({ noDelay: true }, take)
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

const portOf = (server: Server, asked: number): number => {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : asked
}
