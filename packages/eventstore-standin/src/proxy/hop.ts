import type { Socket } from 'node:net'
import type { Passage, Way } from './passage.js'

/** One connection through a forwarder: two sockets, and what passes between them. */
export class Hop {
  readonly #client: Socket
  readonly #server: Socket
  readonly #passages: Readonly<Record<Way, Passage>>

  constructor(client: Socket, server: Socket, passages: Readonly<Record<Way, Passage>>) {
    this.#client = client
    this.#server = server
    this.#passages = passages
    this.#pump(client, server, passages['to-server'])
    this.#pump(server, client, passages['to-client'])
    this.update()
  }

  onClose(closed: () => void): void {
    this.#client.on('close', closed)
  }

  cut(): void {
    this.#client.destroy()
    this.#server.destroy()
  }

  /** Stops what is frozen and lets go on what is not. */
  update(): void {
    flow(this.#client, this.#server, this.#passages['to-server'])
    flow(this.#server, this.#client, this.#passages['to-client'])
  }

  #pump(from: Socket, to: Socket, passage: Passage): void {
    from.on('data', (chunk: Buffer) => {
      const passing = passage.take(chunk.length)
      if (passing < chunk.length) return this.#cutBehind(to, chunk.subarray(0, passing))
      to.write(chunk)
      flow(from, to, passage)
    })
    to.on('drain', () => flow(from, to, passage))
    from.on('end', () => to.end())
    from.on('error', () => this.cut())
    from.on('close', () => this.cut())
  }

  #cutBehind(to: Socket, last: Buffer): void {
    this.#client.pause()
    this.#server.pause()
    if (last.length === 0) this.cut()
    else to.write(last, () => this.cut())
  }
}

const flow = (from: Socket, to: Socket, passage: Passage): void => {
  if (passage.isFrozen || to.writableNeedDrain) from.pause()
  else from.resume()
}
