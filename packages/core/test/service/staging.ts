import { play } from './giving.js'
import { everything, typesOf } from './history.js'
import type { Journey } from './journeys.js'
import { aWorld, type World } from './world.js'

/** A shop with one case, or with none yet, before the command of a journey. */
export interface Stage {
  readonly world: World
  /** Where the command goes: to the case, under this key. */
  readonly target: { readonly key: string; readonly caseId?: string }
}

export const staged = async ({ order, before }: Journey): Promise<Stage> => {
  const world = aWorld(order)
  const service = world.service()
  await service.start()()
  const opened = before.length === 0 ? {} : { caseId: await play(service, before, world) }
  world.clock.advance(60_000)
  return { world, target: { key: 'the-command', ...opened } }
}

/** The types of all events of cases, in their order. */
export const caseTypes = async ({ store }: World): Promise<string> =>
  typesOf((await everything(store)).filter(({ stream }) => stream.startsWith('refundCase-'))).join(' ')
