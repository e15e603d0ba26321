import { totalOf, verifyChain, type Instant } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { postingFinding } from '../compare/case.js'
import { finding, type Finding } from '../compare/finding.js'
import { writtenAmount } from '../compare/written.js'
import { under } from '../source/pointer.js'
import { expectedAround } from './around.js'
import { breachIds } from './case-look.js'
import type { SoFar } from './play-step.js'
import type { Scene } from './scene.js'
import type { Tape } from './tape.js'
import type { Balances } from './tally.js'

/** Σ paid less reversed, over all cases. */
export const moneyOut = ({ cases }: Tape): number =>
  [...cases.values()].reduce((sum, { paid }) => sum + totalOf(paid), 0)

/** How many events there are of each type, in all streams. */
export const eventCounts = ({ streams }: Tape): { readonly [type: string]: number } => {
  const counts = new Map<string, number>()
  for (const events of streams.values())
    for (const { envelope } of events) counts.set(envelope.type, (counts.get(envelope.type) ?? 0) + 1)
  return Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

const allBalances = ({ cases }: Tape): Balances => {
  const sums = new Map<Parameters<Balances['get']>[0], number>()
  for (const { balances } of cases.values())
    for (const [account, balance] of balances) sums.set(account, (sums.get(account) ?? 0) + balance)
  return sums
}

/** What `finally` says, held against the whole. */
export const finalFindings = (scene: Scene, now: Instant): ReadonlyArray<Finding> => {
  const { finally: expected, finallyPath: path } = scene.play
  const { tape, writing } = scene
  if (expected === undefined) return []
  const counts = eventCounts(tape)
  return [
    ...expectedAround(scene, expected, path, now),
    ...(expected.postings === undefined
      ? []
      : [postingFinding(expected.postings, under(path, 'postings'), allBalances(tape), writing)]),
    ...(expected.moneyOut === undefined
      ? []
      : [
          finding(
            under(path, 'moneyOut'),
            'money out',
            writtenAmount(expected.moneyOut, writing),
            writtenAmount(moneyOut(tape), writing),
          ),
        ]),
    ...(expected.events === undefined
      ? []
      : [
          finding(
            under(path, 'events'),
            'numbers of events',
            expected.events.map(([type, count]) => `${type}: ${count}`),
            expected.events.map(([type]) => `${type}: ${counts[type] ?? 0}`),
          ),
        ]),
  ]
}

/** What must hold of the whole, whatever is expected. */
export const alwaysAtTheEnd = (scene: Scene, { now, breaches }: SoFar): ReadonlyArray<Finding> => {
  const { tape, world, play } = scene
  const broken: Array<string> = []
  for (const [stream, events] of tape.streams) {
    const chain = verifyChain(world.platform.sha256, stream, events)
    if (isLeft(chain)) broken.push(`${stream} does not verify: revision ${chain.left.revision}, ${chain.left.reason}`)
  }
  const first = play.steps[0]?.step.at
  if (first !== undefined && now !== undefined && first < now) {
    const whole = new Set(breachIds(tape, first, now))
    for (const id of whole) if (!breaches.has(id)) broken.push(`the breach of ${id} was reported in no interval`)
    for (const id of breaches) if (!whole.has(id)) broken.push(`the breach of ${id} was reported, and is none`)
  }
  return [finding(play.finallyPath, 'what must always hold', [], broken)]
}
