import { situationOf, type RefundCase, type Situation } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { Choices } from '../arbitraries/choices.js'
import { ordinaryCast, type Cast } from '../arbitraries/people.js'
import { sensibleCommand } from '../commands/next-command.js'
import type { PlayedStep } from './history.js'
import type { Player } from './player.js'

/** More steps than any case needs from its request to its payment. */
const ENOUGH = 30

/**
 * Takes a case on, each time by the plainest next step, until it is in one of these situations. Answers with the last
 * step, refused where the case could not be taken on.
 */
export const drive = async (
  player: Player,
  caseId: string,
  until: ReadonlyArray<Situation>,
  cast: Cast = ordinaryCast,
): Promise<PlayedStep | undefined> => {
  let last: PlayedStep | undefined
  for (let count = 0; count < ENOUGH; count++) {
    const state: RefundCase | undefined = player.stateOf(caseId)
    if (state === undefined || until.includes(situationOf(state))) return last
    const scene = { caseId, state, policy: player.policyOf(state), cast, now: player.shop.now() }
    const { actor, name, body } = sensibleCommand(new Choices([]), scene)
    player.wait(60_000)
    last = await player.command(actor, name, { ...body, caseId })
    if (isLeft(last.answer)) return last
  }
  return last
}
