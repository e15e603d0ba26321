import type { Route } from '@refund-case/core'
import type { Choices } from '../arbitraries/choices.js'
import { destinationFrom } from '../arbitraries/destinations.js'
import { someoneOf } from '../arbitraries/people.js'
import { contactFrom, freeTextFrom, nameFrom } from '../arbitraries/texts.js'
import { evidenceListFrom } from './evidence.js'
import type { BodyOf, GivenCommand, OrderScene } from './given-command.js'

type Lines = BodyOf<'request'>['lines']

const allRoutes: ReadonlyArray<Route> = [
  'returnRefund',
  'unshippedRefund',
  'interceptRefund',
  'keepGoodsRefund',
  'compensation',
  'freightCompensation',
  'paymentFault',
  'exchangeOrRepair',
  'enforcedRefund',
]

const usualRoutes = ({ order, cases }: OrderScene): ReadonlyArray<Route> => [
  ...(order.shipment === 'unshipped'
    ? (['unshippedRefund', 'unshippedRefund', 'interceptRefund'] as const)
    : (['returnRefund', 'returnRefund', 'keepGoodsRefund', 'exchangeOrRepair', 'interceptRefund'] as const)),
  'compensation',
  'paymentFault',
  'enforcedRefund',
  ...(cases.some(({ state }) => state.shipped?.freight !== undefined) ? (['freightCompensation'] as const) : []),
]

const unitsOf = (choices: Choices, { order, free }: OrderScene): Lines => {
  const open = order.lines.filter(({ lineNo }) => (free.get(lineNo)?.units ?? 0) > 0)
  const from = choices.oneIn(10) || open.length === 0 ? order.lines : open
  const first = choices.among(from)
  if (first === undefined) return []
  const lines = choices.oneIn(4) ? from : [first]
  return lines.map(({ lineNo, quantity }) => {
    const most = free.get(lineNo)?.units ?? 0
    return { lineNo, quantity: choices.oneIn(12) ? quantity + 1 : 1 + choices.upTo(Math.max(0, most - 1)) }
  })
}

const moneyOf = (choices: Choices, scene: OrderScene): Lines => {
  const line = choices.among(scene.order.lines.filter(({ lineNo }) => (scene.free.get(lineNo)?.money ?? 0) > 0))
  if (line === undefined) return []
  const most = scene.free.get(line.lineNo)?.money ?? 0
  return [{ lineNo: line.lineNo, quantity: 1, amount: choices.oneIn(9) ? most + 1 : most - choices.upTo(most - 1) }]
}

const linesFor = (choices: Choices, route: Route, scene: OrderScene): Lines => {
  switch (route) {
    case 'keepGoodsRefund':
      return choices.oneIn(6) ? [] : moneyOf(choices, scene)
    case 'compensation':
    case 'freightCompensation':
    case 'paymentFault':
      return choices.oneIn(15) ? unitsOf(choices, scene) : []
    default:
      return unitsOf(choices, scene)
  }
}

const sumFor = (choices: Choices, route: Route, { order }: OrderScene): { readonly claimed?: number } => {
  const some = { claimed: 1 + choices.upTo(Math.max(0, order.paid - 1)) }
  if (route === 'compensation' || route === 'paymentFault') return some
  return choices.oneIn(7) ? some : {}
}

const parentFor = (choices: Choices, route: Route, { cases }: OrderScene): { readonly parent?: string } => {
  const shipped = cases.filter(({ state }) => state.shipped?.freight !== undefined)
  const parent = route === 'freightCompensation' ? (shipped.at(-1) ?? cases.at(-1)) : choices.among(cases)
  const named = parent === undefined ? {} : { parent: parent.caseId }
  return route === 'freightCompensation' || choices.oneIn(8) ? named : {}
}

/** A request for a refund of an order: mostly of a route that fits it, for what is still free of it. */
export const requestFrom = (choices: Choices, scene: OrderScene): GivenCommand => {
  const route = choices.oneIn(9)
    ? choices.pick('returnRefund', ...allRoutes)
    : (choices.among(usualRoutes(scene)) ?? 'returnRefund')
  const role =
    route === 'enforcedRefund'
      ? choices.pick('customerService', 'platform')
      : choices.pick('customer', 'customer', 'customerService')
  const actor = someoneOf(scene.cast, role, choices)
  const customer = scene.cast.customers[0] ?? 'c-1'
  const isCustomer = actor.role === 'customer'
  const ofComplaint = route === 'paymentFault' && choices.oneIn(2)
  return {
    name: 'request',
    actor,
    body: {
      route,
      lines: linesFor(choices, route, scene),
      reason: choices.pick(
        'qualityDefect',
        'changeOfMind',
        'lateDispatch',
        'paymentTimeout',
        'rulingFromOutside',
        'wrongSize',
      ),
      channel: choices.pick('website', 'hotline', 'platform'),
      ...(ofComplaint ? { complaintNo: `P-${choices.upTo(2)}` } : { orderId: scene.order.orderId }),
      ...(isCustomer
        ? {}
        : { customer: { subject: customer, name: nameFrom(choices), contact: contactFrom(choices) } }),
      ...(route === 'keepGoodsRefund' || choices.oneIn(3) ? { evidence: evidenceListFrom(choices) } : {}),
      ...sumFor(choices, route, scene),
      ...parentFor(choices, route, scene),
      ...choices.maybe(5, () => ({ destination: destinationFrom(choices, scene.policy) })),
      ...choices.maybe(3, () => ({ statement: freeTextFrom(choices) })),
      ...choices.maybe(9, () => ({ caseNo: `own-${choices.upTo(3)}` })),
      ...choices.maybe(12, () => ({ desk: 'night', department: 'east' })),
    },
  }
}
