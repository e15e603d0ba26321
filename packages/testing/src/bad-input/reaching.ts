import { situationOf, situations, type ActName, type Situation } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { Choices } from '../arbitraries/choices.js'
import { ordinaryCast } from '../arbitraries/people.js'
import { commandNamed } from '../commands/next-command.js'
import { drive } from '../play/drive.js'
import type { Setup } from '../play/history.js'
import { Player } from '../play/player.js'
import type { ShopOptions } from '../play/shop.js'
import { dyingBeforeRequested } from './dying-store.js'

/** A shop with a case in a situation that was asked for. */
export interface Reached {
  readonly player: Player
  readonly caseId: string
}

/** How a situation is come to: taken on by the plainest steps up to one, then these commands by name. */
type Way = readonly [until: Situation, ...then: ReadonlyArray<readonly [ActName, object?]>]

const declining = {
  stage: 'intake',
  outcome: 'declined',
  fault: 'none',
  reason: 'other',
  alternatives: [{ kind: 'coupon' }],
}
const askingForMore = { stage: 'intake', outcome: 'moreEvidence', fault: 'none' }
const contesting = { by: 'customer', category: 'amount', level: 'platform' }

const ways: { readonly [S in Exclude<Situation, 'lapsed'>]: Way } = {
  requested: ['requested'],
  awaitingEvidence: ['requested', ['review', askingForMore]],
  accepted: ['accepted'],
  inTransit: ['inTransit'],
  received: ['received'],
  inspected: ['inspected'],
  inApproval: ['inApproval'],
  approved: ['approved'],
  paying: ['approved', ['startPayment', {}]],
  paymentUnknown: ['approved', ['startPayment', {}], ['markPaymentUnknown', { reason: 'timeout' }]],
  paymentFailed: ['approved', ['startPayment', {}], ['failPayment', { reason: 'accountClosed' }]],
  paid: ['paid'],
  declined: ['requested', ['review', declining]],
  disputed: ['accepted', ['dispute', contesting]],
  ruled: [
    'accepted',
    ['dispute', contesting],
    ['rule', { ground: 'forCustomer', amounts: { goods: 100 }, goodsTo: 'merchant' }],
  ],
  withdrawn: ['accepted', ['withdraw', {}]],
  closed: ['paid', ['close', {}]],
}

const customer = { id: ordinaryCast.customers[0] ?? 'c-1', role: 'customer' } as const

const request = async (player: Player): Promise<string | undefined> => {
  const { order } = player.setup
  const [line] = order.lines
  const step = await player.command(customer, 'request', {
    key: 'first',
    route: order.shipment === 'unshipped' ? 'unshippedRefund' : 'returnRefund',
    orderId: order.orderId,
    lines: [{ lineNo: line?.lineNo ?? 1, quantity: 1 }],
    reason: 'qualityDefect',
    channel: 'website',
    evidence: [{ kind: 'photo', reference: '§IMG_1.jpg', sha256: '0'.repeat(64), mediaType: 'image/jpeg', size: 1 }],
  })
  return isLeft(step.answer) ? undefined : step.answer.right?.caseId
}

/** A request whose server died before its case was written; the sweep then ended it. */
const reachLapsed = async (setup: Setup, options: ShopOptions): Promise<Reached> => {
  const dying = dyingBeforeRequested()
  const player = new Player(setup, { ...options, store: dying.store })
  await player.start()
  await request(player)
  dying.revive()
  player.wait(3_600_000)
  await player.settle()
  return { player, caseId: dying.caseId() }
}

/** A fresh shop with a case in this situation. Throws where the policy does not let one come there. */
export const reach = async (situation: Situation, setup: Setup, options: ShopOptions = {}): Promise<Reached> => {
  if (situation === 'lapsed') return reachLapsed(setup, options)
  const player = new Player(setup, options)
  await player.start()
  const caseId = await request(player)
  const [until, ...then] = ways[situation]
  if (caseId === undefined)
    throw new Error(`a first request was refused: ${JSON.stringify(player.steps.at(-1)?.answer)}`)
  await drive(player, caseId, [until])
  for (const [name, body] of then) {
    const state = player.stateOf(caseId)
    if (state === undefined) break
    const scene = { caseId, state, policy: setup.policy, cast: ordinaryCast, now: player.shop.now() }
    const given = commandNamed(name, new Choices([]), scene)
    player.wait(60_000)
    await player.command(given.actor, name, { ...(body ?? given.body), caseId })
  }
  const state = player.stateOf(caseId)
  const there = state === undefined ? 'none' : situationOf(state)
  if (there !== situation)
    throw new Error(
      `on the way to ${situation} the case stayed ${there}: ${JSON.stringify(player.steps.at(-1)?.answer).slice(0, 300)}`,
    )
  return { player, caseId }
}

/** All eighteen. */
export const everySituation: ReadonlyArray<Situation> = situations
