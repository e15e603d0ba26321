import type { Node } from '../calls/node.js'
import type { Outlet } from '../calls/outlet.js'
import type { StoredEvent } from '../log/index.js'
import { tooSlow } from '../protocol/failure.js'
import { caughtUp, checkpoint, type ReadAnswer } from '../protocol/read-answers.js'
import type { Item, Source } from './source.js'

/** How many events a live subscriber may be behind. */
const PATIENCE = 32

/** Catches up, says so, and then sends whatever comes, until the client goes. */
export const runSubscription = async (
  { log, version }: Node,
  source: Source,
  outlet: Outlet,
  present: (event: StoredEvent) => ReadAnswer,
): Promise<void> => {
  const bell = new Bell()
  let isLive = false
  // What came while the client took nothing.
  let behind = 0
  const stopListening = log.listen((events) => {
    if (isLive && outlet.isFull) behind += events.filter((event) => source.includes(event)).length
    // The older server gives up on a subscriber that is too slow; the newer one catches up with it again.
    if (behind > PATIENCE && version === '23.10') outlet.fail(tooSlow)
    bell.ring()
  })
  outlet.onClose(() => {
    stopListening()
    bell.ring()
  })

  const send = (item: Item): void => {
    if ('failure' in item) outlet.fail(item.failure)
    else if ('event' in item) outlet.sendEvent(present(item.event))
    else outlet.say(checkpoint(item.checkpoint.commit, item.checkpoint.prepare))
  }

  while (!outlet.isClosed) {
    isLive = false
    for (const item of source.catchUp()) {
      if (outlet.isFull) await outlet.room()
      if (outlet.isClosed) return
      send(item)
    }
    let owesCaughtUp = version === '23.10' && source.isMissing()
    if (!owesCaughtUp) outlet.say(caughtUp())
    isLive = true
    behind = 0
    while (!outlet.isClosed && behind <= PATIENCE) {
      const rung = bell.next()
      let sent = 0
      for (const item of source.live()) {
        if (outlet.isFull) await outlet.room()
        if (outlet.isClosed) return
        send(item)
        sent++
        if (behind > PATIENCE) break
        if (behind > 0) behind--
      }
      if (sent > 0 && owesCaughtUp) outlet.say(caughtUp())
      if (sent > 0) owesCaughtUp = false
      else await rung
    }
  }
}

/** Rings for whoever waits for the next write. */
class Bell {
  #ring: () => void = () => undefined

  ring(): void {
    this.#ring()
  }

  /** Resolves when it rings for the first time from now on. */
  next(): Promise<void> {
    return new Promise((resolve) => {
      this.#ring = resolve
    })
  }
}
