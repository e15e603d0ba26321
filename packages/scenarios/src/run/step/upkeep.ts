import { calendarVersionName, OrderFacts } from '@refund-case/core'
import { isLeft } from 'fp-ts/lib/Either.js'
import { eventsFinding } from '../../compare/events.js'
import { finding } from '../../compare/finding.js'
import { actorOf } from '../../format/actor.js'
import type { StepOf } from '../../format/step-types.js'
import { under, type Pointer } from '../../source/pointer.js'
import type { Scene } from '../scene.js'
import { publisher } from '../world.js'
import { idOrNone, nobody } from './command.js'
import type { Done } from './done.js'
import { refusedFindings } from './reading.js'

/** Brings accounts to what their cases hold. */
export const doSettle = async (scene: Scene, step: StepOf<'settle'>, path: Pointer): Promise<Done> => {
  const caseId = step.settle === 'all' ? undefined : idOrNone(scene)(step.settle.alias)
  const swept = await scene.world.service.settle(caseId)()
  const place = under(path, 'expect')
  const { events = [], refused, settled, lapsed } = step.expect ?? {}
  const count = isLeft(swept) ? { settled: 0, lapsed: 0 } : swept.right
  return {
    caseId,
    told: (reel) => ({
      did: { does: 'settle', settled: count.settled, lapsed: count.lapsed },
      findings: [
        ...refusedFindings(refused, isLeft(swept) ? swept.left : undefined, place, scene),
        ...(settled === undefined
          ? []
          : [finding(under(place, 'settled'), 'settled', String(settled), String(count.settled))]),
        ...(lapsed === undefined
          ? []
          : [finding(under(place, 'lapsed'), 'lapsed', String(lapsed), String(count.lapsed))]),
        eventsFinding(
          events,
          reel.cases.map(({ event, data }) => ({ type: event.type, data, occurredAt: event.meta.occurredAt, odd: [] })),
          { path: under(place, 'events'), about: 'events', at: step.at, writing: scene.writing },
        ),
      ],
    }),
  }
}

/** The shop's record of an order changes; what was bought and paid stays. */
export const doUpdateOrder = async (
  { world }: Scene,
  { updateOrder }: StepOf<'updateOrder'>,
  path: Pointer,
): Promise<Done> => {
  const { orderId, shipment, receivedAt } = updateOrder
  const before = world.orders.get(orderId)
  const after = {
    ...before,
    ...(shipment === undefined ? (receivedAt === undefined ? {} : { shipment: 'received' }) : { shipment }),
    ...(receivedAt === undefined ? {} : { receivedAt }),
  }
  const known = OrderFacts.is(after)
  if (known) world.orders.set(orderId, after)
  return {
    told: () => ({
      did: { does: 'updateOrder', orderId },
      findings: known ? [] : [finding(under(path, 'updateOrder'), 'order', `an order ${orderId}`, 'there is none')],
    }),
  }
}

/** A calendar becomes known now. */
export const doPublishCalendar = async (
  scene: Scene,
  step: StepOf<'publishCalendar'>,
  path: Pointer,
): Promise<Done> => {
  const actor = actorOf(scene.play.people, step)
  if (isLeft(actor)) return nobody(path)
  const published = await scene.world.service.publishCalendar(actor.right ?? publisher, step.publishCalendar)()
  return {
    told: () => ({
      did: { does: 'publishCalendar', calendar: calendarVersionName(step.publishCalendar) },
      findings: refusedFindings(
        step.expect?.refused,
        isLeft(published) ? published.left : undefined,
        under(path, 'expect'),
        scene,
      ),
    }),
  }
}

/** A policy becomes known now. */
export const doPublishPolicy = async (scene: Scene, step: StepOf<'publishPolicy'>, path: Pointer): Promise<Done> => {
  const actor = actorOf(scene.play.people, step)
  if (isLeft(actor)) return nobody(path)
  const { id, version } = step.publishPolicy
  const published = await scene.world.service.publishPolicy(actor.right ?? publisher, step.publishPolicy)()
  return {
    told: () => ({
      did: { does: 'publishPolicy', policy: `${id} v${version}` },
      findings: refusedFindings(
        step.expect?.refused,
        isLeft(published) ? published.left : undefined,
        under(path, 'expect'),
        scene,
      ),
    }),
  }
}
