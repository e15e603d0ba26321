import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import type { Service } from './services.js'
import type { StandinOptions } from './standin-options.js'

/** A port that speaks gRPC, and the connections to it. */
export interface Listener {
  readonly port: number
  /** Ends the connection that comes from there, or all of them. */
  readonly cut: (peer?: string) => void
  /** Ends every connection at once, as a process does that dies. */
  readonly kill: () => Promise<void>
  /** Lets the calls end that are about to. */
  readonly stop: () => Promise<void>
}

/** The largest message that a server takes. */
const MAX_MESSAGE = 16 * 1024 * 1024 - 10_000

/** How long an orderly stop waits for calls, in milliseconds. */
const GRACE = 1_000

export const listen = async (
  services: ReadonlyArray<Service>,
  host: string,
  port: number,
  tls: StandinOptions['tls'],
): Promise<Listener> => {
  const grpc = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE, 'grpc.max_send_message_length': -1 })
  for (const { definition, handlers } of services) grpc.addService(definition, handlers)
  const injector = grpc.createConnectionInjector(credentialsOf(tls))
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    injector.injectConnection(socket)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const cut = (peer?: string): void => {
    for (const socket of sockets)
      if (peer === undefined || peer.endsWith(`:${socket.remotePort}`)) socket.resetAndDestroy()
  }
  const close = async (): Promise<void> => {
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve())
    })
    for (const socket of sockets) socket.destroy()
    grpc.forceShutdown()
    await closed
  }
  return {
    port: portOf(server.address(), port),
    cut,
    kill: close,
    stop: async () => {
      await new Promise<void>((resolve) => {
        setTimeout(resolve, GRACE).unref()
        grpc.tryShutdown(() => resolve())
      })
      await close()
    },
  }
}

const credentialsOf = (tls: StandinOptions['tls']): ServerCredentials =>
  tls === undefined
    ? ServerCredentials.createInsecure()
    : ServerCredentials.createSsl(
        null,
        [{ cert_chain: Buffer.from(tls.cert), private_key: Buffer.from(tls.key) }],
        false,
      )

const portOf = (address: AddressInfo | string | null, asked: number): number =>
  typeof address === 'object' && address !== null ? address.port : asked
