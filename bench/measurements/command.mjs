import { buildEnvelopes, runCommand } from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import { memoryStore } from '@refund-case/store-memory'
import { isLeft, right } from 'fp-ts/lib/Either.js'
import { count, counter } from '../counter.mjs'
import { streamNames } from '../events.mjs'

const actor = { id: 'li', role: 'customerService' }
const hash = '0123456789abcdef'.repeat(4)
const constantHash = () => hash

const eachInTurn = async ({ streams, events }, command) => {
  const names = streamNames(streams)
  let turn = 0
  for (let index = 0; index < events; index++) {
    const answer = await command(names[turn], index)
    if (isLeft(answer)) throw new Error(JSON.stringify(answer.left))
    turn = turn + 1 === streams ? 0 : turn + 1
  }
  return events
}

// Reads the stream, folds it, decides and appends; nothing is checked, named, fingerprinted or hashed.
const bare = {
  name: 'command · bare',
  unit: 'commands',
  target: { perSecond: 250_000 },
  prepare: async (sizes) => {
    const store = memoryStore()
    const { clock } = nodePlatform()
    return () =>
      eachInTurn(sizes, async (stream, index) => {
        const slice = await store.readStream(stream)()
        if (isLeft(slice)) return slice
        let state = counter.initial
        for (const { envelope } of slice.right.events) state = counter.evolve(state, envelope)
        const batch = { stream, previousHash: hash, occurredAt: clock(), actor, correlationId: 'c', causationId: 'c' }
        const built = buildEnvelopes(constantHash, batch, [
          { id: `${stream}${index}`, schemaVersion: 1, ...count(state.total) },
        ])
        return isLeft(built) ? built : store.append(stream, slice.right.lastRevision, built.right)()
      })
  },
}

const guarded = {
  name: 'command · with guard, ids and chain',
  unit: 'commands',
  target: { perSecond: 80_000 },
  prepare: async (sizes) => {
    const { clock, ids, sha256 } = nodePlatform()
    const platform = { store: memoryStore(), sha256, clock }
    const shop = ids.v7()
    return () =>
      eachInTurn(sizes, (stream, index) =>
        runCommand(platform, counter, {
          stream,
          actor,
          correlationId: stream,
          causationId: stream,
          command: { key: 'key', fingerprint: hash },
          ids: (at) => ids.v5(shop, `${stream}#${index}#${at}`),
          decide: ({ loaded }) => right({ events: [count(loaded.state.total)] }),
        }),
      )
  },
}

export const command = [bare, guarded]
