import { instantAt, type OrderFacts, type Policy } from '@refund-case/core'
import fc from 'fast-check'
import { isLeft } from 'fp-ts/lib/Either.js'
import { instants } from '../arbitraries/instants.js'
import { orders } from '../arbitraries/orders.js'
import { ordinaryCast } from '../arbitraries/people.js'
import { drive } from '../play/drive.js'
import type { History, Setup } from '../play/history.js'
import { Player } from '../play/player.js'
import { recount } from '../play/recount.js'
import { scenarioText } from '../play/scenario.js'
import { checkValues } from './over-histories.js'
import { netOf, unitWorth } from './reference/naive-slots.js'
import type { RefundRule, Subject } from './refund-rule.js'

/** One thing a customer does with the units of an order: some are asked back, an open case is withdrawn or paid. */
interface Act {
  readonly kind: 'ask' | 'withdraw' | 'pay'
  readonly which: number
  readonly quantity: number
}

interface Returns {
  readonly setup: Setup
  readonly acts: ReadonlyArray<Act>
}

const returns = (policies: fc.Arbitrary<Policy>): fc.Arbitrary<Returns> =>
  fc.record({
    setup: policies.chain((policy) =>
      fc.record({
        policy: fc.constant({ ...policy, windows: [], excludedGoods: [] }),
        calendars: fc.constant([]),
        order: fc
          .constantFrom<OrderFacts['shipment']>('unshipped', 'received')
          .chain((shipment) => orders({ currency: policy.currency, shipment, maxQuantity: 5, maxGross: 400 })),
        start: instants({ to: instantAt('2026-03-01T00:00Z') }),
      }),
    ),
    acts: fc.array(
      fc.record({
        kind: fc.constantFrom('ask' as const, 'ask' as const, 'pay' as const, 'withdraw' as const),
        which: fc.nat(7),
        quantity: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 12 },
    ),
  })

interface Asked {
  readonly caseId: string
  readonly lineNo: number
  readonly units: ReadonlyArray<number>
  readonly worth: number
}

/** Plays it, beside a list of units by number: who asks gets the lowest that are free. */
class Counter {
  readonly player: Player
  readonly complaints: Array<string> = []
  readonly #free = new Map<number, Array<number>>()
  readonly #open: Array<Asked> = []
  readonly #paid = new Map<number, number>()
  readonly #net: ReadonlyMap<number, number>

  constructor(setup: Setup, subject: Subject) {
    this.player = new Player(setup, subject.options)
    this.#net = netOf(setup.order)
    for (const { lineNo, quantity } of setup.order.lines)
      this.#free.set(
        lineNo,
        Array.from({ length: quantity }, (_, at) => at + 1),
      )
  }

  async take({ kind, which, quantity }: Act): Promise<void> {
    const { lines } = this.player.setup.order
    const line = lines[which % lines.length]
    const open = this.#open[which % Math.max(1, this.#open.length)]
    if (kind === 'ask' && line !== undefined) await this.ask(line.lineNo, quantity)
    if (kind === 'pay' && open !== undefined) await this.pay(open)
    if (kind === 'withdraw' && open !== undefined) await this.#withdraw(open)
  }

  async ask(lineNo: number, most: number): Promise<void> {
    const free = this.#free.get(lineNo) ?? []
    const units = free.slice(0, most)
    const line = this.player.setup.order.lines.find((each) => each.lineNo === lineNo)
    if (units.length === 0 || line === undefined) return
    const worth = units.reduce((sum, unit) => sum + unitWorth(this.#net.get(lineNo) ?? 0, line.quantity, unit), 0)
    // What is worth nothing cannot be paid: it sums up as it is.
    if (worth === 0) return
    const { order } = this.player.setup
    const customer = ordinaryCast.customers[0] ?? 'c-1'
    this.player.wait(60_000)
    const step = await this.player.command({ id: customer, role: 'customer' }, 'request', {
      route: order.shipment === 'unshipped' ? 'unshippedRefund' : 'returnRefund',
      orderId: order.orderId,
      lines: [{ lineNo, quantity: units.length }],
      reason: 'qualityDefect',
      channel: 'website',
    })
    if (isLeft(step.answer) || step.answer.right === undefined) {
      this.complaints.push(
        `${units.length} of line ${lineNo} are free, but were refused: ${JSON.stringify(step.answer)}`,
      )
      return
    }
    this.#free.set(lineNo, free.slice(units.length))
    this.#open.push({ caseId: step.answer.right.caseId, lineNo, units, worth })
  }

  async pay(asked: Asked): Promise<void> {
    const last = await drive(this.player, asked.caseId, ['paid'])
    const paid = this.player.stateOf(asked.caseId)?.netPaid.goods ?? 0
    if (paid !== asked.worth)
      this.complaints.push(
        `units ${asked.units.join(', ')} of line ${asked.lineNo} are worth ${asked.worth}, but ${paid} was paid (${JSON.stringify(last?.answer).slice(0, 300)})`,
      )
    this.#paid.set(asked.lineNo, (this.#paid.get(asked.lineNo) ?? 0) + paid)
    this.#open.splice(this.#open.indexOf(asked), 1)
  }

  async #withdraw(asked: Asked): Promise<void> {
    this.player.wait(60_000)
    await this.player.command({ id: 'mei', role: 'customerService' }, 'withdraw', { caseId: asked.caseId })
    this.#open.splice(this.#open.indexOf(asked), 1)
    this.#free.set(
      asked.lineNo,
      [...(this.#free.get(asked.lineNo) ?? []), ...asked.units].toSorted((a, b) => a - b),
    )
  }

  async #payAll(): Promise<void> {
    for (let asked = this.#open[0]; asked !== undefined; asked = this.#open[0]) await this.pay(asked)
  }

  /** Everything that is left comes back too; then each line must have been paid to the last cent. */
  async finish(): Promise<ReadonlyArray<string>> {
    await this.#payAll()
    for (const { lineNo, quantity } of this.player.setup.order.lines) {
      await this.ask(lineNo, quantity)
      await this.#payAll()
      const paid = this.#paid.get(lineNo) ?? 0
      const net = this.#net.get(lineNo) ?? 0
      if (paid !== net) this.complaints.push(`line ${lineNo}: ${paid} was paid for all its units, which cost ${net}`)
    }
    return this.complaints
  }
}

const playReturns = async (
  { setup, acts }: Returns,
  subject: Subject,
): Promise<{ complaints: ReadonlyArray<string>; history: History }> => {
  const counter = new Counter(setup, subject)
  await counter.player.start()
  for (const act of acts) await counter.take(act)
  const complaints = await counter.finish()
  return { complaints, history: await recount(counter.player) }
}

export const rule03ReturnsSumUp: RefundRule = {
  rule: 3,
  name: 'rule03ReturnsSumUp',
  title:
    'Any partition, order and withdrawal of returns of a line sums to exactly its paid amount once all units are back, before deductions and rulings.',
  check: (subject) =>
    checkValues(rule03ReturnsSumUp, subject, returns(subject.policies), {
      violations: async (value) => (await playReturns(value, subject)).complaints,
      scenario: async (value, violations) => {
        const { name, title } = rule03ReturnsSumUp
        return scenarioText((await playReturns(value, subject)).history, { rule: name, title, violations })
      },
    }),
}
