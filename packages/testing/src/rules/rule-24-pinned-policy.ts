import { sealedPaths, type Policy } from '@refund-case/core'
import { nodePlatform } from '@refund-case/node'
import fc from 'fast-check'
import { isRight } from 'fp-ts/lib/Either.js'
import { ordinaryCast } from '../arbitraries/people.js'
import { policies as policyVariations } from '../arbitraries/policies.js'
import type { Plan } from '../arbitraries/plans.js'
import type { History } from '../play/history.js'
import { makeMove } from '../play/play.js'
import { Player } from '../play/player.js'
import { recount } from '../play/recount.js'
import { scenarioText } from '../play/scenario.js'
import { checkValues } from './over-histories.js'
import type { RefundRule, Subject } from './refund-rule.js'

interface Published {
  readonly plan: Plan
  /** After how many moves the other version is published. */
  readonly after: number
  readonly next: Policy
}

const published = (subject: Subject): fc.Arbitrary<Published> =>
  subject.plans
    // With a key for each command, ids are names: the two plays can be compared to the letter.
    .map(({ setup, moves }) => ({ setup, moves: moves.map((move) => ({ ...move, keyed: true })) }))
    .chain((plan) =>
      fc.record({
        plan: fc.constant(plan),
        after: fc.nat(Math.max(0, plan.moves.length - 1)),
        next: policyVariations(plan.setup.policy, { version: plan.setup.policy.version + 1, keep: 4 }),
      }),
    )

const playBoth = async ({ plan, after, next }: Published, subject: Subject) => {
  // One vault, so that fingerprints and tokens are the same in both.
  const { vault, sha256 } = subject.options.platform?.() ?? nodePlatform()
  const options = { ...subject.options, platform: () => ({ vault, sha256 }) }
  const cast = options.cast ?? ordinaryCast
  const play = async (publishes: boolean): Promise<History> => {
    const player = new Player(plan.setup, options)
    await player.start()
    for (const [at, move] of plan.moves.entries()) {
      if (at === after && publishes) await player.publishPolicy(next)
      // A case that comes later has the later version: it is no part of the comparison.
      const isLater = at >= after && (move.kind === 'request' || player.cases.length === 0)
      if (!isLater && move.kind !== 'otherBody' && move.kind !== 'again') await makeMove(player, cast, move)
    }
    return recount(player)
  }
  return { without: await play(false), with: await play(true) }
}

/** What a case came to, but for what is drawn by chance: what its texts are sealed to. */
const textOf = ({ cases }: History): ReadonlyArray<string> =>
  cases.flatMap(({ caseId, events }) =>
    events.map(({ type, data, meta: { occurredAt, actor } }) => {
      const sealed = new Set(sealedPaths(data).map(({ sealed: { ciphertext } }) => ciphertext))
      const text = JSON.stringify({ caseId, type, occurredAt, actor, data }, (_name, part: unknown) =>
        typeof part === 'object' && part !== null && 'ciphertext' in part && sealed.has(String(part.ciphertext))
          ? 'sealed'
          : part,
      )
      return text
    }),
  )

const deadlinesIn = ({ steps }: History): ReadonlyArray<string> =>
  steps.flatMap(({ call, answer }) =>
    call.kind === 'command' && isRight(answer) && answer.right !== undefined
      ? [
          JSON.stringify([
            answer.right.caseId,
            answer.right.revision,
            answer.right.deadlines.map(({ rule, limit }) => [rule, limit]),
          ]),
        ]
      : [],
  )

const firstDifference = (
  what: string,
  one: ReadonlyArray<string>,
  other: ReadonlyArray<string>,
): ReadonlyArray<string> => {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, index) => index).find(
    (index) => one[index] !== other[index],
  )
  return at === undefined
    ? []
    : [
        `${what} ${at} differs because another version was published: ${one[at] ?? 'none'} became ${other[at] ?? 'none'}`,
      ]
}

/** What the later version changed in cases that pinned the earlier one. */
export const pinComplaints = (without: History, withIt: History): ReadonlyArray<string> => [
  ...firstDifference('event', textOf(without), textOf(withIt)),
  ...firstDifference('deadline', deadlinesIn(without), deadlinesIn(withIt)),
]

export const rule24PinnedPolicy: RefundRule = {
  rule: 24,
  name: 'rule24PinnedPolicy',
  title: 'Amounts and limits follow the policy version pinned at `Requested`.',
  check: (subject) =>
    checkValues(
      rule24PinnedPolicy,
      subject,
      published(subject),
      {
        violations: async (value) => {
          const both = await playBoth(value, subject)
          return pinComplaints(both.without, both.with)
        },
        scenario: async (value, violations) => {
          const { name, title } = rule24PinnedPolicy
          return scenarioText((await playBoth(value, subject)).with, { rule: name, title, violations })
        },
      },
      Math.ceil(subject.options.runs / 2),
    ),
}
