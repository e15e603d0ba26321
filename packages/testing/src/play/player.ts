import {
  accountKind,
  accountStream,
  emptyAccount,
  free,
  loadStream,
  type Answer,
  type CaseActor,
  type CommandName,
  type OrderAccount,
  type Policy,
  type Position,
  type RecordedEvent,
  type RefundCase,
  type RefundService,
  type WorkCalendarYear,
} from '@refund-case/core'
import { isLeft, isRight, right } from 'fp-ts/lib/Either.js'
import { afterWait } from '../arbitraries/instants.js'
import type { OrderScene } from '../commands/given-command.js'
import type { PlayedCall, PlayedStep, Setup } from './history.js'
import { openShop, type Shop, type ShopOptions } from './shop.js'

type CommandCall = Extract<PlayedCall, { readonly kind: 'command' }>

/** Carries out one call after another on one shop, and remembers what came of each. */
export class Player {
  readonly setup: Setup
  readonly shop: Shop
  readonly steps: Array<PlayedStep> = []
  readonly #states = new Map<string, RefundCase>()
  readonly #published: Array<Policy> = []
  #service: RefundService
  #readUpTo: Position | undefined

  constructor(setup: Setup, options: ShopOptions = {}) {
    this.setup = setup
    this.shop = openShop(setup, options)
    this.#service = this.shop.service
  }

  get commandCount(): number {
    return this.steps.filter(({ call }) => call.kind === 'command').length
  }

  /** The cases so far, in the order they came, as each stands. */
  get cases(): ReadonlyArray<{ readonly caseId: string; readonly state: RefundCase }> {
    return [...this.#states].map(([caseId, state]) => ({ caseId, state }))
  }

  stateOf(caseId: string): RefundCase | undefined {
    return this.#states.get(caseId)
  }

  /** The case at this place of the list, counted round. */
  caseAt(on: number): { readonly caseId: string; readonly state: RefundCase } | undefined {
    const all = this.cases
    return all.length === 0 ? undefined : all[on % all.length]
  }

  /** The version that a case pinned. */
  policyOf(state: RefundCase): Policy {
    const { version } = state.requested.policy
    return this.#published.find((policy) => policy.version === version) ?? this.setup.policy
  }

  /** From now on another server is asked: it has nothing in memory. */
  useAnotherServer(): void {
    this.#service = this.shop.anotherService()
  }

  wait(ms: number): void {
    this.shop.setClock(afterWait(this.shop.now(), ms))
  }

  /** Publishes what the shop has. Nothing else may come before. */
  async start(): Promise<void> {
    await this.#service.start()()
    await this.#newlyRecorded()
  }

  command(
    actor: CaseActor,
    name: CommandName,
    body: CommandCall['body'],
    again?: CommandCall['again'],
  ): Promise<PlayedStep> {
    const call: CommandCall = { kind: 'command', actor, name, body, ...(again === undefined ? {} : { again }) }
    return this.#take(call, async () => {
      const answer = await this.#service.execute(actor, name, body)()
      if (isRight(answer)) this.#states.set(answer.right.caseId, answer.right.state)
      return answer
    })
  }

  settle(): Promise<PlayedStep> {
    return this.#take({ kind: 'settle' }, withNothing(this.#service.settle()))
  }

  publishPolicy(policy: Policy): Promise<PlayedStep> {
    this.#published.push(policy)
    return this.#take({ kind: 'publishPolicy', policy }, withNothing(this.#service.publishPolicy(publisher, policy)))
  }

  publishCalendar(calendar: WorkCalendarYear): Promise<PlayedStep> {
    return this.#take(
      { kind: 'publishCalendar', calendar },
      withNothing(this.#service.publishCalendar(publisher, calendar)),
    )
  }

  /** The order as somebody who asks for a refund of it sees it now. */
  async orderScene(cast: OrderScene['cast']): Promise<OrderScene> {
    const { order, policy } = this.setup
    const lines = free(await this.account(order.orderId)).lines
    const untouched = order.lines.map(
      ({ lineNo, quantity, gross }) => [lineNo, { units: quantity, money: gross }] as const,
    )
    const known = lines.map(({ lineNo, units, money }) => [lineNo, { units, money }] as const)
    return { order, policy, cast, now: this.shop.now(), free: new Map([...untouched, ...known]), cases: this.cases }
  }

  async account(accountId: string): Promise<OrderAccount> {
    const loaded = await loadStream(this.shop.store, accountKind, accountStream(accountId))
    return isLeft(loaded) ? emptyAccount : loaded.right.state
  }

  async #take(call: PlayedCall, run: () => Promise<PlayedStep['answer']>): Promise<PlayedStep> {
    const at = this.shop.now()
    const answer = await run()
    const step: PlayedStep = { no: this.steps.length, at, call, answer, written: await this.#newlyRecorded() }
    this.steps.push(step)
    return step
  }

  async #newlyRecorded(): Promise<ReadonlyArray<RecordedEvent>> {
    const events: Array<RecordedEvent> = []
    const after = this.#readUpTo === undefined ? {} : { after: this.#readUpTo }
    for await (const batch of this.shop.store.readAll(after)) {
      if (isLeft(batch)) throw new Error(`the store could not be read: ${batch.left.code}`)
      events.push(...batch.right.events)
      this.#readUpTo = batch.right.upTo
    }
    return events
  }
}

/** Its answer, without what rules do not look at. */
const withNothing = (call: Answer<unknown>) => async (): Promise<PlayedStep['answer']> => {
  const answer = await call()
  return isLeft(answer) ? answer : right(undefined)
}

const publisher: CaseActor = { id: 'service', role: 'system' }
