import { Choices } from '../arbitraries/choices.js'
import { ordinaryCast, type Cast } from '../arbitraries/people.js'
import type { Move, Plan } from '../arbitraries/plans.js'
import type { CaseScene, GivenCommand } from '../commands/given-command.js'
import { anyCommand, commandNamed, sensibleCommand } from '../commands/next-command.js'
import { requestFrom } from '../commands/requesting.js'
import type { History, PlayedStep } from './history.js'
import { Player } from './player.js'
import { recount } from './recount.js'
import type { ShopOptions } from './shop.js'

export interface PlayOptions extends ShopOptions {
  /** Who works there (default: `ordinaryCast`). */
  readonly cast?: Cast
  /** What is done after the last move (default: nothing). */
  readonly epilogue?: (player: Player) => Promise<void>
}

const keyed = (body: object, move: Pick<Move, 'keyed'>, key: string): { readonly [field: string]: unknown } => ({
  ...body,
  ...(move.keyed ? { key } : {}),
})

/** What was commanded before with a key, at this place of the list counted round. */
const earlierKeyed = (player: Player, at: number) => {
  const before = player.steps.flatMap(({ no, call }) =>
    call.kind === 'command' && call.again === undefined && typeof call.body['key'] === 'string' ? [{ no, call }] : [],
  )
  return before.length === 0 ? undefined : before[at % before.length]
}

const request = async (player: Player, cast: Cast, move: Move): Promise<PlayedStep> => {
  const { actor, name, body } = requestFrom(new Choices(move.choices), await player.orderScene(cast))
  return player.command(actor, name, keyed(body, move, `k-${player.commandCount}`))
}

const sceneOf = (player: Player, cast: Cast, on: { caseId: string; state: CaseScene['state'] }): CaseScene => ({
  ...on,
  policy: player.policyOf(on.state),
  cast,
  now: player.shop.now(),
})

const again = async (player: Player, cast: Cast, move: Move): Promise<PlayedStep | undefined> => {
  const choices = new Choices(move.choices)
  const before = earlierKeyed(player, choices.next())
  if (before === undefined) return undefined
  const { actor, name, body } = before.call
  if (move.kind === 'again') return player.command(actor, name, body, { step: before.no, same: true })
  const { key, caseId } = body
  const other = async (): Promise<GivenCommand | undefined> => {
    if (name === 'request') return requestFrom(choices, await player.orderScene(cast))
    const on = player.cases.find((each) => each.caseId === caseId)
    return on === undefined ? undefined : commandNamed(name, choices, sceneOf(player, cast, on))
  }
  const changed = await other()
  if (changed === undefined) return undefined
  const next = { ...changed.body, key, ...(name === 'request' ? {} : { caseId }) }
  return player.command(changed.actor, name, next, { step: before.no, same: sameJson(next, body) })
}

const sortedJson = (value: unknown): string =>
  JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )

const sameJson = (a: unknown, b: unknown): boolean => sortedJson(a) === sortedJson(b)

/** Makes one move: what it comes to depends on how the cases stand by then. */
export const makeMove = async (player: Player, cast: Cast, move: Move): Promise<void> => {
  player.wait(move.wait)
  if (move.kind === 'settle') {
    await player.settle()
    return
  }
  if ((move.kind === 'again' || move.kind === 'otherBody') && (await again(player, cast, move)) !== undefined) return
  const on = player.caseAt(move.on)
  if (on === undefined || move.kind === 'request') {
    await request(player, cast, move)
    return
  }
  const build = move.kind === 'any' ? anyCommand : sensibleCommand
  const { actor, name, body } = build(new Choices(move.choices), sceneOf(player, cast, on))
  await player.command(actor, name, { ...keyed(body, move, `k-${player.commandCount}`), caseId: on.caseId })
}

const AFTER_ANY_SKEW = 60_000

/** Plays a plan in a shop of its own, and tells all that happened. */
export const play = async ({ setup, moves }: Plan, options: PlayOptions = {}): Promise<History> => {
  const player = new Player(setup, options)
  await player.start()
  for (const move of moves) await makeMove(player, options.cast ?? ordinaryCast, move)
  await options.epilogue?.(player)
  // Whatever the clock was set back by: at the end every account stands where its cases say.
  player.wait(AFTER_ANY_SKEW)
  await player.settle()
  return recount(player)
}
