// Plays the refunds of a plan against a server, writes down on its standard output each event it was told of, and starts
// from the first command every time: it is killed in the middle of it, over and over.
import { readFileSync } from 'node:fs'
import { china2026, chinaRetail, nearestInstant, refundService } from '@refund-case/core'
import { fileVault, nodePlatform } from '@refund-case/node'
import { eventStore } from '@refund-case/store-eventstore'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'

const plan = JSON.parse(readFileSync(process.argv[2], 'utf8'))
const vault = await fileVault({ directory: plan.vault, wrappingKey: Buffer.alloc(32, 7) })()
const opened = eventStore(plan.connection, { prefix: plan.prefix })
if (isLeft(vault) || isLeft(opened)) throw new Error(JSON.stringify([vault.left, opened.left]))
const store = opened.right
const refunds = refundService({
  ...nodePlatform(),
  clock: () => nearestInstant(Date.parse('2026-03-09T02:05:00.000Z') + Date.now() - plan.startedAt),
  vault: vault.right,
  store,
  policies: [chinaRetail],
  calendars: [china2026],
  orders: (orderId) => Promise.resolve(plan.orders.find((order) => order.orderId === orderId)),
})

/** A healthy server needs one; whoever needs so many has found a fault. */
const ATTEMPTS = 50

const give = async ({ by, name, body }, target) => {
  for (let attempt = 1; ; attempt++) {
    const answer = await refunds.execute(by, name, { ...body, ...target })()
    if (isRight(answer)) {
      const { caseId, events } = answer.right
      for (const { meta } of events) process.stdout.write(`${caseId} ${meta.revision} ${meta.id}\n`)
      return caseId
    }
    if (answer.left.kind === 'refusal' || attempt === ATTEMPTS) throw new Error(JSON.stringify(answer.left))
  }
}

await Promise.all(
  plan.orders.map(async ({ orderId }) => {
    let target = { orderId }
    for (const [index, step] of plan.steps.entries()) {
      const caseId = await give(step, { ...target, key: `${orderId} ${index}` })
      target = { caseId }
    }
  }),
)
process.stdout.write('done\n')
await store.close()
