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

/** Waits until something has gone over the line, so that a fault meets work and not another fault. */
const progress = async (line: Forwarder, bytes: number): Promise<void> => {
  const before = line.bytes['to-client']
  for (let waited = 0; waited < 1_500 && line.bytes['to-client'] < before + bytes; waited++) await pause(1)
}

/** Trouble at a real server or a stand-in: the line to it breaks at any byte, freezes, or is refused. */
const onTheLine = (line: Forwarder, chance: Chance) => {
  let cuts = 0
  const ways = ['to-server', 'to-client'] as const
  return {
    count: () => cuts,
    /** Lets so many bytes more through, up to the middle of a message or a header. */
    cutAtAByte: async () => {
      const way = oneOf(chance, ways)
      const bytes = oneOf(chance, [below(chance, 40), below(chance, 600), below(chance, 2_000)])
      const before = line.bytes[way]
      line.cutAfter(way, bytes)
      for (let waited = 0; waited < 60 && line.bytes[way] < before + bytes; waited++) await pause(1)
      if (line.bytes[way] >= before + bytes) cuts += 1
      else line.cutAfter(way, Infinity)
    },
    /** Cuts, and cuts again in the greeting of the next connection. */
    cutTheGreeting: async () => {
      line.cut()
      line.cutAfter(oneOf(chance, ways), below(chance, 60))
      cuts += 2
      await pause(20)
    },
    cutNow: async () => {
      line.cut()
      cuts += 1
      await pause(below(chance, 4))
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
    /** Some of the next calls fail, and others between them do not. */
    callsFail: () => {
      for (const on of ['append', 'append', 'append', 'read', 'read'] as const) {
        const outcome = oneOf(chance, mishaps)
        const how = { on, times: 1 + below(chance, 4), skip: below(chance, 4) }
        // That a read ends with OK is how the server says that there is no more: it cannot be a fault.
        if (on === 'read')
          inject({ ...how, outcome: outcome === 'end' ? 'cut' : outcome, afterEvents: below(chance, 3) })
        else inject({ ...how, outcome, when: oneOf(chance, ['after', 'before'] as const) })
      }
    },
    appendStalls: async () => {
      inject({ on: 'append', outcome: 'stall', when: oneOf(chance, ['after', 'before'] as const) })
      await pause(below(chance, 25))
    },
    die: async () => {
      deaths += 1
      await standin.restart({ how: oneOf(chance, ['killed', 'orderly'] as const) })
      await pause(below(chance, 10))
    },
  }
}

/** After these the client waits a second or more before it connects again. */
const rare = 2

export const troubleFor = (line: Forwarder, standin: Standin | undefined, chance: Chance): Trouble => {
  const onLine = onTheLine(line, chance)
  const inServer = standin === undefined ? undefined : inTheServer(standin, chance)
  const kinds: ReadonlyArray<readonly [number, () => Promise<void>]> = [
    [60, onLine.cutAtAByte],
    [20, onLine.cutNow],
    [10, onLine.freeze],
    [rare, onLine.cutTheGreeting],
    [rare, onLine.refuse],
    ...(inServer === undefined
      ? []
      : ([
          [6, inServer.appendStalls],
          [rare, inServer.die],
        ] as const)),
  ]
  const weight = kinds.reduce((sum, [each]) => sum + each, 0)
  const drawn = (): (() => Promise<void>) => {
    let at = below(chance, weight)
    for (const [each, strike] of kinds) {
      if (at < each) return strike
      at -= each
    }
    return onLine.cutNow
  }
  return {
    strike: async () => {
      await progress(line, 2_000)
      inServer?.callsFail()
      await progress(line, 2_000)
      await drawn()()
    },
    calm: async () => {
      standin?.faults.clear()
      line.cutAfter('to-client', Infinity)
      line.cutAfter('to-server', Infinity)
      line.resume()
      await line.accept()
    },
    count: () => onLine.count() + (inServer?.count() ?? 0),
  }
}
