import type { Instant, OrderFacts, Plain } from '@refund-case/core'
import type { Random } from '../random.js'
import type { Story } from '../story.js'

/** What a story is told of. */
export interface Scene {
  readonly random: Random
  /** Which case of the month it is, from 1. */
  readonly no: number
  readonly now: Instant
  /** An order of its own, delivered so far. */
  readonly order: (shipment: OrderFacts['shipment']) => Plain<OrderFacts>
}

/** A story without its customer, who asks in every story alike. */
export type Told = Omit<Story, 'actor'> & { readonly actor?: Story['actor'] }

export type Teller = (scene: Scene) => Told
