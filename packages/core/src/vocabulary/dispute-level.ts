import type * as t from 'io-ts'
import { words } from './words.js'

/** The ladder of a dispute (DP2); it only rises. */
export const disputeLadder = ['negotiation', 'platform', 'mediation', 'arbitration', 'litigation'] as const
export const DisputeLevel = words('DisputeLevel', ...disputeLadder)
export type DisputeLevel = t.TypeOf<typeof DisputeLevel>

export const levelRank = (level: DisputeLevel): number => disputeLadder.indexOf(level)
