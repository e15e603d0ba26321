import type { ErrorName, Fault, Forwarder, Injected, Standin } from '@refund-case/eventstore-standin'
import { below, oneOf, type Chance } from './chance.js'

/** What makes trouble between a desk and its server, drawn from a seed. */
export interface Trouble {
  /** One more fault, or some. Comes back when what it broke may work again. */
  readonly strike: () => Promise<void>
  /** Ends all of it. */
  readonly calm: () => Promise<void>
  /** How many faults have really met something. */
  readonly count: () => number
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const mishaps = [
  'cut',
  'end',
  'cancelled',
  'commit-timeout',
  'deadline-exceeded',
  'internal',
  'no-leader-info',
  'reset',
  'server-is-busy',
  'server-is-not-ready',
  'unavailable',
  'unknown',
] as const satisfies readonly ['cut', ...ReadonlyArray<'end' | ErrorName>]

/** Trouble at a real server or a stand-in: the line to it breaks at any byte, freezes, or is refused. */
const onTheLine = (line: Forwarder, chance: Chance) => {
  let cuts = 0
  const ways = ['to-server', 'to-client'] as const
  return {
    count: () => cuts,
    /** Lets so many bytes more through, up to the middle of a message, a header, or the first greeting. */
    cutAtAByte: async () => {
      const way = oneOf(chance, ways)
      const bytes = oneOf(chance, [below(chance, 40), below(chance, 600), below(chance, 6_000)])
      const before = line.bytes[way]
      line.cutAfter(way, bytes)
      for (let waited = 0; waited < 40 && line.bytes[way] < before + bytes; waited++) await pause(1)
      if (line.bytes[way] >= before + bytes) cuts += 1
    },
    cutNow: async () => {
      line.cut()
      cuts += 1
      await pause(below(chance, 8))
    },
    freeze: async () => {
      line.freeze(oneOf(chance, [undefined, ...ways]))
      cuts += 1
      await pause(below(chance, 30))
      line.resume()
    },
    refuse: async () => {
      await line.refuse()
      cuts += 1
      await pause(below(chance, 10))
      await line.accept()
    },
  }
}

/** Trouble that only a stand-in makes: whatever a server answers, before or after it has written, or its death. */
const inTheServer = (standin: Standin, chance: Chance) => {
  const injected: Array<Injected> = []
  let deaths = 0
  const inject = (fault: Fault): void => void injected.push(standin.faults.inject(fault))
  return {
    count: () => deaths + injected.reduce((sum, { struck }) => sum + struck, 0),
    appendsFail: async () => {
      const times = 1 + below(chance, 6)
      const when = oneOf(chance, ['after', 'before'] as const)
      const skip = below(chance, 3)
      inject({ on: 'append', outcome: oneOf(chance, mishaps), when, times, skip })
      await pause(below(chance, 25))
    },
    appendsStall: async () => {
      inject({ on: 'append', outcome: 'stall', when: oneOf(chance, ['after', 'before'] as const) })
      await pause(below(chance, 25))
    },
    readsFail: async () => {
      inject({
        on: 'read',
        outcome: oneOf(chance, mishaps),
        times: 1 + below(chance, 4),
        afterEvents: below(chance, 3),
      })
      await pause(below(chance, 15))
    },
    die: async () => {
      deaths += 1
      await standin.restart({ how: oneOf(chance, ['killed', 'orderly'] as const) })
      await pause(below(chance, 10))
    },
  }
}

export const troubleFor = (line: Forwarder, standin: Standin | undefined, chance: Chance): Trouble => {
  const lineTrouble = onTheLine(line, chance)
  const serverTrouble = standin === undefined ? undefined : inTheServer(standin, chance)
  const { cutAtAByte, cutNow, freeze, refuse } = lineTrouble
  const often =
    serverTrouble === undefined
      ? []
      : Array.from({ length: 5 }, () => [serverTrouble.appendsFail, serverTrouble.readsFail]).flat()
  const seldom = serverTrouble === undefined ? [] : [serverTrouble.appendsStall, serverTrouble.die]
  const kinds = [cutAtAByte, cutAtAByte, cutAtAByte, cutNow, freeze, refuse, ...often, ...seldom] as const
  return {
    strike: () => oneOf(chance, kinds)(),
    calm: async () => {
      standin?.faults.clear()
      line.cutAfter('to-client', Infinity)
      line.cutAfter('to-server', Infinity)
      line.resume()
      await line.accept()
    },
    count: () => lineTrouble.count() + (serverTrouble?.count() ?? 0),
  }
}
