import { isLeft } from 'fp-ts/lib/Either.js'
import { addMillis } from '../../src/calendar/index.js'
import { positionAt, type RecordedEvent } from '../../src/eventsourcing/index.js'
import type { OrderFacts } from '../../src/order-account/index.js'
import * as say from '../service/commands.js'
import { eachCommand } from '../service/each-command.js'
import { done, give, type Step } from '../service/giving.js'
import { accepted, approved, arrived, asked, declined, fault, journeys } from '../service/journeys.js'
import { anOrder } from '../service/orders.js'
import { accountant } from '../service/people.js'
import { aWorld } from '../service/world.js'

/** One case from its request on, and the account of its order. */
export type RecordedCase = ReadonlyArray<RecordedEvent>

export interface RecordedHistory {
  /** The policies and calendars that were published, before everything else. */
  readonly published: ReadonlyArray<RecordedEvent>
  readonly cases: ReadonlyArray<RecordedCase>
}

interface Course {
  readonly order: OrderFacts
  readonly steps: ReadonlyArray<Step>
}

const received = anOrder()

// Beside the journeys: what somebody may do to a case that moves nothing in its account.
const others: ReadonlyArray<ReadonlyArray<Step>> = [
  [...approved, say.startPayment(), say.failPayment(), say.reportException(), say.startPayment(), say.markUnknown()],
  [
    ...approved,
    say.pay(),
    say.matchBankLine({ amount: 18_689 }),
    say.notify({ kind: 'paid' }),
    say.confirmReceipt(),
    say.close(),
  ],
  [...approved, say.pay(), say.close(), say.giveFeedback(), say.reverse({}), say.startPayment(), say.pay()],
  [...approved, say.pay(), say.close(), say.reopen(), say.giveFeedback({ score: 2 }), say.erase()],
  [
    ...approved,
    say.changeDestination(),
    say.verifyDestination(),
    ...say.approvals,
    say.startPayment(),
    say.failPayment(),
  ],
  [
    ...arrived,
    say.inspect(2, 0),
    say.decline({ stage: 'afterInspection' }),
    say.dispute(),
    say.rule(),
    ...say.approvals,
    say.pay(),
  ],
  [
    ...arrived,
    say.inspect(),
    say.approvals[0] ?? say.note(),
    { ...say.refuseApproval(), by: accountant },
    say.accept(),
    ...say.approvals,
  ],
  [...accepted, say.note({ followUp: true }), say.notify(), say.addEvidence()],
  [...declined, say.giveFeedback({ score: 1 }), say.close()],
  [...fault, say.checkFunds({ result: 'received', amount: 5_600 }), say.sendBack()],
  [...fault, say.checkFunds({ result: 'received', amount: 5_600 }), ...say.approvals, say.pay(), say.close()],
  [
    ...asked,
    say.accept({ outcome: 'moreEvidence', fault: 'none' }),
    say.addEvidence({ side: 'customer' }),
    say.accept(),
  ],
]

const courses: ReadonlyArray<Course> = [
  ...[...Object.values(journeys), ...Object.values(eachCommand)].map(({ order, before, command }) => ({
    order,
    steps: [...before, command],
  })),
  ...others.map((steps) => ({ order: received, steps })),
]

// Each course has an order of its own.
const onOrder = (step: Step, number: number): Step => ({
  ...step,
  body: {
    ...step.body,
    ...('orderId' in step.body ? { orderId: `order-${number}` } : {}),
    ...('complaintNo' in step.body ? { complaintNo: `complaint-${number}` } : {}),
  },
})

const HOUR = 3_600_000
const DAY = 24 * HOUR

const record = async (): Promise<RecordedHistory> => {
  const world = aWorld()
  const sold = new Map<string, OrderFacts>()
  const service = world.service({ orders: (orderId) => Promise.resolve(sold.get(orderId)) })
  done(await service.start()())
  const read = async (): Promise<Array<RecordedEvent>> => {
    const events: Array<RecordedEvent> = []
    for await (const batch of world.store.readAll()) {
      if (isLeft(batch)) throw new Error(batch.left.message)
      events.push(...batch.right.events)
    }
    return events
  }
  const published = await read()
  const cases: Array<RecordedCase> = []
  let reached = published.length
  for (const [number, { order, steps }] of courses.entries()) {
    const orderId = `order-${number}`
    const purchasedAt = addMillis(world.clock.read(), -5 * DAY)
    const receivedAt = order.shipment === 'received' ? { receivedAt: addMillis(purchasedAt, DAY) } : {}
    sold.set(orderId, { ...order, orderId, purchasedAt, ...receivedAt })
    let caseId: string | undefined
    for (const [index, step] of steps.entries()) {
      // From minutes to days, so that some limits are met, some missed, and months go by.
      world.clock.advance(HOUR * ((number + index) % 7 === 0 ? 30 : (index % 3) + 1))
      const target = { key: `c${number}-${index}`, ...(caseId === undefined ? {} : { caseId }) }
      caseId = done(await give(service, onOrder(step, number), target)).caseId
    }
    const all = await read()
    cases.push(all.slice(reached))
    reached = all.length
  }
  return { published, cases }
}

let recorded: Promise<RecordedHistory> | undefined

/** Some forty cases over all routes, each played once through the service. */
export const recordedHistory = (): Promise<RecordedHistory> => (recorded ??= record())

/** The events of these cases in one global order: what was published first, then `turns` says whose event is next. */
export const interleaved = (
  { published, cases }: RecordedHistory,
  chosen: ReadonlyArray<number>,
  turns: ReadonlyArray<number>,
): ReadonlyArray<RecordedEvent> => {
  const waiting = [...new Set(chosen)].flatMap((number) => {
    const events = cases[number % cases.length]
    return events === undefined ? [] : [[...events]]
  })
  const events = [...published]
  for (let turn = 0; waiting.length > 0; turn++) {
    const at = (turns[turn % turns.length] ?? 0) % waiting.length
    const next = waiting[at]?.shift()
    if (next !== undefined) events.push(next)
    if (waiting[at]?.length === 0) waiting.splice(at, 1)
  }
  return events.map(({ stream, revision, recordedAt, envelope }, index) => ({
    stream,
    revision,
    position: positionAt(index + 1),
    recordedAt,
    envelope,
  }))
}
