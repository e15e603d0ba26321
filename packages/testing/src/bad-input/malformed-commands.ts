import { commandFields, commandNames, type CommandName, type Situation } from '@refund-case/core'
import fc from 'fast-check'
import { isLeft, isRight } from 'fp-ts/lib/Either.js'
import { choiceNumbers, Choices } from '../arbitraries/choices.js'
import { ordinaryCast } from '../arbitraries/people.js'
import { commandNamed } from '../commands/next-command.js'
import { requestFrom } from '../commands/requesting.js'
import type { BadInputCheck, BadInputSubject } from './bad-input-check.js'
import { malformations, type Malformed } from './malformations.js'
import { everySituation, reach, type Reached } from './reaching.js'
import { receivedOrder } from './setups.js'
import { storeText } from './store-text.js'

interface Attack {
  readonly situation: Situation
  readonly name: CommandName
  readonly actor: Parameters<Reached['player']['command']>[0]
  readonly malformed: Malformed
}

type Shops = ReadonlyMap<Situation, Reached & { readonly text: string }>

const openShops = async ({ policy, options }: BadInputSubject): Promise<Shops> => {
  const shops = new Map<Situation, Reached & { readonly text: string }>()
  for (const situation of everySituation) {
    const reached = await reach(situation, receivedOrder(policy), options)
    shops.set(situation, { ...reached, text: await storeText(reached.player.shop.store) })
  }
  return shops
}

/** What is left is well formed: neither more nor less than the command asks for. */
const fits = (name: CommandName, body: object): boolean => {
  const { caseId: _caseId, ...fields } = { caseId: undefined, ...body }
  return (name === 'request' || 'caseId' in body) && isRight(commandFields[name].decode(fields))
}

const attackOn = (shops: Shops, situation: Situation, name: CommandName, numbers: ReadonlyArray<number>) => {
  const reached = shops.get(situation)
  const state =
    reached?.player.stateOf(reached.caseId) ??
    [...shops.values()].find(({ player, caseId }) => player.stateOf(caseId))?.player.cases[0]?.state
  if (reached === undefined || state === undefined) throw new Error(`no shop is ${situation}`)
  const { player, caseId } = reached
  const { order, policy } = player.setup
  const scene = { policy, cast: ordinaryCast, now: player.shop.now() }
  const choices = new Choices(numbers)
  const given =
    name === 'request'
      ? requestFrom(choices, { ...scene, order, cases: [], free: new Map([[1, { units: 2, money: 9_900 }]]) })
      : commandNamed(name, choices, { ...scene, caseId, state })
  const body = name === 'request' ? given.body : { ...given.body, caseId }
  return malformations(body, { mayMiss: (less) => typeof less === 'object' && less !== null && fits(name, less) }).map(
    (malformed): Attack => ({ situation, name, actor: given.actor, malformed }),
  )
}

const attacks = (shops: Shops): fc.Arbitrary<Attack> =>
  fc
    .tuple(fc.constantFrom(...everySituation), fc.constantFrom(...commandNames), choiceNumbers({ count: 14 }))
    .chain(([situation, name, numbers]) => attackOn(shops, situation, name, numbers))

const problemsIn = (facts: unknown): ReadonlyArray<string> =>
  typeof facts === 'object' && facts !== null && 'problems' in facts && Array.isArray(facts.problems)
    ? facts.problems.filter((problem) => typeof problem === 'string')
    : []

/** A problem is named at the place, above it or inside it: a list that is none has no places inside. */
const namesThePlace = (problems: ReadonlyArray<string>, place: string): boolean =>
  problems.some((problem) => {
    const path = problem.slice(0, problem.lastIndexOf(': '))
    return path === '/' || path === '' || path.startsWith(place) || place.startsWith(path)
  })

const complaint = async (shops: Shops, { situation, name, actor, malformed }: Attack): Promise<string | undefined> => {
  const shop = shops.get(situation)
  if (shop === undefined) return undefined
  const { service, store } = shop.player.shop
  const what = `${name} with ${malformed.what}, on a case that is ${situation},`
  try {
    const answer = await service.execute(actor, name, malformed.make())()
    if (!isLeft(answer)) return `${what} was taken`
    const { left } = answer
    if (left.kind !== 'refusal' || left.code !== 'MALFORMED_COMMAND')
      return `${what} was answered ${JSON.stringify(left)}`
    const problems = problemsIn(left.facts)
    if (!namesThePlace(problems, malformed.place)) return `${what} is explained by ${JSON.stringify(problems)}`
    if (JSON.stringify(left).length > 10_000) return `${what} is answered at length`
  } catch (error) {
    return `${what} threw ${String(error)}`
  }
  return (await storeText(store)) === shop.text ? undefined : `${what} changed the streams`
}

/** Every command with missing, extra, mistyped or hostile fields. */
export const malformedCommands = (subject: BadInputSubject): BadInputCheck => ({
  name: 'malformedCommands',
  title:
    'Every command with missing, extra, mistyped or hostile fields is refused with the place named; nothing is thrown, and the streams stay as they are, byte for byte.',
  check: async () => {
    const { runs, seed } = subject.options
    const shops = await openShops(subject)
    await fc.assert(
      fc.asyncProperty(attacks(shops), async (attack) => {
        const found = await complaint(shops, attack)
        if (found !== undefined) throw new Error(found)
      }),
      { numRuns: runs * 5, seed },
    )
  },
})
