import type { Endpoint } from '../protocol/failure.js'

/** A node as gossip tells of it. */
export interface Member {
  readonly id: string
  readonly endpoint: Endpoint
  readonly state: 'leader' | 'follower' | 'unknown'
  readonly isAlive: boolean
}
