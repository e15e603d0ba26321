import { buildEnvelopes, startOfChain, continueChain } from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import { isLeft } from 'fp-ts/lib/Either.js'
import { builtEvents } from '../events.mjs'

const stream = 'refundCase-1'
const { sha256 } = nodePlatform()

const chained = (events) => {
  const drafts = builtEvents(events).map(({ id, type, schemaVersion, data }) => ({ id, type, schemaVersion, data }))
  const [{ occurredAt, actor, correlationId, causationId }] = builtEvents(1)
  return { batch: { stream, occurredAt, actor, correlationId, causationId }, drafts }
}

const BATCH = 10

const write = {
  name: 'canonical JSON + chain · write',
  unit: 'events',
  target: { perSecond: 200_000 },
  prepare: async ({ events }) => {
    const { batch, drafts } = chained(events)
    return async () => {
      let previousHash
      for (let at = 0; at < drafts.length; at += BATCH) {
        const built = buildEnvelopes(sha256, { ...batch, previousHash }, drafts.slice(at, at + BATCH))
        if (isLeft(built)) throw new Error(JSON.stringify(built.left))
        previousHash = built.right.at(-1).hash
      }
      return drafts.length
    }
  },
}

const verify = {
  name: 'canonical JSON + chain · verify',
  unit: 'events',
  target: { perSecond: 200_000 },
  prepare: async ({ events }) => {
    const { batch, drafts } = chained(events)
    const built = buildEnvelopes(sha256, batch, drafts)
    if (isLeft(built)) throw new Error(JSON.stringify(built.left))
    const recorded = built.right.map((envelope, revision) => ({ stream, revision, envelope }))
    return async () => {
      const verified = continueChain(sha256, startOfChain(sha256, stream), recorded)
      if (isLeft(verified)) throw new Error(JSON.stringify(verified.left))
      return verified.right.count
    }
  },
}

export const chain = [write, verify]
