import { StandinNode } from './standin-node.js'
import type { StandinOptions } from './standin-options.js'
import type { Standin } from './standin.js'

/** Starts a server that answers as EventStoreDB does. */
export const startStandin = async (options: StandinOptions = {}): Promise<Standin> => {
  const node = new StandinNode(options)
  await node.start()
  return node
}
