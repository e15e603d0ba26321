import type { EventStore } from '../../src/eventsourcing/index.js'

/**
 * How a process ends at one of its appends: nothing was written; or it was, and the answer never came; or the batch is
 * still on its way, and will be written later.
 */
export const endings = ['notWritten', 'answerLost', 'onItsWay'] as const
export type Ending = (typeof endings)[number]

/** A store as a process sees it that dies. */
export interface DyingStore {
  readonly store: EventStore
  /** Answers once the process is dead. */
  readonly died: Promise<'died'>
  readonly isDead: () => boolean
  /** What was still on its way arrives. */
  readonly arrive: () => Promise<void>
}

const nothing = () => new Promise<never>(() => undefined)

/** Lets so many appends through, and ends the process at the next: it never hears anything again. */
export const dyingStore = (inner: EventStore, appends: number, ending: Ending): DyingStore => {
  let through = appends
  let dead = false
  let late: (() => Promise<unknown>) | undefined
  let resolveDeath: ((how: 'died') => void) | undefined
  const died = new Promise<'died'>((resolve) => {
    resolveDeath = resolve
  })
  return {
    store: {
      append: (stream, expected, events) => async () => {
        if (dead) return nothing()
        if (through > 0) {
          through--
          return inner.append(stream, expected, events)()
        }
        dead = true
        if (ending === 'answerLost') await inner.append(stream, expected, events)()
        if (ending === 'onItsWay') late = inner.append(stream, expected, events)
        resolveDeath?.('died')
        return nothing()
      },
      readStream: (stream, options) => async () => (dead ? nothing() : inner.readStream(stream, options)()),
      readAll: (options) => inner.readAll(options),
      subscribe: (options) => inner.subscribe(options),
    },
    died,
    isDead: () => dead,
    arrive: async () => {
      await late?.()
      late = undefined
    },
  }
}
