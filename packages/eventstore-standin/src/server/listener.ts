import { createServer, type AddressInfo, type Socket } from 'node:net'
import { Server, ServerCredentials, type ServiceDefinition, type UntypedServiceImplementation } from '@grpc/grpc-js'

export interface Service {
  readonly definition: ServiceDefinition
  readonly handlers: UntypedServiceImplementation
}

/** A port that speaks gRPC, and the connections to it. */
export interface Listener {
  readonly port: number
  readonly sockets: ReadonlySet<Socket>
  /** Ends every connection at once, as a process does that dies. */
  readonly close: () => Promise<void>
}

/** The largest message that a server takes. */
const MAX_MESSAGE = 16 * 1024 * 1024 - 10_000

export const listen = async (services: ReadonlyArray<Service>, host: string, port: number): Promise<Listener> => {
  const grpc = new Server({ 'grpc.max_receive_message_length': MAX_MESSAGE, 'grpc.max_send_message_length': -1 })
  for (const { definition, handlers } of services) grpc.addService(definition, handlers)
  const injector = grpc.createConnectionInjector(ServerCredentials.createInsecure())
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
  return {
    port: portOf(server.address(), port),
    sockets,
    close: async () => {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      for (const socket of sockets) socket.destroy()
      grpc.forceShutdown()
      await closed
    },
  }
}

const portOf = (address: AddressInfo | string | null, asked: number): number =>
  typeof address === 'object' && address !== null ? address.port : asked
