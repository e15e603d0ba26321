import { isLeft } from 'fp-ts/lib/Either.js'
import type { Refusal, Stored } from '../src/eventsourcing/index.js'
import type { OrderFacts } from '../src/order-account/index.js'
import type { Policy } from '../src/policy/index.js'
import { chinaRetail } from '../src/policy/index.js'
import {
  evolve,
  noCase,
  postingsOf,
  type CaseEvent,
  type CaseState,
  type LedgerAccount,
} from '../src/refund-case/index.js'
import type { CaseView, Outcome } from '../src/service/index.js'
import { done, give, play, said, type Answered, type Step } from './service/giving.js'
import { anOrder } from './service/orders.js'
import { aWorld } from './service/world.js'

/** A case as a spec tells it: what was done, and what came of one thing more. */
export interface Story {
  /** Gives one more command, a minute later. */
  readonly when: (step: Step) => Promise<Told>
}

export interface Told {
  readonly answer: Answered
  /** `done`, or the code of the refusal. */
  readonly said: string
  readonly refusal: Refusal | undefined
  /** What the command came to; throws where it was refused. */
  readonly outcome: () => Outcome
  /** The case as it stands, with its whole history. */
  readonly now: CaseView & { readonly events: ReadonlyArray<Stored<CaseEvent>> }
  /** What the case has posted to an account so far, credits less debits, minor units. */
  readonly balance: (account: LedgerAccount) => number
  readonly and: Story['when']
}

const balanceOf = (events: ReadonlyArray<Stored<CaseEvent>>, account: LedgerAccount): number => {
  let state: CaseState = noCase
  let balance = 0
  for (const event of events) {
    for (const posting of postingsOf(state, event))
      if (posting.account === account) balance += posting.side === 'credit' ? posting.amount : -posting.amount
    state = evolve(state, event)
  }
  return balance
}

export interface Setting {
  readonly order?: OrderFacts
  readonly policy?: Policy
}

/** A case after these steps, the request first; all of them must succeed. */
export const given = (steps: ReadonlyArray<Step>, { order = anOrder(), policy = chinaRetail }: Setting = {}): Story => {
  const world = aWorld(order)
  const service = world.service({ policies: [policy] })
  let caseId: Promise<string> | undefined
  const when = async (step: Step): Promise<Told> => {
    caseId ??= play(service, steps, world)
    const id = await caseId
    world.clock.advance(60_000)
    const answer = await give(service, step, { caseId: id })
    const now = done(await service.case(id)())
    return {
      answer,
      said: said(answer),
      refusal: isLeft(answer) && answer.left.kind === 'refusal' ? answer.left : undefined,
      outcome: () => done(answer),
      now,
      balance: (account) => balanceOf(now.events, account),
      and: when,
    }
  }
  return { when }
}
