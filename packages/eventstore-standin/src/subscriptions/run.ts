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
  let behind = 0
  let isLive = false
  let wake: (() => void) | undefined
  const stopListening = log.listen((events) => {
    if (isLive && outlet.isFull) behind += events.filter((event) => source.includes(event)).length
    // The older server gives up on a subscriber that is too slow; the newer one catches up with it again.
    if (behind > PATIENCE && version === '23.10') outlet.fail(tooSlow)
    wake?.()
  })
  outlet.onClose(() => {
    stopListening()
    wake?.()
  })

  const pour = async (items: Iterable<Item>): Promise<boolean> => {
    let sent = false
    for (const item of items) {
      if (outlet.isFull) await outlet.room()
      if (outlet.isClosed) break
      if ('failure' in item) outlet.fail(item.failure)
      else if ('event' in item) outlet.sendEvent(present(item.event))
      else outlet.say(checkpoint(item.checkpoint.commit, item.checkpoint.prepare))
      sent = true
    }
    return sent
  }

  while (!outlet.isClosed) {
    await pour(source.catchUp())
    let owesCaughtUp = version === '23.10' && source.isMissing()
    if (!owesCaughtUp) outlet.say(caughtUp())
    isLive = true
    behind = 0
    while (!outlet.isClosed && behind <= PATIENCE) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve
      })
      const sent = await pour(source.live())
      if (sent && owesCaughtUp) {
        outlet.say(caughtUp())
        owesCaughtUp = false
      }
      if (!outlet.isFull) behind = 0
      if (!sent && !outlet.isClosed) await woken
    }
    isLive = false
  }
}
