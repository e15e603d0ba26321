import type { Writing } from '../compare/written.js'
import type { Play, Scenario } from '../format/scenario.js'
import type { Tape } from './tape.js'
import type { World } from './world.js'

/** A play while it is played. */
export interface Scene {
  readonly play: Play
  readonly world: World
  readonly tape: Tape
  readonly writing: Writing
  /** The alias of a case; where the file gave none, its number. */
  readonly nameOf: (caseId: string) => string
  /** The id of an alias, if its request opened one. */
  readonly idOf: (alias: string) => string | undefined
}

export const sceneOf = (play: Play, { zone, currency }: Scenario, world: World): Scene => {
  const { tape, cases } = world
  const aliasOf = (caseId: string) => [...cases].find(([, id]) => id === caseId)?.[0]
  const numberOf = (caseId: string) => {
    const state = tape.cases.get(caseId)?.state
    return state?.kind === 'case' ? state.requested.caseNo : caseId
  }
  return {
    play,
    world,
    tape,
    writing: { zone, currency, aliasOf },
    nameOf: (caseId) => aliasOf(caseId) ?? numberOf(caseId),
    idOf: (alias) => cases.get(alias),
  }
}
